"""What an office has released about the Länder, in place of what the program says; no rule reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from advisor.texts.library import Library
from pathways.content.land_slots import LABELS, LISTS, MORE, LandValue, Listed, entries_of, entry_name
from pathways.content.reading.land import LandReading, land_reading
from pathways.content.slots import Subject, slot_id
from pathways.engine.relevance import CaseView
from pathways.law.laender.claims import (
    Claim,
    Confidence,
    Counselling,
    Exclusion,
    Members,
    Part,
    Programme,
    ProgrammeState,
    Rigidity,
    Topic,
)
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
    own = {name: _claim(value) for name, value in library.land(land).items()}
    found = profile(land)
    if not own:
        return found
    changed: dict[str, Any] = {name: claim for name, claim in own.items() if name in LABELS}
    if "members" in own:
        changed["members"] = Members(own["members"], (), "")
    for name in LISTS:
        changed[name] = tuple(_listed(found, name, own))
    more = entry_name("exclusions", MORE) in own
    return replace(found, **changed, exclusions_complete=found.exclusions_complete and not more)


def land_in(library: Library, view: CaseView) -> LandReading | None:
    """The procedure in the Land of a case as the office's people read it; None where the Land is not known."""
    return land_reading(view, lambda land: profile_in(library, land))


def _listed(found: Profile, name: str, own: Mapping[str, Claim]) -> Iterator[Listed]:
    """A list with what the office says in place of an entry; it never takes one away."""
    for number, entry in enumerate(entries_of(found, name), 1):
        claim = own.get(entry_name(name, number))
        yield entry if claim is None else _said_anew(entry, claim)
    if claim := own.get(entry_name(name, MORE)):
        yield _ADDED[name](claim)


def _said_anew(entry: Listed, claim: Claim) -> Listed:
    """An entry with other words. What belonged to the words goes; what ties it to an answer or a topic stays."""
    match entry:
        case Exclusion():
            return replace(entry, claim=claim, rigidity=Rigidity.UNSAID)
        case Part():
            return replace(entry, claim=claim)
        case Programme():
            return _programme(claim)
        case Counselling():
            return Counselling(claim, "")


def _programme(claim: Claim) -> Programme:
    return Programme(claim, ProgrammeState.UNKNOWN, "", "", "", ())


# A ground nobody can tie to a choice of the questionnaire is read where the adviser has answered „other“.
_ADDED: Mapping[str, Callable[[Claim], Listed]] = {
    "exclusions": lambda claim: Exclusion(claim, Rigidity.UNSAID, answer="other"),
    "parts": lambda claim: Part(claim, Topic.ENCLOSURES),
    "programmes": _programme,
    "counselling": lambda claim: Counselling(claim, ""),
}


def _claim(value: LandValue) -> Claim:
    confidence = Confidence.UNVERIFIED if value.is_unverified else Confidence.VERIFIED
    return Claim(value.text, value.source, value.day, confidence)
