"""What a data-protection document is made of: sections of paragraphs, lists and tables, with marked gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

UNVERIFIED = "[UNVERIFIED]"
_MARKED = re.compile(r"(\[vom Träger [^\]]+\]|\[UNVERIFIED\]|_{8,})")


def blank(what: str = "") -> str:
    """A gap the office has to fill in, as it stands in a text; ``what`` belongs there."""
    return f"[vom Träger auszufüllen: {what}]" if what else "[vom Träger auszufüllen]"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; ``mark``: `blank`, `unverified` or `line` where somebody has to do something, otherwise empty.

    A `line` is there to sign on: drawn, since underscores would be read out one by one.
    """

    text: str
    mark: str = ""


def runs(text: str) -> tuple[Run, ...]:
    """A text as stretches, so that what is open can be seen."""
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[Run]:
    for place, piece in enumerate(_MARKED.split(text)):
        if piece:
            yield Run(piece, _mark(piece) if place % 2 else "")


def _mark(piece: str) -> str:
    if piece.startswith("_"):
        return "line"
    return "unverified" if piece == UNVERIFIED else "blank"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: str
    kind: ClassVar[str] = "paragraph"

    @property
    def runs(self) -> tuple[Run, ...]:
        """The text as stretches."""
        return runs(self.text)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]
    kind: ClassVar[str] = "bullets"

    @property
    def runs(self) -> list[tuple[Run, ...]]:
        """Each item as stretches."""
        return [runs(item) for item in self.items]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first column names the row; a cell is one text or several, one beneath the other."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str | tuple[str, ...], ...], ...]
    kind: ClassVar[str] = "table"

    @property
    def lines(self) -> list[list[Cell]]:
        """The rows as cells that know the head of their column."""
        return [
            [Cell(head, (cell,) if isinstance(cell, str) else cell) for head, cell in zip(self.heads, row, strict=True)]
            for row in self.rows
        ]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell."""

    head: str
    texts: tuple[str, ...]

    @property
    def runs(self) -> list[tuple[Run, ...]]:
        """Each text as stretches."""
        return [runs(text) for text in self.texts]


Block = Paragraph | Bullets | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, where it is asked for, and what stands under it."""

    title: str
    blocks: tuple[Block, ...]
    cite: str = ""


def plain(sections: tuple[Section, ...]) -> str:
    """All words of a document, a line for each text."""
    return "\n".join(text for section in sections for text in _texts(section))


def _texts(section: Section) -> Iterator[str]:
    yield section.title
    for block in section.blocks:
        match block:
            case Paragraph(text):
                yield text
            case Bullets(items):
                yield from items
            case Table():
                yield from block.heads
                for line in block.lines:
                    for cell in line:
                        yield from cell.texts
