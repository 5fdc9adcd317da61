"""The directory of the back-ups: names, one writer at a time, files that appear whole or not at all, retention."""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from advisor.backup.faults import BackupFault
from advisor.backup.header import STAMP, Kind, stamp_of

_NAME = re.compile(r"wegweiser-(\d{8}T\d{6}Z)\.(data|keys)")
_PARTS = ".wegweiser-*.part"


def file_name(kind: Kind, created: datetime) -> str:
    """How a file of a back-up made at this moment is called."""
    return f"wegweiser-{stamp_of(created)}.{kind.value}"


def part_of(path: Path) -> Path:
    """Where a file stands until it is whole and verified."""
    return path.with_name(f".{path.name}.part")


def made_at(path: Path) -> datetime | None:
    """The moment in the name of a file; None if it does not bear such a name."""
    found = _NAME.fullmatch(path.name)
    try:
        return datetime.strptime(found[1], STAMP).replace(tzinfo=UTC) if found else None
    except ValueError:
        return None


def shelved(directory: Path, kind: Kind) -> list[Path]:
    """The files of this kind in a directory, oldest first; others that lie there are none of our business."""
    found = [(made_at(path), path) for path in directory.glob(f"wegweiser-*.{kind.value}")]
    return [path for _, path in sorted((moment, path) for moment, path in found if moment)]


@contextmanager
def locked(directory: Path) -> Iterator[None]:
    """Nobody else makes a back-up there meanwhile; takes away what a killed one has left. BackupFault."""
    try:
        descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as fault:
        raise BackupFault(f"Das Verzeichnis {directory} ist nicht da oder nicht lesbar: {fault.strerror}.") from None
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BackupFault(f"In {directory} läuft schon eine Sicherung.") from None
        for part in directory.glob(_PARTS):
            part.unlink(missing_ok=True)
        yield
    finally:
        os.close(descriptor)


def publish(*paths: Path) -> None:
    """Give finished files their names, in this order, and have the disk know them; all or none. OSError."""
    done: list[Path] = []
    try:
        for path in paths:
            os.rename(part_of(path), path)
            done.append(path)
        _sync(paths[0].parent)
    except OSError:
        for path in done:
            path.unlink(missing_ok=True)
        raise


def retire(directory: Path, kind: Kind, days: int, now: datetime, keep: Path) -> list[Path]:
    """Remove the files of this kind older than so many days, but not the newest nor ``keep``; returns those removed."""
    *older, _newest = shelved(directory, kind) or [keep]
    limit = now - timedelta(days=days)
    gone = [path for path in older if path != keep and (made_at(path) or now) < limit]
    for path in gone:
        path.unlink()
    if gone:
        _sync(directory)
    return gone


def _sync(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
