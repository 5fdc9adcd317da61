"""Whatever is done to the log behind the application's back, `verify_log` finds it (OWASP ASVS 5.0, 16.4.2)."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from advisor.accounts.models import Office
from advisor.logbook import triggers
from advisor.logbook.canonical import Entry, digest
from advisor.logbook.models import Action, Chain, Event
from advisor.logbook.record import record
from advisor.logbook.verify import broken_places, chain_keys

pytestmark = pytest.mark.django_db
Tamper = Callable[..., None]
COLUMNS = "office_id, at, actor_id, action, subject, previous, digest"


def verify(*arguments: str) -> str:
    """What the command prints where the log is whole."""
    out = StringIO()
    call_command("verify_log", *arguments, stdout=out)
    return out.getvalue()


def report(*arguments: str) -> str:
    """What the command complains about; its exit status is 1."""
    err = StringIO()
    with pytest.raises(CommandError, match="The log is broken in ") as fault:
        call_command("verify_log", *arguments, stderr=err)
    assert fault.value.returncode == 1
    return err.getvalue()


def where(office: Office, condition: str) -> str:
    """A condition in SQL for events of an office."""
    return f"WHERE office_id = {office.pk} AND {condition}"


def test_an_untouched_log_is_whole(office: Office) -> None:
    assert verify() == "Whole: 11 events in 3 chains.\n"
    assert verify("--office", "Beratung Süd") == "Whole: 2 events in 1 chains.\n"


def test_a_log_without_a_line_is_whole(db: None) -> None:
    assert verify() == "Whole: 0 events in 0 chains.\n"


@pytest.mark.parametrize(
    "change",
    [
        "subject = 'other'",
        "action = 'case_exported'",
        "actor_id = NULL",
        "details = digest",
        "\"case\" = '00000000000000000000000000000001'",
        "at = '2020-01-01 00:00:00'",
        "previous = digest",
        "digest = previous",
    ],
)
def test_a_changed_line_is_found(office: Office, tamper: Tamper, change: str) -> None:
    tamper(f"UPDATE logbook_event SET {change} {where(office, 'number = 4')}")
    assert "Beratung Nord: event 4: was changed" in report()


def test_a_line_moved_to_another_office_is_found_in_both(office: Office, tamper: Tamper) -> None:
    other = Office.objects.get(name="Beratung Süd")
    tamper(f"UPDATE logbook_event SET office_id = {other.pk} {where(office, 'number = 4')}")
    found = report()
    assert "Beratung Nord: event 4: missing" in found
    assert "Beratung Süd: event 4: was changed" in found


@pytest.mark.parametrize(
    ("condition", "what"),
    [
        ("number = 1", "event 1: missing\n"),
        ("number = 4", "event 4: missing\n"),
        ("number IN (4, 5, 6)", "event 4: missing, and all up to 6\n"),
        ("number = 8", "event 8: missing, and all up to 8: the end"),
        ("number > 5", "event 6: missing, and all up to 8: the end"),
        ("number > 0", "event 1: missing, and all up to 8: the end"),
    ],
)
def test_removed_lines_are_found(office: Office, tamper: Tamper, condition: str, what: str) -> None:
    tamper(f"DELETE FROM logbook_event {where(office, condition)}")
    assert f"Beratung Nord: {what}" in report()


def test_an_end_cut_off_with_the_chains_own_row_set_back_needs_the_heads(
    office: Office, tamper: Tamper, tmp_path: Path
) -> None:
    kept = tmp_path / "heads.txt"
    kept.write_text(verify("--heads"), encoding="utf-8")
    tamper(
        f"DELETE FROM logbook_event {where(office, 'number > 5')}",
        "UPDATE logbook_chain SET length = 5, head ="
        f" (SELECT digest FROM logbook_event {where(office, 'number = 5')}) WHERE id = {office.pk}",
    )
    assert "Whole" in verify()
    assert "Beratung Nord: event 8: not the one that the expected head names" in report("--expect", str(kept))
    assert "Whole" in verify("--expect", str(kept), "--office", "Beratung Süd")


def test_a_chain_rewritten_as_a_whole_needs_the_heads(office: Office, tamper: Tamper, tmp_path: Path) -> None:
    kept = tmp_path / "heads.txt"
    kept.write_text(verify("--heads"), encoding="utf-8")
    events = list(Event.objects.filter(office=office).order_by("number"))
    tamper(
        f"DELETE FROM logbook_event {where(office, 'number > 0')}", f"DELETE FROM logbook_chain WHERE id = {office.pk}"
    )
    for event in events:
        record(Action.CASE_EXPORTED, by=event.actor, office_id=office.pk)
    assert "Whole" in verify()
    assert "Beratung Nord: event 8" in report("--expect", str(kept))


def test_an_inserted_line_is_found(office: Office, tamper: Tamper) -> None:
    tamper(
        f"DELETE FROM logbook_event {where(office, 'number = 4')}",
        f"INSERT INTO logbook_event (number, {COLUMNS})"
        f" SELECT 4, {COLUMNS} FROM logbook_event {where(office, 'number = 3')}",
    )
    assert "Beratung Nord: event 4: was changed" in report()


def test_a_replaced_line_with_a_right_digest_is_found(office: Office, tamper: Tamper) -> None:
    names = [*Entry._fields]
    row = Event.objects.filter(office=office, number=4).values_list(*names).get()
    forged = Entry(*row)._replace(subject="forged")
    literal = f"X'{digest(forged).hex()}'" if connection.vendor == "sqlite" else f"'\\x{digest(forged).hex()}'"
    tamper(f"UPDATE logbook_event SET subject = 'forged', digest = {literal} {where(office, 'number = 4')}")
    assert "Beratung Nord: event 5: does not continue the event before it" in report()


def test_a_line_added_behind_the_end_is_found(office: Office, tamper: Tamper) -> None:
    last = Event.objects.filter(office=office, number=8).values(*Entry._fields, "digest").get()
    forged = {name: last[name] for name in Entry._fields} | {"number": 9, "previous": bytes(last["digest"])}
    Event.objects.create(**forged, digest=digest(Entry(**forged)))
    assert "Beratung Nord: event 9: there are events up to 9" in report()


def test_lines_that_changed_places_are_found(office: Office, tamper: Tamper) -> None:
    tamper(
        f"UPDATE logbook_event SET number = 99 {where(office, 'number = 4')}",
        f"UPDATE logbook_event SET number = 4 {where(office, 'number = 5')}",
        f"UPDATE logbook_event SET number = 5 {where(office, 'number = 99')}",
    )
    found = report()
    assert "Beratung Nord: event 4: was changed" in found
    assert "Beratung Nord: event 5: was changed" in found


def test_a_changed_head_is_found(office: Office, tamper: Tamper) -> None:
    other = Office.objects.get(name="Beratung Süd")
    tamper(
        f"UPDATE logbook_chain SET head = (SELECT head FROM logbook_chain WHERE id = 0) WHERE id = {office.pk}",
        f"DELETE FROM logbook_chain WHERE id = {other.pk}",
    )
    found = report()
    assert "Beratung Nord: event 8: is not the event the chain's own row ends with" in found
    assert "Beratung Süd: the chain's own row is missing" in found


def test_every_broken_place_is_reported(office: Office, tamper: Tamper) -> None:
    tamper(
        f"UPDATE logbook_event SET subject = 'other' {where(office, 'number IN (2, 5)')}",
        f"DELETE FROM logbook_event {where(office, 'number = 7')}",
        "UPDATE logbook_event SET subject = 'other' WHERE office_id IS NULL",
    )
    assert [(key, place.number) for key in chain_keys() for place in broken_places(key)] == [
        (Chain.INSTALLATION, 1),
        (office.pk, 2),
        (office.pk, 5),
        (office.pk, 7),
    ]


def test_what_no_field_can_read_is_a_broken_place(office: Office, tamper: Tamper) -> None:
    if connection.vendor == "sqlite":
        tamper(f"UPDATE logbook_event SET at = 'never' {where(office, 'number = 2')}")
        tamper(f"UPDATE logbook_event SET \"case\" = 'no case' {where(office, 'number = 5')}")
        found = report()
        assert "event 2: was changed" in found
        assert "event 5: cannot be read" in found


def test_missing_triggers_are_a_fault(office: Office) -> None:
    triggers.remove(connection)
    assert "does not protect the log" in report()
    triggers.install(connection)
    assert "Whole" in verify()


def test_a_log_that_grew_still_holds_its_earlier_heads(office: Office, tmp_path: Path) -> None:
    kept = tmp_path / "heads.txt"
    kept.write_text(verify("--heads") + "\n", encoding="utf-8")
    record(Action.CASE_VIEWED, by=None, office_id=office.pk)
    assert verify("--expect", str(kept)) == "Whole: 12 events in 3 chains.\n"


def test_a_chain_may_grow_while_it_is_walked(office: Office) -> None:
    walk = broken_places(office.pk)
    record(Action.CASE_VIEWED, by=None, office_id=office.pk)
    assert list(walk) == []


def test_the_command_says_what_it_cannot_use(office: Office, tmp_path: Path) -> None:
    odd = tmp_path / "heads.txt"
    odd.write_bytes(b"wegweiser-log/1 1 x\n")
    with pytest.raises(CommandError, match="line 1 is not the head of a chain"):
        call_command("verify_log", "--expect", str(odd))
    odd.write_bytes(b"\xff")
    with pytest.raises(CommandError, match="decode"):
        call_command("verify_log", "--expect", str(odd))
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("verify_log", "--expect", str(tmp_path / "none.txt"))
    with pytest.raises(CommandError, match="no office called"):
        call_command("verify_log", "--office", "Beratung West")
