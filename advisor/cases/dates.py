"""What the team notes about dates: a deadline of the law that is done, and dates of its own such as a hearing."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from advisor.accounts.models import User
from advisor.cases.hold import hold
from advisor.cases.models import Case, DateNote, Person
from advisor.cases.outlook import Agenda, OwnDate, Settled, change, whole_outlook
from advisor.cases.services import grow, log
from advisor.logbook.models import Action

LONGEST_WORDS = 150  # characters
LONGEST_NOTE = 500
MOST_OWN = 100  # dates of one's own for one person
_OWN = "eigen-"


@dataclass(frozen=True, slots=True)
class Noted:
    """A note about a deadline by its id and the day it had then, or a date of the team's own with its ``words``.

    ``done``: somebody has called it done; ``note``: what they wrote.
    """

    id: str
    day: date | None
    done: bool = False
    note: str = ""
    words: str = ""
    by_id: int | None = None
    at: datetime | None = None

    @property
    def is_own(self) -> bool:
        """Whether it is a date of the team's own."""
        return self.id.startswith(_OWN)


def new_date_id() -> str:
    """An id for a date that the team adds."""
    return f"{_OWN}{secrets.token_hex(8)}"


def noted_dates(person: Person) -> tuple[Noted, ...]:
    """All that is noted about dates of a person, the oldest first; one query. Tampered, KeyMissing."""
    return tuple(_opened(person, row) for row in DateNote.objects.filter(person=person).order_by("pk"))


def keep_date(person: Person, noted: Noted, by: User) -> None:
    """Keep a note, in place of an older one of the same; the case takes it into its outlook at once.

    Stale where the case is gone, NotWritable where it is closed by now; ValueError for one date too many.
    """
    with transaction.atomic():
        case = _held(person)
        slot = _slot(person, noted)
        notes = DateNote.objects.filter(person=person)
        own = noted.is_own and not notes.filter(slot=slot).exists()
        if own and sum(old.is_own for old in noted_dates(person)) >= MOST_OWN:
            raise ValueError(f"not more than {MOST_OWN} dates of one's own")
        sealed = case.safe.seal_text(_place(person, slot), _written(noted))
        DateNote.objects.update_or_create(person=person, slot=slot, defaults={"sealed": sealed, "by": by})
        _take_over(case)
        log(Action.DATE_NOTED, case, by, text=noted.words or noted.id)


def forget_date(person: Person, noted: Noted, by: User) -> None:
    """Take a note back: the deadline is open again, the date of one's own is gone. As above."""
    with transaction.atomic():
        case = _held(person)
        if DateNote.objects.filter(person=person, slot=_slot(person, noted)).delete()[0]:
            _take_over(case)
            log(Action.DATE_NOTED, case, by, subject="zurückgenommen", text=noted.words or noted.id)


def agenda_of(case: Case) -> Agenda:
    """What is noted about the dates of everybody in a case; one query."""
    settled, dates = set(), []
    rows = DateNote.objects.filter(person__case=case).select_related("person").order_by("pk")
    for row in rows:
        row.person.case = case
        noted = _opened(row.person, row)
        if noted.is_own and noted.day is not None and not noted.done:
            dates.append(OwnDate(row.person.uuid, noted.id, noted.day, noted.words))
        elif noted.done and not noted.is_own:
            settled.add(Settled(row.person.uuid, noted.id, noted.day))
    return Agenda(frozenset(settled), tuple(dates))


def coming(dates: Iterable[OwnDate]) -> list[OwnDate]:
    """Dates in their order."""
    return sorted(dates, key=lambda own: (own.day, own.id))


def _held(person: Person) -> Case:
    """The case with what it holds now, for nobody else to write until the end of the transaction."""
    case = person.case
    hold(case, running=True)
    # Whoever has opened it may have done so before somebody else wrote.
    case.refresh_from_db(fields=["version", "sealed_outlook"])
    return case


def _take_over(case: Case) -> None:
    before = whole_outlook(case)
    grow(case, **change(case, before, replace(before, agenda=agenda_of(case))).columns)


def _slot(person: Person, noted: Noted) -> bytes:
    # With another day it is another deadline: it is not done because the earlier one was.
    which = noted.id if noted.is_own else f"{noted.id}@{noted.day}"
    return person.case.safe.blind(f"date/{person.uuid}", which)


def _place(person: Person, slot: bytes) -> str:
    return f"date/{person.uuid}/{slot.hex()}"


def _written(noted: Noted) -> str:
    day = noted.day.isoformat() if noted.day else None
    return json.dumps([noted.id, day, noted.done, noted.note, noted.words], ensure_ascii=False)


def _opened(person: Person, row: DateNote) -> Noted:
    text = person.case.safe.open_text(_place(person, bytes(row.slot)), row.sealed)
    key, day, done, note, words = json.loads(text)
    return Noted(key, date.fromisoformat(day) if day else None, done, note, words, row.by_id, row.at)
