"""What speaks for a title, what against it, and what is still open: drawn from its criteria, never written beside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pathways.content.reading.answers import AnswerLine
from pathways.content.reading.criteria import CriterionReading
from pathways.content.words import MANNERS, gettext_noop
from pathways.engine.citations import Citation
from pathways.engine.pathway import Kind, Manner
from pathways.engine.truth import Truth

_NOT_MET = gettext_noop("nicht erfüllt")
_EXCEPTION = gettext_noop("nicht erfüllt; nur als begründete Ausnahme")
_WAIVED = {
    MANNERS[Manner.MUST]: gettext_noop("nicht erfüllt, davon ist abzusehen"),
    MANNERS[Manner.MAY]: gettext_noop("nicht erfüllt, davon kann abgesehen werden"),
}
_DISPUTED = gettext_noop("umstritten")
_REMEDIABLE = gettext_noop("es gibt Abhilfe")
_SPEAKS_FOR = frozenset({Kind.MANDATORY, Kind.EXTENSION})


@dataclass(frozen=True, slots=True)
class Point:
    """One point with its place in the law.

    ``remark``: what the program says with it, one of few fixed phrases; ``missing``: what to find out; ``weighed``: an
    indication, not a demand.
    """

    text: str
    cite: tuple[Citation, ...]
    remark: str = ""
    missing: tuple[AnswerLine, ...] = ()
    weighed: bool = False


def points(criteria: Iterable[CriterionReading]) -> tuple[tuple[Point, ...], tuple[Point, ...], tuple[Point, ...]]:
    """For, against and open, in the order of the criteria; a bar that does not stand is no point for the title."""
    speaks_for: list[Point] = []
    speaks_against: list[Point] = []
    still_open: list[Point] = []
    for item in criteria:
        if item.truth is Truth.YES and item.kind in _SPEAKS_FOR:
            speaks_for.append(Point(item.says, item.cite))
        elif item.truth is Truth.NO and (item.counts or item.kind is Kind.WAIVABLE):
            speaks_against.append(Point(item.says, item.cite, _against(item)))
        elif item.truth is Truth.OPEN and item.counts:
            still_open.append(Point(item.says, item.cite, _open(item), item.missing))
        speaks_for += [Point(point.text, point.cite, weighed=True) for point in item.speaks_for]
        speaks_against += [Point(point.text, point.cite, weighed=True) for point in item.speaks_against]
    return _once(speaks_for), _once(speaks_against), _once(still_open)


def _once(found: Iterable[Point]) -> tuple[Point, ...]:
    """The points in order, none twice: several criteria may show the same indication."""
    return tuple(dict.fromkeys(found))


def _against(item: CriterionReading) -> str:
    if item.waiver is not None:
        return _WAIVED[item.waiver.manner]
    return _EXCEPTION if item.kind is Kind.RULE else _NOT_MET


def _open(item: CriterionReading) -> str:
    if item.disputes:
        return _DISPUTED
    return _REMEDIABLE if item.remedies and not item.missing else ""
