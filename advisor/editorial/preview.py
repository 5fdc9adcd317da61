"""How a text reads before it is kept, and what the checks say about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.safestring import SafeString, mark_safe

from advisor.texts.library import Library
from advisor.texts.subjects import faults_of
from pathways.content.checks import Fault, words_of
from pathways.content.markup import Statement, fill, read
from pathways.content.slots import Slot
from pathways.engine.citations import Citation


@dataclass(frozen=True, slots=True)
class Line:
    """A statement as it stands on a page."""

    html: SafeString
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that stand together: ``p``, or the entries of one ``ul`` or ``ol``."""

    kind: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """A text as a reader will see it. ``length``: in characters, without citations."""

    groups: tuple[Group, ...]
    faults: tuple[Fault, ...]
    length: int
    longest: int
    language: str


def preview_of(library: Library, slot: Slot, language: str, body: str) -> Preview:
    """The preview of a text; what cannot be read is left out of it and stands among the faults."""
    statements, _troubles = read(body)
    faults = checked(library, slot, language, body) if body.strip() else ()
    return Preview(groups_of(statements), faults, len(words_of(statements)), slot.longest, language)


def checked(library: Library, slot: Slot, language: str, body: str) -> tuple[Fault, ...]:
    """The faults of a text beside what counts for the office already."""
    current = library.entry(slot.id, language)
    others = frozenset(library.languages(slot.id)) - {language}
    return faults_of(slot.id, language, body, others, current.body if current else "")


def groups_of(statements: Iterable[Statement]) -> tuple[Group, ...]:
    """Statements as paragraphs and lists, with plain words for what only a case knows."""
    return tuple(
        Group(kind, tuple(_line(fill(statement, {})) for statement in together))
        for kind, together in groupby(statements, _kind)
    )


def _kind(statement: Statement) -> str:
    if not statement.in_list:
        return "p"
    return "ol" if statement.numbered else "ul"


def _line(statement: Statement) -> Line:
    # `Statement.html` has gone through nh3, which leaves bold and italic.
    return Line(mark_safe(statement.html), statement.cites)
