"""How the hardship procedure runs in the Land of the case, in words, marked where nobody has checked it."""

from __future__ import annotations

from dataclasses import dataclass

from pathways.content import words
from pathways.engine.relevance import CaseView
from pathways.law.facts import FEDERAL_STATE
from pathways.law.laender.profile import Claim, profile


@dataclass(frozen=True, slots=True)
class LandLine:
    """One line on the procedure; ``day``: that of the source, ``url``: where the text is an address."""

    label: str
    text: str
    source: str
    day: str
    url: str
    unverified: bool
    stale: bool


@dataclass(frozen=True, slots=True)
class LandReading:
    """The procedure of one Land."""

    name: str
    commission: LandLine
    lines: tuple[LandLine, ...]


def land_reading(view: CaseView) -> LandReading | None:
    """The procedure in the Land of the case; None where the Land is not known."""
    code = view.values.get(FEDERAL_STATE.id)
    if not isinstance(code, str):
        return None
    found = profile(code)
    return LandReading(
        found.name,
        _line("Kommission", found.commission),
        tuple(_line(line.label, line.claim) for line in found.procedure),
    )


def _line(label: str, claim: Claim) -> LandLine:
    return LandLine(
        label=label,
        text=claim.text,
        source=claim.source,
        day=words.partial_day_words(claim.date) if claim.date else "",
        url=claim.url,
        unverified=claim.is_unverified,
        stale=claim.stale,
    )
