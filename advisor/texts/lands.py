"""What an office has released about the Länder, in place of what the program says; no rule reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from advisor.texts.library import Library
from pathways.content.land_slots import LandValue
from pathways.content.reading.land import LandReading, land_reading
from pathways.content.slots import Subject, slot_id
from pathways.engine.relevance import CaseView
from pathways.law.laender.claims import Claim, Confidence
from pathways.law.laender.profile import Profile, profile


@dataclass(frozen=True, slots=True)
class Own:
    """A statement of the office's own, with number and day of the release it comes from."""

    value: LandValue
    release: int
    day: date


def own_values(library: Library, land: str) -> Mapping[str, Own]:
    """What the office says about a Land itself, by field; what the program has since read anew is left out."""
    found = {}
    for field, value in library.land(land).items():
        text = library.entry(slot_id(Subject.LAND, land, field))
        if text is not None:
            found[field] = Own(value, text.release, text.day)
    return found


def profile_in(library: Library, land: str) -> Profile:
    """A Land as it is shown to the people of an office; KeyError where there is no such Land."""
    own: dict[str, Any] = {field: _claim(value) for field, value in library.land(land).items()}
    return replace(profile(land), **own)


def land_in(library: Library, view: CaseView) -> LandReading | None:
    """The procedure in the Land of a case as the office's people read it; None where the Land is not known."""
    return land_reading(view, lambda land: profile_in(library, land))


def _claim(value: LandValue) -> Claim:
    return Claim(value.text, value.source, value.day, Confidence.VERIFIED)
