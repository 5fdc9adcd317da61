"""What waits for those who manage an office: cases kept too long, and what in the log is worth a look."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count
from django.utils import timezone

from advisor.accounts.models import User
from advisor.cases.models import Case, CaseKind
from advisor.lifecycle.retention import rules_of
from advisor.logbook.models import Action, Chain, Event
from pathways.engine.days import days, months

LAST_DAYS = 7
_LAST_EVENTS = 5000  # so far back the log is looked through; that holds for weeks in an office of twenty
_NOTABLE = (Action.REFUSED, Action.OPENED_FROM_OUTSIDE, Action.LOGIN_FAILED, Action.SECOND_FACTOR_RESET)


@dataclass(frozen=True, slots=True)
class Noticed:
    """How often something stands in the log of the last days."""

    action: Action
    count: int


@dataclass(frozen=True, slots=True)
class OfficeDesk:
    """``kept_too_long``: ended cases whose time is over and that are not in the bin; ``overdue_in_bin``: cases whose
    two weeks there are over; ``undecided``: types of case without a period that ended cases have."""

    kept_too_long: int
    overdue_in_bin: int
    undecided: int
    noticed: tuple[Noticed, ...]

    @property
    def is_clear(self) -> bool:
        """Whether the daily run has done its work."""
        return not (self.kept_too_long or self.overdue_in_bin)


def office_desk(user: User, now: datetime) -> OfficeDesk:
    """Counted for the office of a person; six queries."""
    office_id, today = user.office_id, timezone.localdate(now)
    assert office_id is not None
    rules = rules_of(office_id)
    ended = Case.objects.filter(office_id=office_id, closed_on__isnull=False, destroy_on=None)
    # Retention runs leave those alone until then that somebody has taken out of the bin.
    paused = ended.filter(ending__not_before__gte=today).order_by().values_list("kind", "closed_on")
    days_closed = Counter[tuple[str, date | None]]()
    # Rows, not keys, are counted, and few taken off: so the database needs nothing but its index.
    for kind, closed_on, number in ended.order_by().values_list("kind", "closed_on").annotate(n=Count("*")):
        days_closed[kind, closed_on] = number
    days_closed.subtract(paused)
    kept = undecided = 0
    for (kind, closed_on), number in days_closed.items():
        count = rules.get(CaseKind(kind))
        if count is None:
            undecided += number
        elif closed_on is not None and months(count).after(closed_on) < today:
            kept += number
    # The run of today may still be ahead.
    binned = Case.objects.filter(office_id=office_id, destroy_on__lt=days(-1).after(today)).count()
    return OfficeDesk(kept, binned, undecided, tuple(_noticed(office_id, now)))


def _noticed(office_id: int, now: datetime) -> list[Noticed]:
    length = Chain.objects.filter(pk=office_id).values_list("length", flat=True).first() or 0
    # As a number, so that the database knows beforehand how few these are.
    events = Event.objects.filter(office_id=office_id, number__gt=length - _LAST_EVENTS)
    recent = events.filter(at__gte=now - timedelta(days=LAST_DAYS), action__in=_NOTABLE).order_by()
    found = {row["action"]: row["n"] for row in recent.values("action").annotate(n=Count("pk"))}
    return [Noticed(action, found[action]) for action in _NOTABLE if found.get(action)]
