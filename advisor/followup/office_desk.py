"""What waits for those who manage an office: cases kept too long, and what in the log is worth a look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, OuterRef, Subquery
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
    """Counted for the office of a person; four queries."""
    office_id, today = user.office_id, timezone.localdate(now)
    assert office_id is not None
    rules = rules_of(office_id)
    ended = Case.objects.filter(office_id=office_id, closed_on__isnull=False, destroy_on=None)
    # Retention runs leave those alone until then that somebody has taken out of the bin.
    paused = ended.filter(ending__not_before__gte=today).values("pk")
    days_closed = ended.exclude(pk__in=paused).order_by().values("kind", "closed_on").annotate(n=Count("pk"))
    kept = undecided = 0
    for row in days_closed:
        count, closed_on = rules.get(CaseKind(row["kind"])), row["closed_on"]
        if count is None:
            undecided += row["n"]
        elif closed_on is not None and months(count).after(closed_on) < today:
            kept += row["n"]
    # The run of today may still be ahead.
    binned = Case.objects.filter(office_id=office_id, destroy_on__lt=days(-1).after(today)).count()
    return OfficeDesk(kept, binned, undecided, tuple(_noticed(office_id, now)))


def _noticed(office_id: int, now: datetime) -> list[Noticed]:
    length = Chain.objects.filter(office_id=OuterRef("office_id")).values("length")[:1]
    events = Event.objects.filter(office_id=office_id, number__gt=Subquery(length) - _LAST_EVENTS)
    recent = events.filter(at__gte=now - timedelta(days=LAST_DAYS), action__in=_NOTABLE).order_by()
    found = {row["action"]: row["n"] for row in recent.values("action").annotate(n=Count("pk"))}
    return [Noticed(action, found[action]) for action in _NOTABLE if found.get(action)]
