"""What is inside a file of a back-up: compressed lines of JSON, first what it holds, last that it is complete."""

from __future__ import annotations

import gzip
import io
import json
import os
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from advisor.backup.container import SealedReader, SealedWriter
from advisor.backup.faults import BackupFault
from advisor.backup.header import Header, Kind

Line = dict[str, Any] | list[Any]

END = "end"
_LONGEST_LINE = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sum:
    """How many lines a file has and their digest."""

    lines: int
    digest: bytes


def write_file(path: Path, kind: Kind, created: datetime, lines: Iterable[Line]) -> Sum:
    """Write a new file, readable by its owner alone, and wait until the disk has it.

    BackupFault or OSError; the caller removes what is there then.
    """
    digest, count = sha256(), 0
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "wb") as target:
        sealed = SealedWriter(target, kind, created)
        with gzip.GzipFile(filename="", mode="wb", fileobj=sealed, mtime=0, compresslevel=6) as packed:
            for line in lines:
                text = _text(line)
                digest.update(text)
                packed.write(text)
                count += 1
            packed.write(_text({END: count}))
        sealed.finish()
        target.flush()
        os.fsync(target.fileno())
    return Sum(count, digest.digest())


@contextmanager
def opened(path: Path, kind: Kind) -> Iterator[tuple[Header, Iterator[Line]]]:
    """The header and the lines of a file; BackupFault at the first thing in it that is not as it was written.

    Only who has taken the last line knows that the file is complete.
    """
    try:
        with path.open("rb") as source:
            sealed = SealedReader(source, kind)
            with gzip.GzipFile(fileobj=io.BufferedReader(sealed), mode="rb") as packed:
                yield sealed.header, _lines(packed)
    except BackupFault as fault:
        raise BackupFault(f"{path.name}: {fault}") from None
    except OSError as fault:
        raise BackupFault(f"{path} lässt sich nicht lesen: {fault.strerror or 'beschädigt'}.") from None


def sum_of(path: Path, kind: Kind) -> Sum:
    """Read a whole file; BackupFault."""
    digest, count = sha256(), 0
    with opened(path, kind) as (_, lines):
        for line in lines:
            digest.update(_text(line))
            count += 1
    return Sum(count, digest.digest())


def _lines(packed: gzip.GzipFile) -> Iterator[Line]:
    count = 0
    try:
        while text := packed.readline(_LONGEST_LINE):
            line = json.loads(text)
            if isinstance(line, dict) and END in line:
                # Behind the last line nothing may follow; reading on also has the last chunk authenticated.
                if line[END] == count and not packed.read(1):
                    return
                break
            yield line
            count += 1
    except (ValueError, EOFError, zlib.error, RecursionError):
        pass
    raise BackupFault("Der Inhalt ist unvollständig. Nehmen Sie eine andere Sicherung.")


def _text(line: Line) -> bytes:
    return json.dumps(line, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"
