"""A restored installation equals the one that was saved, row by row and case by case; deleted cases stay deleted."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django.fixtures import Settings

from advisor.accounts.models import User
from advisor.backup import content
from advisor.backup.faults import BackupFault
from advisor.backup.header import Kind
from advisor.backup.load import newest_keys, restore
from advisor.backup.save import back_up
from advisor.cases.models import Case
from advisor.logbook import triggers
from advisor.logbook.models import Action, Chain, Event
from advisor.logbook.record import record
from advisor.logbook.verify import broken_places, chain_keys
from advisor.vault.models import DataKey
from advisor.vault.services import destroy
from tests.backup.conftest import MARKER, NOON
from tests.backup.rooms import all_rows, empty_database, in_file, judged, without_log
from tests.factories import make_case, make_user

pytestmark = pytest.mark.django_db(transaction=True)
Offices = tuple[User, User]


def destroy_case(case: Case) -> None:
    """Delete a case with its key, as the end of its life does."""
    key = case.key
    case.delete()
    destroy(key)


def test_restored_equals_saved(offices: Offices, shelf: Path) -> None:
    rows, cases = all_rows(), judged()
    made = back_up(shelf)
    empty_database()
    done = restore(made.data, made.keys)
    again = all_rows()
    assert without_log(again) == without_log(rows)
    assert judged() == cases
    assert len(cases) == 3
    assert (done.keyless, done.broken, done.rows["cases.Case"]) == ((), (), 3)


def test_the_log_goes_on_where_it_was(offices: Offices, shelf: Path) -> None:
    before = all_rows()["logbook.Event"]
    made = back_up(shelf)
    assert Event.objects.get(action=Action.BACKUP_MADE).office_id is None
    empty_database()
    restore(made.data, made.keys)
    *old, new = all_rows()["logbook.Event"]
    assert old == before
    assert new["action"] == Action.BACKUP_RESTORED
    assert not [place for key in chain_keys() for place in broken_places(key)]


def test_work_goes_on_in_the_restored_database(offices: Offices, shelf: Path) -> None:
    """New rows get numbers that are free; the log still refuses changes."""
    made = back_up(shelf)
    empty_database()
    restore(made.data, made.keys)
    make_case(make_user("neu", "Beratung West"), "F-9")
    assert Case.objects.count() == 4


@pytest.mark.parametrize("direction", ["from the file", "into the file"])
def test_a_back_up_moves_between_databases(
    shelf: Path, tmp_path: Path, direction: str, request: pytest.FixtureRequest
) -> None:
    """Between a SQLite file and the database of the tests; in the PostgreSQL run that is PostgreSQL."""
    if direction == "from the file":
        with in_file(tmp_path / "a.sqlite3"):
            request.getfixturevalue("offices")
            rows, cases, made = all_rows(), judged(), back_up(shelf)
        restore(made.data, made.keys)
        found = all_rows(), judged()
    else:
        request.getfixturevalue("offices")
        rows, cases, made = all_rows(), judged(), back_up(shelf)
        with in_file(tmp_path / "b.sqlite3"):
            restore(made.data, made.keys)
            found = all_rows(), judged()
    assert without_log(found[0]) == without_log(rows)
    assert found[1] == cases


def test_a_destroyed_case_is_gone_from_older_back_ups_too(offices: Offices, shelf: Path) -> None:
    old = back_up(shelf, now=NOON)
    case = Case.objects.get(reference__contains=MARKER)
    destroy_case(case)
    back_up(shelf, now=NOON + timedelta(days=15))
    assert not old.keys.exists()
    later = make_case(offices[0], "F-3")
    back_up(shelf, now=NOON + timedelta(days=16))
    empty_database()
    out, log = io.StringIO(), io.StringIO()
    call_command("restore", str(old.data), stdout=out, stderr=log)
    assert str(case.uuid) in out.getvalue()
    assert MARKER not in out.getvalue()
    assert set(Case.objects.values_list("reference", flat=True)) == {"F-2 😀 ä", "F-1"}
    assert MARKER not in str(all_rows())
    assert not DataKey.objects.filter(pk=later.key_id).exists()
    assert len(judged()) == 2


def test_whoever_holds_old_data_and_the_master_key_does_not_read_a_destroyed_case(
    offices: Offices, shelf: Path
) -> None:
    """Not even the office's key of the case, in which there may be a name."""
    made = back_up(shelf)
    with content.opened(made.data, Kind.DATA) as (_, lines):
        inside = str(list(lines))
    assert "nora" in inside
    assert MARKER not in inside


def test_no_marker_stands_in_either_file(offices: Offices, shelf: Path) -> None:
    made = back_up(shelf)
    for path in (made.data, made.keys):
        data = path.read_bytes()
        assert not [word for word in (MARKER, "nora", "Beratung", "cases.Case") if word.encode() in data]


def test_only_into_an_empty_database(offices: Offices, shelf: Path) -> None:
    made = back_up(shelf)
    before = all_rows()
    with pytest.raises(BackupFault, match=r"nicht leer.*cases\.Case"):
        restore(made.data, made.keys)
    assert all_rows() == before


def test_a_single_row_is_enough_to_refuse(offices: Offices, shelf: Path) -> None:
    made = back_up(shelf)
    empty_database()
    make_user("allein")
    with pytest.raises(BackupFault, match=r"accounts\.User"):
        restore(made.data, made.keys)


