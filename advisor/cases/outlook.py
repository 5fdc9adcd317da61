"""How the pathways and deadlines of everybody in a case stood when they were last judged; kept sealed with the case.

Lists, reminders and the start page read it instead of judging every case anew. Beside that it repeats what the team
has noted about dates (`Agenda`), so that an answer can be saved without reading those notes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.utils import timezone

from advisor.cases.marks import marks_of
from advisor.cases.models import Case
from advisor.cases.standing import Standing
from pathways.engine.consultation import DueDeadline
from pathways.engine.fingerprint import law_version
from pathways.law import LAW
from pathways.law.facts import FEDERAL_STATE

_PLACE = "outlook"
_FORMAT = 2  # also of the marks: with another one they are written anew


@dataclass(frozen=True, slots=True)
class DueDay:
    """A deadline that runs, by its id; ``day`` None: it cannot be told, act at once."""

    id: str
    day: date | None


@dataclass(frozen=True, slots=True)
class PersonOutlook:
    """One person: the verdicts by pathway id, the deadlines that run and the Land, where it is known.

    ``day``, ``law``: when and by which version of the law that was said; None and empty where nobody has kept it.
    """

    verdicts: Mapping[str, str]
    deadlines: tuple[DueDay, ...]
    land: str | None
    day: date | None = None
    law: str = ""


class Settled(NamedTuple):
    """A deadline of a person that somebody has called done, on the day it had then."""

    person: UUID
    id: str
    day: date | None


class OwnDate(NamedTuple):
    """A date the team has noted for a person, such as a hearing, that is still ahead or not called done."""

    person: UUID
    id: str
    day: date
    words: str


class Moved(NamedTuple):
    """A verdict that another day or another version of the law has moved, until somebody has looked.

    ``why``: ``law``, ``time`` or ``both``.
    """

    person: UUID
    pathway: str
    before: str
    now: str
    since: date
    why: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """What the team has noted about dates."""

    settled: frozenset[Settled] = frozenset()
    dates: tuple[OwnDate, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlook:
    """All that is kept about a case; ``marked``: whether its marks are those of this format."""

    persons: Mapping[UUID, PersonOutlook] = field(default_factory=dict)
    agenda: Agenda = Agenda()
    moved: tuple[Moved, ...] = ()
    marked: bool = False

    def is_open(self, person: UUID, due: DueDay) -> bool:
        """Whether nobody has called a deadline of a person done."""
        return Settled(person, due.id, due.day) not in self.agenda.settled


def still_open(case: Case, person: UUID, deadlines: Iterable[DueDeadline]) -> tuple[DueDeadline, ...]:
    """Those of a person's running deadlines that nobody has called done; no query. Tampered, KeyMissing."""
    running = tuple(deadlines)
    if not running:
        return ()
    kept = whole_outlook(case)
    return tuple(due for due in running if kept.is_open(person, DueDay(due.deadline.id, due.day)))


class Change(NamedTuple):
    """What an outlook becomes: the columns of the case and its marks before and after; None: not known, all anew."""

    columns: dict[str, Any]
    marks_before: frozenset[str] | None
    marks_after: frozenset[str]


def outlook_of(standing: Standing, day: date | None = None) -> PersonOutlook:
    """What is kept of how somebody stands; ``day``: on which it is said, None for today. No query."""
    land = standing.view.values.get(FEDERAL_STATE.id)
    return PersonOutlook(
        {key: verdict.value for key, verdict in standing.verdicts.items()},
        tuple(DueDay(due.deadline.id, due.day) for due in standing.deadlines),
        land if isinstance(land, str) else None,
        day or timezone.localdate(),
        law_version(LAW),
    )


def read_outlook(case: Case) -> Mapping[UUID, PersonOutlook]:
    """What is kept about everybody in the case, by the uuid of the person; empty where it was never judged."""
    return whole_outlook(case).persons


