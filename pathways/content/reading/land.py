"""How the hardship procedure runs in the Land of the case, in words, marked where nobody has checked it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pathways.content import words
from pathways.engine.relevance import CaseView
from pathways.law.facts import FEDERAL_STATE, HFK_STATE_EXCLUSION
from pathways.law.laender.claims import Rigidity
from pathways.law.laender.profile import Claim, Exclusion, Profile, profile

_UNNAMED = "other"


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
    """The procedure of one Land; ``grounds``: what it is known to say about the grounds that were answered to apply."""

    code: str
    name: str
    commission: LandLine
    lines: tuple[LandLine, ...]
    grounds: tuple[LandLine, ...] = ()

    @property
    def all_lines(self) -> tuple[LandLine, ...]:
        """The procedure, then the grounds."""
        return (*self.lines, *self.grounds)


def land_reading(view: CaseView, profile_of: Callable[[str], Profile] = profile) -> LandReading | None:
    """The procedure in the Land of the case; None where the Land is not known. ``profile_of``: its profile, by code."""
    code = view.values.get(FEDERAL_STATE.id)
    if not isinstance(code, str):
        return None
    found = profile_of(code)
    return LandReading(
        found.land,
        found.name,
        _line("Kommission", found.commission),
        tuple(_line(line.label, line.claim) for line in found.procedure),
        tuple(_line(_ground_label(ground), ground.claim) for ground in _applying(found, view)),
    )


def _applying(found: Profile, view: CaseView) -> tuple[Exclusion, ...]:
    """The grounds of the Land that an answer names; for „other“, which names none, those that may be meant."""
    answered = view.values.get(HFK_STATE_EXCLUSION.id)
    chosen = answered if isinstance(answered, frozenset) else frozenset()
    return tuple(
        ground
        for ground in found.exclusions
        if ground.answer in chosen or (ground.question and view.values.get(ground.question) is True)
    )


def _ground_label(ground: Exclusion) -> str:
    """What the ground is called, and how hard it stands in its source."""
    named = "Möglicher Grund des Landes" if ground.answer == _UNNAMED else "Grund des Landes"
    return named if ground.rigidity is Rigidity.UNSAID else f"{named} ({ground.rigidity})"


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