def test_another_state_of_the_tables_is_refused_and_both_are_named(offices: Offices, shelf: Path) -> None:
    made = back_up(shelf)
    empty_database()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('cases', '9999_later', '2026-01-01')"
        )
    try:
        with pytest.raises(BackupFault, match=r"cases: Sicherung 0\d+_.*, Datenbank 9999_later"):
            restore(made.data, made.keys)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM django_migrations WHERE name = '9999_later'")
    assert not User.objects.exists()


def test_a_failure_half_way_leaves_the_database_empty(
    offices: Offices, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(shelf)
    empty_database()
    before = all_rows()
    monkeypatch.setattr("advisor.backup.load.set_sequences", lambda _: (_ for _ in ()).throw(BackupFault("jetzt")))
    with pytest.raises(BackupFault, match="jetzt"):
        restore(made.data, made.keys)
    assert all_rows() == before


def test_keys_older_than_the_data_are_refused(offices: Offices, shelf: Path) -> None:
    """They would silently cost the cases made in between."""
    old, new = back_up(shelf, now=NOON), back_up(shelf, now=NOON + timedelta(days=1))
    empty_database()
    with pytest.raises(BackupFault, match="älter als die Daten"):
        restore(new.data, old.keys)


def test_a_file_under_another_ones_name_is_found(offices: Offices, shelf: Path) -> None:
    old, new = back_up(shelf, now=NOON), back_up(shelf, now=NOON + timedelta(days=1))
    old.keys.replace(new.keys)
    with pytest.raises(BackupFault, match="vertauscht"):
        restore(old.data, new.keys)


@pytest.mark.parametrize("which", ["data", "keys"])
@pytest.mark.parametrize("damage", ["flipped", "cut", "emptied", "missing"])
def test_damaged_files_are_refused_before_anything_is_touched(
    offices: Offices, shelf: Path, which: str, damage: str
) -> None:
    made = back_up(shelf)
    path: Path = getattr(made, which)
    data = bytearray(path.read_bytes())
    if damage == "flipped":
        data[len(data) * 3 // 4] ^= 1
    path.write_bytes({"cut": data[:-1], "emptied": b""}.get(damage, data))
    if damage == "missing":
        path.unlink()
    empty_database()
    for options in ([], ["--check"]):
        with pytest.raises(CommandError):
            call_command("restore", str(made.data), f"--keys={made.keys}", *options, stdout=io.StringIO())
    assert not User.objects.exists()


def test_check_reads_everything_and_changes_nothing(offices: Offices, shelf: Path) -> None:
    made = back_up(shelf, now=NOON)
    destroy_case(Case.objects.get(reference__contains=MARKER))
    back_up(shelf, now=NOON + timedelta(days=1))
    before, out = all_rows(), io.StringIO()
    call_command("restore", str(made.data), "--check", stdout=out)
    assert all_rows() == before
    assert "cases.Case: 3" in out.getvalue()
    # Two cases, and a key of each office by which its lists find cases.
    assert "Schlüssel: 4, vernichtet: 1" in out.getvalue()


def test_the_newest_keys_beside_the_data_are_taken(shelf: Path) -> None:
    old, new = back_up(shelf, now=NOON), back_up(shelf, now=NOON + timedelta(days=1))
    assert newest_keys(old.data) == new.keys
    for path in shelf.glob("*.keys"):
        path.unlink()
    with pytest.raises(BackupFault, match="--keys"):
        newest_keys(old.data)


@pytest.mark.parametrize("damage", ["changed", "shortened"])
def test_a_broken_log_is_restored_and_said_to_be_broken(offices: Offices, shelf: Path, damage: str) -> None:
    """Refusing would make the cases hostages of whoever has touched the log."""
    triggers.remove(connection)
    try:
        if damage == "changed":
            Event.objects.filter(action=Action.CASE_CREATED).update(subject="99")
        else:
            record(Action.KEYS_ROTATED, by=None, office_id=None)
            Chain.objects.filter(office=None).update(length=0, head=b"")
    finally:
        triggers.install(connection)
    if damage == "shortened":
        with pytest.raises(BackupFault, match="nicht im Protokoll"):
            back_up(shelf, now=NOON)
        (data,) = shelf.glob("*.data")
    else:
        data = back_up(shelf, now=NOON).data
    empty_database()
    log = io.StringIO()
    call_command("restore", str(data), stdout=io.StringIO(), stderr=log)
    assert "nicht mehr unversehrt" in log.getvalue()
    assert len(judged()) == 3


def test_a_damaged_key_keeps_no_other_case_out(offices: Offices, shelf: Path) -> None:
    DataKey.objects.filter(case__reference="F-1").update(wrapped=b"damaged")
    made = back_up(shelf)
    rows = all_rows()
    empty_database()
    restore(made.data, made.keys)
    assert without_log(all_rows()) == without_log(rows)


def test_files_beside_the_database(offices: Offices, shelf: Path, tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = first = tmp_path / "eins"
    (first / "a").mkdir(parents=True)
    (first / "a" / "groß.bin").write_bytes(bytes(range(256)) * 1000)
    (first / "leer").write_bytes(b"")
    made = back_up(shelf)
    empty_database()
    settings.MEDIA_ROOT = second = tmp_path / "zwei"
    assert restore(made.data, made.keys).files == 2
    assert (second / "a" / "groß.bin").read_bytes() == bytes(range(256)) * 1000
    assert (second / "leer").read_bytes() == b""
    empty_database()
    with pytest.raises(BackupFault, match="liegen schon Dateien"):
        restore(made.data, made.keys)
    assert not User.objects.exists()