def whole_outlook(case: Case) -> Outlook:
    """All that is kept about the case; nothing where it was never judged."""
    sealed = bytes(case.sealed_outlook)
    if not sealed:
        return Outlook()
    kept = json.loads(case.safe.open_text(_PLACE, sealed))
    return Outlook(
        {UUID(key): _person(each) for key, each in kept["persons"].items()},
        Agenda(
            frozenset(Settled(UUID(who), key, _day(day)) for who, key, day in kept["settled"]),
            tuple(OwnDate(UUID(who), key, date.fromisoformat(day), words) for who, key, day, words in kept["dates"]),
        ),
        tuple(_moved(*each) for each in kept["moved"]),
        kept["format"] == _FORMAT,
    )


def judged_anew(case: Case, judged: Mapping[UUID, PersonOutlook], *, only: bool = False) -> Change:
    """What becomes of a case with these persons judged anew.

    ``only``: nobody else belongs to the case any more; otherwise what is kept of the others stays.
    """
    before = whole_outlook(case)
    return change(case, before, replace(before, persons=judged if only else {**before.persons, **judged}))


def change(case: Case, before: Outlook, after: Outlook) -> Change:
    """What becomes of a case whose outlook is another one; not yet saved."""
    persons = after.persons
    agenda = Agenda(
        frozenset(done for done in after.agenda.settled if done.person in persons),
        tuple(own for own in after.agenda.dates if own.person in persons),
    )
    after = Outlook(persons, agenda, tuple(moved for moved in after.moved if moved.person in persons), True)
    columns = {"sealed_outlook": case.safe.seal_text(_PLACE, _written(after)), **clear_columns(after)}
    return Change(columns, marks_of(before.persons.values()) if before.marked else None, marks_of(persons.values()))


def clear_columns(outlook: Outlook) -> dict[str, Any]:
    """What stands in clear: the first day on which something that is not done is or was due, whether something is due
    at once, when and by which law everybody was judged at least, since when a moved verdict waits to be seen."""
    open_days = [
        due.day for who, each in outlook.persons.items() for due in each.deadlines if outlook.is_open(who, due)
    ]
    days = [day for day in open_days if day is not None] + [own.day for own in outlook.agenda.dates]
    judged = [each.day for each in outlook.persons.values()]
    laws = {each.law for each in outlook.persons.values()}
    return {
        "next_due": min(days, default=None),
        "acts_at_once": None in open_days,
        "judged_on": None if None in judged else min((day for day in judged if day is not None), default=None),
        "judged_by": laws.pop() if len(laws) == 1 else "",
        "moved_on": min((moved.since for moved in outlook.moved), default=None),
    }


def _written(outlook: Outlook) -> str:
    return json.dumps(
        {
            "format": _FORMAT,
            "persons": {str(key): _plain(each) for key, each in outlook.persons.items()},
            "settled": sorted(([str(who), key, _iso(day)] for who, key, day in outlook.agenda.settled), key=str),
            "dates": [[str(who), key, day.isoformat(), words] for who, key, day, words in outlook.agenda.dates],
            "moved": [[str(moved[0]), *moved[1:4], moved.since.isoformat(), moved.why] for moved in outlook.moved],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _plain(outlook: PersonOutlook) -> dict[str, Any]:
    return {
        "verdicts": dict(outlook.verdicts),
        "deadlines": [[due.id, _iso(due.day)] for due in outlook.deadlines],
        "land": outlook.land,
        "day": _iso(outlook.day),
        "law": outlook.law,
    }


def _person(kept: dict[str, Any]) -> PersonOutlook:
    deadlines = tuple(DueDay(key, _day(day)) for key, day in kept["deadlines"])
    return PersonOutlook(kept["verdicts"], deadlines, kept["land"], _day(kept.get("day")), kept.get("law", ""))


def _moved(who: str, pathway: str, before: str, now: str, since: str, why: str) -> Moved:
    return Moved(UUID(who), pathway, before, now, date.fromisoformat(since), why)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
