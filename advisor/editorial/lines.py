"""The statements of a text as paragraphs and lists of a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.safestring import SafeString, mark_safe

from pathways.content.markup import Statement, fill
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
