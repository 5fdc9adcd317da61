"""Releasing a kept paper for printing, and taking that back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from advisor.accounts.models import Role, User
from advisor.cases.hold import hold
from advisor.cases.models import Case
from advisor.cases.services import log
from advisor.guidance.models import Cover
from advisor.guidance.standing import Standing, standing_of
from advisor.logbook.models import Action
from advisor.memo.models import KeptMemo, Purpose, Release
from advisor.memo.print_code import digest, new_code

USUAL_TIME = timedelta(days=14)
LONGEST_TIME = timedelta(days=90)


class NotGuided(ValueError):
    """The adviser of the paper was or is neither qualified nor guided, and nobody said to release all the same."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How a paper is released: up to which day, what for, to whom.

    ``anyone``: also to whichever volunteer of the office has the code. ``all_the_same``: also without guidance.
    """

    until: date
    purpose: Purpose
    to: Collection[User] = ()
    anyone: bool = False
    all_the_same: bool = False


def volunteers(case: Case) -> QuerySet[User]:
    """Whom a paper can be released to: the active volunteers of the office."""
    people = User.objects.filter(office_id=case.office_id, is_active=True, role_grants__role=Role.VOLUNTEER)
    return people.order_by("last_name", "first_name", "username")


def is_guided(memo: KeptMemo, today: Standing) -> bool:
    """Whether its adviser was qualified or guided when it was made, and still is."""
    return memo.record.cover in (Cover.QUALIFIED, Cover.GUIDED) and today.is_in_order


def release(memo: KeptMemo, terms: Terms, by: User) -> str:
    """Let volunteers print a paper for a purpose up to a day; the code to tell them, which is kept nowhere.

    Who may print it for that purpose already may do so under the new terms instead, with the new code. NotGuided where
    the guidance is over or missing and nobody has said ``all_the_same``; ValueError for a day that is past or more
    than 90 days ahead, or for somebody who is no volunteer of the office.
    """
    case, now = memo.case, timezone.now()
    today = timezone.localdate(now)
    if not today <= terms.until <= today + LONGEST_TIME:
        raise ValueError("a paper is released up to a day within 90 days")
    if not (terms.to or terms.anyone) or set(terms.to) - set(volunteers(case)):
        raise ValueError("a paper is released to volunteers of its office")
    guided = is_guided(memo, standing_of(memo.record.adviser, today))
    if not guided and not terms.all_the_same:
        raise NotGuided
    code = new_code()
    values: dict[str, Any] = {
        "until": terms.until,
        "by": by,
        "at": now,
        "code": digest(case.office_id, code),
        "redeemed": False,
        "withdrawn_at": None,
    }
    people: list[User | None] = [*terms.to, None] if terms.anyone else list(terms.to)
    with transaction.atomic():
        hold(case, running=True)
        for person in people:
            Release.objects.update_or_create(memo=memo, to=person, purpose=terms.purpose, defaults=values)
        without = "" if guided else ", ohne Anleitung"
        for person in people:
            log(
                Action.MEMO_RELEASED,
                case,
                by,
                subject=f"{_what(memo, terms.purpose)} {_whom(person)} bis {terms.until:%d.%m.%Y}{without}",
            )
    return code


def take_back(row: Release, by: User) -> None:
    """Let somebody print a paper for this purpose no longer; of a code for all, also whoever has used it."""
    memo, now = row.memo, timezone.now()
    with transaction.atomic():
        hold(memo.case)
        if not Release.objects.filter(pk=row.pk, withdrawn_at=None).update(withdrawn_at=now):
            return
        if row.to_id is None:
            used = Release.objects.filter(memo=memo, purpose=row.purpose, redeemed=True, withdrawn_at=None)
            used.update(withdrawn_at=now)
        log(Action.MEMO_WITHDRAWN, memo.case, by, subject=f"{_what(memo, row.purpose)} {_whom(row.to)}")


def _what(memo: KeptMemo, purpose: str) -> str:
    return f"{memo.record.number} {memo.record.kind} {purpose}"


def _whom(person: User | None) -> str:
    return "an alle mit Druckcode" if person is None else f"an Person {person.pk}"
