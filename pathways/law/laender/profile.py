"""The profiles of the Länder, read from their TOML files."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from pathways.engine.days import PartialDay
from pathways.law.facts import FEDERAL_STATE
from pathways.law.laender.claims import (
    UNKNOWN,
    Claim,
    Confidence,
    Conflict,
    Counselling,
    Exclusion,
    Figures,
    Members,
    Part,
    Programme,
    ProgrammeState,
    Rigidity,
    SourceRead,
    SubmissionWay,
    Suspended,
    Topic,
)

__all__ = [
    "UNKNOWN",
    "Claim",
    "Exclusion",
    "Part",
    "ProcedureLine",
    "Profile",
    "Topic",
    "conflicts",
    "general_parts",
    "laender_with",
    "min_stay_months",
    "profile",
    "profiles",
]

_Listed = Exclusion | Part | Programme | Counselling
_CLAIM_KEYS = frozenset(field.name for field in fields(Claim))


@dataclass(frozen=True, slots=True)
class ProcedureLine:
    """One line of „Verfahren in diesem Land“ for screen and paper."""

    label: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known about one Land: its hardship commission (§ 23a), programmes (§ 23 Abs. 1) and counselling.

    ``exclusions_complete`` says whether the whole list of the Land was read; ``exclusions_note`` what else counts;
    ``parts`` what the commission is known to want in a petition.
    """

    land: str
    name: str
    submission_way: SubmissionWay
    suspended: Suspended
    commission: Claim
    seat: Claim
    members: Members
    website: Claim
    legal_basis: Claim
    submission: Claim
    suspension: Claim
    majority: Claim
    decision: Claim
    exclusions: tuple[Exclusion, ...]
    exclusions_complete: bool
    exclusions_note: str
    exception: Claim
    parts: tuple[Part, ...]
    programmes: tuple[Programme, ...]
    counselling: tuple[Counselling, ...]
    figures: tuple[Figures, ...]
    sources: tuple[SourceRead, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every single statement: the fields in the order of a page, then the lists."""
        single = (self.commission, self.seat, self.members.claim, self.legal_basis, self.submission, self.suspension)
        more = (self.majority, self.decision, self.website, self.exception)
        lists: tuple[_Listed, ...] = (*self.exclusions, *self.parts, *self.programmes, *self.counselling)
        return (*single, *more, *(entry.claim for entry in lists))

    @property
    def procedure(self) -> tuple[ProcedureLine, ...]:
        """The lines an adviser needs first, in the order of the procedure."""
        return (
            ProcedureLine("Wer kann den Fall einbringen?", self.submission),
            ProcedureLine("Abschiebung während des Verfahrens", self.suspension),
            ProcedureLine("Mehrheit für ein Ersuchen", self.majority),
            ProcedureLine("Wer entscheidet?", self.decision),
            ProcedureLine("Seite der Kommission", self.website),
        )


def _day(text: str) -> PartialDay | None:
    """A day as the files write it; "" is undated."""
    return PartialDay.parse(text) if text else None


def _claim(raw: Mapping[str, Any]) -> Claim:
    return Claim(**{**raw, "date": _day(raw["date"]), "confidence": Confidence(raw["confidence"])})


def _parted(raw: Mapping[str, Any]) -> tuple[Claim, dict[str, Any]]:
    """The claim in a table, and what the table says besides."""
    claim = _claim({key: value for key, value in raw.items() if key in _CLAIM_KEYS})
    return claim, {key: value for key, value in raw.items() if key not in _CLAIM_KEYS}


def _exclusion(raw: Mapping[str, Any]) -> Exclusion:
    claim, rest = _parted(raw)
    return Exclusion(claim, **{**rest, "rigidity": Rigidity(rest["rigidity"])})


def _members(raw: Mapping[str, Any]) -> Members:
    claim, rest = _parted(raw)
    return Members(claim, **{**rest, "seats": tuple(rest["seats"])})


def _part(raw: Mapping[str, Any]) -> Part:
    claim, rest = _parted(raw)
    return Part(claim, Topic(rest.pop("topic")), **rest)


def _programme(raw: Mapping[str, Any]) -> Programme:
    claim, rest = _parted(raw)
    rest = {**rest, "state": ProgrammeState(rest["state"]), "conditions": tuple(rest["conditions"])}
    return Programme(claim, **rest)


def _counselling(raw: Mapping[str, Any]) -> Counselling:
    claim, rest = _parted(raw)
    return Counselling(claim, **rest)


def _figures(raw: Mapping[str, Any]) -> Figures:
    return Figures(**{**raw, "cut_off": _day(raw["cut_off"]), "confidence": Confidence(raw["confidence"])})


def _source(raw: Mapping[str, Any]) -> SourceRead:
    return SourceRead(**{**raw, "date": _day(raw["date"])})


_READERS = {
    "exclusions": _exclusion,
    "parts": _part,
    "programmes": _programme,
    "counselling": _counselling,
    "figures": _figures,
    "sources": _source,
}


_SINGLE_READERS: Mapping[str, Callable[[Any], Any]] = {
    "members": _members,
    "submission_way": SubmissionWay,
    "suspended": Suspended,
}


def _value(key: str, raw: Any) -> Any:
    """A key of the file as a field of the profile: a list of tables, a claim, or the plain value."""
    if key in _READERS:
        return tuple(_READERS[key](table) for table in raw)
    if key in _SINGLE_READERS:
        return _SINGLE_READERS[key](raw)
    return _claim(raw) if isinstance(raw, dict) else raw


@cache
def profile(land_code: str) -> Profile:
    """The profile of a Land by its value of ``federal_state`` (``"NW"``); KeyError where there is no such Land."""
    if land_code not in {choice.id for choice in FEDERAL_STATE.choices}:
        raise KeyError(land_code)
    return Profile(**{key: _value(key, raw) for key, raw in _file(land_code).items()})


def profiles() -> tuple[Profile, ...]:
    """The profiles of all 16 Länder, in the order of the values of `federal_state`."""
    return tuple(profile(choice.id) for choice in FEDERAL_STATE.choices)


def laender_with(question: str) -> tuple[str, ...]:
    """The Länder that have a ground against dealing with a case which the yes to this question says applies."""
    return tuple(each.land for each in profiles() if any(ground.question == question for ground in each.exclusions))


@cache
def conflicts() -> tuple[Conflict, ...]:
    """What sources say differently about all Länder."""
    return tuple(Conflict(**table) for table in _file("general")["conflicts"])


@cache
def general_parts() -> tuple[Part, ...]:
    """What a petition mostly holds, confirmed by no Land; for the parts about which a Land is not known to say more."""
    return tuple(_part(table) for table in _file("general")["parts"])


def _file(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


def min_stay_months(land_code: str) -> int:
    """How long somebody has to have lived in Germany before this Land deals with a case; 0 where it does not ask."""
    return max((each.min_stay_months for each in profile(land_code).exclusions), default=0)
