"""What comes of a quick check on one sheet: deadlines, other routes, the eight pathways, what is missing, answers."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.cases.next_question import asks
from advisor.cases.sections import NUMBERS
from advisor.cases.standing import Standing
from pathways.content.reading import (
    CaseReading,
    PathwayReading,
    Point,
    Shared,
    own_criteria,
    points,
    read_assessment,
    shared_criteria,
)
from pathways.content.words import VERDICTS
from pathways.engine.assess import Verdict
from pathways.engine.citations import Citation
from pathways.engine.consultation import consult
from pathways.engine.truth import Truth
from pathways.law import LAW

_MISSING = 12  # questions named
_SHOWN = (VERDICTS[Verdict.MET], VERDICTS[Verdict.OPEN], VERDICTS[Verdict.EXCEPTION])


@dataclass(frozen=True, slots=True)
class Missing:
    """A question that can still decide something: its number, what it is about, and for which pathways."""

    number: str
    label: str
    pathways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Closer:
    """A pathway worth a closer look: what speaks for it, all that speaks against it, and what of its own is open."""

    reading: PathwayReading
    speaks_for: tuple[Point, ...]
    speaks_against: tuple[Point, ...]
    still_open: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class ForSeveral:
    """What is open for several pathways at once; ``bound``, ``ways``: for which."""

    text: str
    cite: tuple[Citation, ...]
    bound: str
    ways: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The reading of the answers, the questions to put next and the pathways worth a closer look."""

    reading: CaseReading
    missing: tuple[Missing, ...]
    more_missing: int
    closer: tuple[Closer, ...]
    for_several: tuple[ForSeveral, ...]


def sheet(standing: Standing) -> Sheet:
    """The sheet for answers on their day."""
    reading = read_assessment(consult(LAW, standing.answers, standing.as_of, ""), standing.answers, LAW)
    ranked = asks(standing)
    shown = [pathway for _label, found in reading.by_verdict for pathway in found if pathway.verdict in _SHOWN]
    shared = shared_criteria(shown)
    return Sheet(
        reading=reading,
        missing=tuple(Missing(NUMBERS[ask.fact.id], ask.fact.label, ask.cites) for ask in ranked[:_MISSING]),
        more_missing=len(ranked[_MISSING:]),
        closer=tuple(_closer(pathway, shared) for pathway in shown),
        for_several=tuple(
            ForSeveral(entry.item.says, entry.item.cite, entry.bound, entry.ways)
            for entry in shared
            if entry.item.counts and entry.item.truth is Truth.OPEN
        ),
    )


def _closer(pathway: PathwayReading, shared: tuple[Shared, ...]) -> Closer:
    speaks_for, _, still_open = points(own_criteria(pathway, shared))
    # What would have to be waived must not be overlooked because it is the same elsewhere.
    return Closer(pathway, speaks_for, pathway.points[1], still_open)
