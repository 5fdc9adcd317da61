"""Releasing a memo for printing, and taking that back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

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
from advisor.memo.models import KeptMemo, Release

USUAL_TIME = timedelta(days=14)
LONGEST_TIME = timedelta(days=90)


class NotGuided(ValueError):
    """The adviser of the memo was or is neither qualified nor guided, and nobody said to release all the same."""


def volunteers(case: Case) -> QuerySet[User]:
    """Whom a memo can be released to: the active volunteers of the office."""
    people = User.objects.filter(office_id=case.office_id, is_active=True, role_grants__role=Role.VOLUNTEER)
    return people.order_by("last_name", "first_name", "username")


def is_guided(memo: KeptMemo, today: Standing) -> bool:
    """Whether its adviser was qualified or guided when it was made, and still is."""
    return memo.record.cover in (Cover.QUALIFIED, Cover.GUIDED) and today.is_in_order


def release(memo: KeptMemo, to: Collection[User], until: date, by: User, *, all_the_same: bool = False) -> None:
    """Let volunteers print a memo up to a day; who has it already keeps it up to that day instead.

    NotGuided where the guidance is over or missing and nobody has said ``all_the_same``; ValueError for a day that is
    past or more than 90 days ahead, or for somebody who is no volunteer of the office.
    """
    case, now = memo.case, timezone.now()
    today = timezone.localdate(now)
    if not today <= until <= today + LONGEST_TIME:
        raise ValueError("a memo is released up to a day within 90 days")
    if not to or set(to) - set(volunteers(case)):
        raise ValueError("a memo is released to volunteers of its office")
    guided = is_guided(memo, standing_of(memo.record.adviser, today))
    if not guided and not all_the_same:
        raise NotGuided
    with transaction.atomic():
        hold(case, running=True)
        for person in to:
            Release.objects.update_or_create(
                memo=memo, to=person, defaults={"until": until, "by": by, "at": now, "withdrawn_at": None}
            )
            without = "" if guided else ", ohne Anleitung"
            what = f"Memo {memo.record.number} an Person {person.pk} bis {until:%d.%m.%Y}{without}"
            log(Action.MEMO_RELEASED, case, by, subject=what)


def take_back(row: Release, by: User) -> None:
    """Let somebody print a memo no longer."""
    with transaction.atomic():
        if Release.objects.filter(pk=row.pk, withdrawn_at=None).update(withdrawn_at=timezone.now()):
            number = row.memo.record.number
            log(Action.MEMO_WITHDRAWN, row.memo.case, by, subject=f"Memo {number}, Person {row.to_id}")
