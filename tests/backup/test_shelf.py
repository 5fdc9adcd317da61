"""In the directory stand whole files only, and old key files go so that deleted cases are gone from old data too."""

from __future__ import annotations

import errno
import fcntl
import os
import resource
import signal
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from advisor.backup import content, save
from advisor.backup.faults import BackupFault
from advisor.backup.header import Kind
from advisor.backup.save import back_up
from advisor.backup.shelf import file_name
from tests.backup.conftest import NOON

pytestmark = pytest.mark.django_db(transaction=True)


def names(directory: Path) -> set[str]:
    """What stands in a directory, hidden files too."""
    return {path.name for path in directory.iterdir()}


def test_two_files_for_the_owner_alone(shelf: Path) -> None:
    made = back_up(shelf, now=NOON)
    assert names(shelf) == {"wegweiser-20260201T120000Z.data", "wegweiser-20260201T120000Z.keys"}
    assert {path.stat().st_mode & 0o777 for path in (made.data, made.keys)} == {0o600}


def test_a_directory_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    """A disk that is not mounted must not be mistaken for an empty directory."""
    with pytest.raises(BackupFault, match="nicht da"):
        back_up(tmp_path / "nicht eingehängt")
    (tmp_path / "Datei").write_text("x")
    with pytest.raises(BackupFault, match="Datei"):
        back_up(tmp_path / "Datei")
    assert names(tmp_path) == {"Datei"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_directory_that_cannot_be_written(shelf: Path) -> None:
    shelf.chmod(0o500)
    with pytest.raises(BackupFault, match="schreiben"):
        back_up(shelf)


@pytest.mark.parametrize("limit", [0, 100, 700])
def test_a_file_that_does_not_fit_leaves_nothing(shelf: Path, limit: int) -> None:
    back_up(shelf, now=NOON)
    before = names(shelf)
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, usual[1]))
    try:
        with pytest.raises(BackupFault, match="schreiben"):
            back_up(shelf, now=NOON + timedelta(days=99))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
        signal.signal(signal.SIGXFSZ, handler)
    assert names(shelf) == before


# Of each file its bytes, then both names, then the directory.
@pytest.mark.parametrize(
    ("call", "good_calls"), [("fsync", 0), ("fsync", 1), ("rename", 0), ("rename", 1), ("fsync", 2)]
)
def test_a_full_disk_at_any_step_leaves_nothing(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, call: str, good_calls: int
) -> None:
    usual, calls = getattr(os, call), iter(range(99))

    def fail(*args: object) -> object:
        if next(calls) < good_calls:
            return usual(*args)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        with pytest.raises(BackupFault, match="No space left"):
            back_up(shelf)
    assert names(shelf) == set()


def test_a_log_that_cannot_be_written_costs_no_back_up_but_is_said(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database that takes nothing any more is when a back-up is needed most."""
    back_up(shelf, now=NOON)

    def fail(*_: object, **__: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(save, "record", fail)
    with pytest.raises(BackupFault, match="nicht im Protokoll"):
        back_up(shelf, now=NOON + timedelta(days=99))
    assert names(shelf) == {file_name(kind, NOON + timedelta(days=days)) for kind in Kind for days in (0, 99)}


def test_what_the_disk_has_changed_is_found_before_the_file_gets_its_name(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = content.os.fsync

    def spoil(descriptor: int) -> None:
        real(descriptor)
        path = Path(os.readlink(f"/proc/self/fd/{descriptor}"))
        if path.suffix == ".part":
            path.write_bytes(path.read_bytes()[:-1])

    monkeypatch.setattr(content.os, "fsync", spoil)
    with pytest.raises(BackupFault, match="beschädigt"):
        back_up(shelf)
    assert names(shelf) == set()


def test_what_a_killed_back_up_left_is_taken_away(shelf: Path) -> None:
    (shelf / ".wegweiser-20250101T000000Z.data.part").write_bytes(b"half")
    back_up(shelf, now=NOON)
    assert not [name for name in names(shelf) if name.endswith(".part")]


def test_one_at_a_time(shelf: Path) -> None:
    descriptor = os.open(shelf, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        with pytest.raises(BackupFault, match="läuft schon"):
            back_up(shelf)
    finally:
        os.close(descriptor)


def test_an_earlier_back_up_is_never_replaced(shelf: Path) -> None:
    made = back_up(shelf, now=NOON)
    before = made.data.read_bytes()
    with pytest.raises(BackupFault, match="noch einmal"):
        back_up(shelf, now=NOON)
    assert made.data.read_bytes() == before


def test_key_files_live_two_weeks_and_data_files_for_ever(shelf: Path) -> None:
    for days in (0, 1, 13, 14, 15):
        back_up(shelf, now=NOON + timedelta(days=days))
    kept = {NOON + timedelta(days=days) for days in (1, 13, 14, 15)}
    assert {path.name for path in shelf.glob("*.keys")} == {file_name(Kind.KEYS, moment) for moment in kept}
    assert len(list(shelf.glob("*.data"))) == 5


def test_the_newest_key_file_stays_however_old_and_foreign_files_too(shelf: Path) -> None:
    others = {
        "wegweiser-alt.keys",
        "wegweiser-20200101T000000Z.keys.bak",
        "notiz.keys",
        "wegweiser-99999999T999999Z.keys",
    }
    for name in others:
        (shelf / name).write_text("x")
    back_up(shelf, now=NOON)
    made = back_up(shelf, keep_keys=0, now=NOON + timedelta(days=1000))
    assert names(shelf) == {*others, file_name(Kind.DATA, NOON), made.data.name, made.keys.name}
    assert [path.name for path in made.retired] == [file_name(Kind.KEYS, NOON)]


def test_a_clock_that_was_wrong_once_does_not_cost_the_new_keys(shelf: Path) -> None:
    back_up(shelf, now=NOON + timedelta(days=5000))
    made = back_up(shelf, keep_keys=0, now=NOON)
    assert made.keys.exists()


def test_key_files_stay_if_the_new_back_up_failed(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    back_up(shelf, now=NOON)
    monkeypatch.setattr(save, "sum_of", lambda *_: None)
    with pytest.raises(BackupFault):
        back_up(shelf, now=NOON + timedelta(days=99))
    assert names(shelf) == {file_name(kind, NOON) for kind in Kind}


def test_key_files_that_cannot_be_removed_are_said(shelf: Path) -> None:
    (shelf / file_name(Kind.KEYS, NOON)).mkdir()
    with pytest.raises(BackupFault, match="noch lesbar"):
        back_up(shelf, now=NOON + timedelta(days=99))
    assert len(list(shelf.glob("*.data"))) == 1


@pytest.mark.parametrize("days", ["-1", "36501"])
def test_a_senseless_period_is_refused(shelf: Path, days: str) -> None:
    with pytest.raises(CommandError, match="zwischen"):
        call_command("backup", f"--to={shelf}", f"--keep-keys={days}")
