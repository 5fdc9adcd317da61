"""Master keys are replaced while the application runs, and nothing is lost on the way (promise 7)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import CommandError, call_command

from advisor.logbook.models import Action, Event
from advisor.vault import rotation
from advisor.vault.faults import KeyMissing
from advisor.vault.master_keys import new_entry
from advisor.vault.models import DataKey
from advisor.vault.rotation import keys_by_master, rotate
from advisor.vault.services import new_key, unlock
from advisor.vault.signals import keys_rotated

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper

pytestmark = pytest.mark.django_db


def sealed_under(count: int) -> dict[DataKey, bytes]:
    """Fresh data keys, each with something sealed."""
    made = (new_key() for _ in range(count))
    return {key: safe.seal_text("note", str(key.pk)) for key, safe in made}


def assert_all_open(sealed: dict[DataKey, bytes]) -> None:
    """Whatever was sealed still opens with what is in the database now."""
    for key, each in sealed.items():
        assert unlock(DataKey.objects.get(pk=key.pk)).open_text("note", each) == str(key.pk)


def add(key_file: Path, master_id: str) -> None:
    """Put a new key first, as an operator does."""
    call_command("masterkey", to=key_file, id=master_id, stdout=StringIO())


def rotate_keys(*options: str) -> str:
    """What the command says."""
    out = StringIO()
    call_command("rotate_keys", *options, stdout=out)
    return out.getvalue()


@contextmanager
def told(receiver: Any) -> Iterator[None]:
    """Listen to the rotation."""
    keys_rotated.connect(receiver)
    try:
        yield
    finally:
        keys_rotated.disconnect(receiver)


def test_after_rotation_everything_opens_without_the_former_key(key_file: Path) -> None:
    sealed = sealed_under(3)
    add(key_file, "new")
    assert "Now wrapped with 'new': 3 data keys." in rotate_keys()
    key_file.write_text(key_file.read_text().splitlines()[0])
    assert_all_open(sealed)
    assert all(key.rewrapped for key in DataKey.objects.all())


def test_a_request_under_way_goes_on_through_the_rotation(key_file: Path) -> None:
    row, safe = new_key()
    read_before = DataKey.objects.get(pk=row.pk)
    sealed = safe.seal("note", b"before")
    add(key_file, "new")
    rotate()
    assert unlock(read_before).open("note", sealed) == b"before"
    assert unlock(DataKey.objects.get(pk=row.pk)).open("note", safe.seal("note", b"after")) == b"after"


def test_a_process_with_another_key_file_opens_old_and_new(
    key_file: Path, tmp_path: Path, settings: SettingsWrapper
) -> None:
    """As when two servers share a database and get their files one after the other."""
    sealed = sealed_under(2)
    second = tmp_path / "second"
    second.write_text(key_file.read_text() + new_entry("new"))
    settings.MASTER_KEY_FILE = str(second)
    assert_all_open(sealed)
    new_first = tmp_path / "new-first"
    new_first.write_text("\n".join(reversed(second.read_text().splitlines())))
    settings.MASTER_KEY_FILE = str(new_first)
    sealed |= sealed_under(1)
    assert keys_by_master() == {"new": 1, "old": 2}
    rotate()
    settings.MASTER_KEY_FILE = str(second)
    assert_all_open(sealed)
    settings.MASTER_KEY_FILE = str(key_file)
    with pytest.raises(KeyMissing, match="'new'"):
        assert_all_open(sealed)


def test_what_a_running_process_makes_meanwhile_is_moved_too(key_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rotation, "BATCH", 2)
    sealed = sealed_under(3)
    late = list(sealed_under(2))
    DataKey.objects.filter(pk__in=[key.pk for key in late]).delete()

    def make_late(**told: Any) -> None:
        if late:
            late.pop().save(force_insert=True)

    add(key_file, "new")
    with told(make_late):
        assert rotate().moved == 5
    assert keys_by_master() == {"new": 5}
    assert_all_open(sealed)


def test_an_interrupted_rotation_is_taken_up_again(key_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rotation, "BATCH", 2)
    sealed = sealed_under(7)
    add(key_file, "new")
    batches = []

    def pull_the_plug(**told: Any) -> None:
        batches.append(told["rewrapped"])
        if len(batches) == 3:
            raise KeyboardInterrupt

    with told(pull_the_plug), pytest.raises(KeyboardInterrupt):
        rotate()
    assert keys_by_master() == {"new": 4, "old": 3}
    assert_all_open(sealed)
    assert rotate().moved == 3
    assert rotate().moved == 0
    assert_all_open(sealed)


def test_the_layers_above_hear_of_it_in_the_same_transaction(key_file: Path) -> None:
    sealed_under(2)
    add(key_file, "new")
    heard = []
    with told(lambda **told: heard.append((told["rewrapped"], told["master"]))):
        rotate()
    assert heard == [(2, "new")]


def test_a_dry_run_counts_and_changes_nothing(key_file: Path) -> None:
    sealed_under(2)
    add(key_file, "new")
    said = rotate_keys("--dry-run")
    assert "Wrapped with 'old': 2 data keys." in said
    assert "Dry run: 2 data keys would be wrapped with 'new'." in said
    assert keys_by_master() == {"old": 2}


def test_the_command_names_the_keys_that_may_go(key_file: Path) -> None:
    sealed_under(1)
    add(key_file, "new")
    said = rotate_keys()
    assert "The database no longer needs: old." in said
    assert "back-ups" in said


def test_a_missing_former_key_stops_the_rotation_before_it_begins(key_file: Path) -> None:
    sealed = sealed_under(2)
    former = key_file.read_text()
    key_file.write_text(f"{new_entry('middle')}\n{former}")
    sealed |= sealed_under(1)
    key_file.write_text(f"{new_entry('new')}\n{key_file.read_text().splitlines()[0]}\n")
    with pytest.raises(CommandError, match=r"'old' \(2 data keys\).*Add them again"):
        rotate_keys()
    assert keys_by_master() == {"middle": 1, "old": 2}
    key_file.write_text(key_file.read_text() + former)
    rotate_keys()
    assert_all_open(sealed)


def test_a_damaged_row_is_named_and_holds_nothing_up(key_file: Path) -> None:
    sealed = sealed_under(3)
    damaged = next(iter(sealed))
    DataKey.objects.filter(pk=damaged.pk).update(wrapped=b"\x01" + bytes(60))
    add(key_file, "new")
    with pytest.raises(CommandError, match=rf"1 data key left as before[\s\S]*{damaged.pk}"):
        rotate_keys()
    assert keys_by_master() == {"new": 2, "old": 1}
    del sealed[damaged]
    assert_all_open(sealed)


def test_without_keys_the_command_says_what_to_do(settings: SettingsWrapper) -> None:
    settings.DEMO, settings.MASTER_KEY_FILE, settings.MASTER_KEYS = False, "", ""
    with pytest.raises(CommandError, match="MASTER_KEY_FILE"):
        rotate_keys()


def test_a_rotation_is_on_record_with_what_it_moved(key_file: Path) -> None:
    sealed_under(3)
    add(key_file, "new")
    rotate_keys()
    event = Event.objects.get(action=Action.KEYS_ROTATED)
    assert (event.office, event.subject) == (None, "3 mit new")
