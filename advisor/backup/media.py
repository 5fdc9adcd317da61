"""Files kept beside the database, as lines of a back-up; none where MEDIA_ROOT is not set."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import BinaryIO, Self

from django.conf import settings

from advisor.backup.content import Line
from advisor.backup.faults import BackupFault

_PIECE_BYTES = 48 * 1024


def media_root() -> Path | None:
    """The directory of the files. Unset means none: Django would take the directory it was started in."""
    return Path(settings.MEDIA_ROOT) if settings.MEDIA_ROOT else None


def media_lines() -> Iterator[Line]:
    """Each file as a line with its name and lines with its bytes."""
    root = media_root()
    if root is None:
        return
    for path in _files(root):
        yield {"file": path.relative_to(root).as_posix()}
        with path.open("rb") as source:
            while piece := source.read(_PIECE_BYTES):
                yield {"piece": base64.b64encode(piece).decode()}


def _files(root: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path


class MediaWriter:
    """Puts files back where none are; on an error takes away those it has written."""

    def __init__(self) -> None:
        """BackupFault where there are files already."""
        self._root = media_root()
        self._written: list[Path] = []
        self._open: BinaryIO | None = None
        if self._root and next(_files(self._root), None):
            raise BackupFault(
                f"In {self._root} liegen schon Dateien. Wiederherstellen geht nur in ein leeres Verzeichnis."
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self._close()
        if kind is not None:
            for path in self._written:
                path.unlink(missing_ok=True)

    def begin(self, name: str) -> None:
        """The next pieces belong to this file."""
        self._close()
        if self._root is None:
            raise BackupFault("Die Sicherung enthält Dateien, aber MEDIA_ROOT ist nicht gesetzt.")
        relative = PurePosixPath(name)
        if relative.is_absolute() or ".." in relative.parts or "\x00" in name:
            raise BackupFault("Die Sicherung enthält einen unzulässigen Dateinamen.")
        path = self._root / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        self._written.append(path)
        self._open = os.fdopen(descriptor, "wb")

    def add(self, piece: str) -> None:
        """The next bytes of the file begun."""
        if self._open is None:
            raise BackupFault("Die Sicherung ist nicht lesbar.")
        self._open.write(base64.b64decode(piece))

    def finish(self) -> None:
        """Wait until the disk has the last file."""
        self._close()

    def _close(self) -> None:
        if self._open is not None:
            self._open.flush()
            os.fsync(self._open.fileno())
            self._open.close()
            self._open = None
