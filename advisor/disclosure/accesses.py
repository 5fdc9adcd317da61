"""Who did what with a case and when; staff appear by their role, never by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from advisor.accounts.models import Role, RoleGrant
from advisor.cases.models import Case
from advisor.logbook.models import Action, Event

PROGRAM = "Programm"
STAFF = "Beratungsstelle"


@dataclass(frozen=True, slots=True)
class Access:
    """One entry of the log."""

    at: datetime
    action: Action
    role: str


@dataclass(frozen=True, slots=True)
class Day:
    """The same thing done by the same role on one day, and how often."""

    day: date
    what: str
    role: str
    times: int


def accesses(case: Case) -> tuple[Access, ...]:
    """All entries of the log on a case, the oldest first."""
    events = Event.objects.filter(case=case.uuid, office_id=case.office_id).order_by("number")
    found: list[tuple[datetime, str, int | None]] = list(events.values_list("at", "action", "actor_id"))
    roles = _roles({actor for _, _, actor in found if actor is not None})
    return tuple(
        Access(at, Action(action), PROGRAM if actor is None else roles.get(actor, STAFF)) for at, action, actor in found
    )


def by_day(found: Collection[Access]) -> tuple[Day, ...]:
    """The entries put together by day, what was done and role, in the order of time."""
    counted = Counter((timezone.localdate(each.at), str(each.action.label), each.role) for each in found)
    return tuple(Day(*what, times) for what, times in counted.items())


def _roles(people: Collection[int]) -> dict[int, str]:
    """The roles people have today, in words, by id."""
    held: dict[int, list[Role]] = {}
    for person, role in RoleGrant.objects.filter(user__in=people).values_list("user_id", "role"):
        held.setdefault(person, []).append(Role(role))
    return {person: ", ".join(str(role.label) for role in Role if role in roles) for person, roles in held.items()}
