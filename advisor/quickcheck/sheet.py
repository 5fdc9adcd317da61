"""What comes of a quick check on one sheet: deadlines, other routes, the eight pathways, what is missing, answers."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.cases.next_question import asks
from advisor.cases.sections import NUMBERS
from advisor.cases.standing import Standing
from pathways.content.reading import CaseReading, PathwayReading, read_assessment
from pathways.content.words import VERDICTS
from pathways.engine.assess import Verdict
from pathways.engine.consultation import consult
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
class Sheet:
    """The reading of the answers and the questions to put next; ``shown``: the pathways worth a closer look."""

    reading: CaseReading
    missing: tuple[Missing, ...]
    more_missing: int
    shown: tuple[PathwayReading, ...]


def sheet(standing: Standing) -> Sheet:
    """The sheet for answers on their day."""
    reading = read_assessment(consult(LAW, standing.answers, standing.as_of, ""), standing.answers, LAW)
    ranked = asks(standing)
    return Sheet(
        reading=reading,
        missing=tuple(Missing(NUMBERS[ask.fact.id], ask.fact.label, ask.cites) for ask in ranked[:_MISSING]),
        more_missing=len(ranked[_MISSING:]),
        shown=tuple(pathway for _label, found in reading.by_verdict for pathway in found if pathway.verdict in _SHOWN),
    )
