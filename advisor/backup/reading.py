"""Reads the two files of a back-up: what they hold, row by row, and whether it is all there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from advisor.backup.content import Line, opened
from advisor.backup.faults import BackupFault
from advisor.backup.header import Header, Kind
from advisor.backup.schema import Schema


@dataclass(frozen=True, slots=True)
class Row:
    """A row as written down; ``model`` is its label."""

    model: str
    columns: list[str]
    values: list[Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """The beginning of a file beside the database (``name``), or its next bytes in base64 (``data``)."""

    name: str = ""
    data: str = ""


@dataclass(slots=True)
class Contents:
    """What a file has been found to hold; complete only once the whole file has been read."""

    header: Header
    schema: Schema
    promised: Mapping[str, int]
    counts: Counter[str] = field(default_factory=Counter)
    keys: set[UUID] = field(default_factory=set)
    files: int = 0


def contents_of(path: Path, kind: Kind) -> Contents:
    """Read and verify a whole file; BackupFault."""
    contents: Contents | None = None
    for contents, _ in items_of(path, kind):  # noqa: B007  the last one counts
        pass
    if contents is None:
        raise BackupFault(f"{path.name}: Die Sicherung ist leer.")
    return contents


def items_of(path: Path, kind: Kind) -> Iterator[tuple[Contents, Row | Piece | None]]:
    """What a file holds, first None: only the contents' head is known then. BackupFault at whatever is wrong."""
    with opened(path, kind) as (header, lines):
        contents = _head(header, next(lines, None))
        yield contents, None
        model, columns = "", list[str]()
        for line in lines:
            match line:
                case list():
                    contents.counts[model] += 1
                    if model == "vault.DataKey":
                        contents.keys.add(UUID(line[columns.index("id")]["uuid"]))
                    yield contents, Row(model, columns, line)
                case {"model": str(model), "columns": list(columns)}:
                    pass
                case {"keys": list(ids)}:
                    contents.keys.update(map(UUID, ids))
                case {"file": str(name)}:
                    contents.files += 1
                    yield contents, Piece(name=name)
                case {"piece": str(data)}:
                    yield contents, Piece(data=data)
                case _:
                    raise BackupFault("In der Sicherung steht eine unbekannte Zeile.")
        if contents.counts != Counter(contents.promised):
            raise BackupFault("Es stehen nicht so viele Zeilen darin, wie am Anfang angekündigt.")


def _head(header: Header, line: Line | None) -> Contents:
    match line:
        case {"schema": dict(schema), "counts": dict(counts)}:
            return Contents(header, schema, counts)
    raise BackupFault("Am Anfang der Sicherung steht nicht, was sie enthält.")
