"""The deadlines of a case that may still be ahead, read so that an open answer never makes one pass earlier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from advisor.cases.answers import answers_of
from advisor.cases.models import Case
from pathways.engine.conditions import View
from pathways.engine.consultation import relevance_of, running_deadlines
from pathways.engine.days import PartialDay
from pathways.engine.routes import Due
from pathways.engine.truth import Truth
from pathways.law import LAW


@dataclass(frozen=True, slots=True)
class Pending:
    """A deadline that is not surely over; ``last``: the last day on which it can end, None where none can be told."""

    id: str
    title: str
    last: date | None


def pending_deadlines(case: Case, today: date) -> tuple[Pending, ...]:
    """The deadlines of all persons of a case that are not surely over on that day; first those without a day.

    Each once, with its last day. Raises as opening answers does: Tampered, KeyMissing.
    """
    found: dict[str, Pending] = {}
    relevance = relevance_of(LAW)
    for person in case.persons.all():
        person.case = case
        view = relevance.view(answers_of(person), case.as_of or today)
        for due in running_deadlines(LAW, view):
            last = last_day(due.deadline.due, view)
            if last is None or last >= today:
                known = found.get(due.deadline.id)
                if known is None or (known.last is not None and (last is None or last > known.last)):
                    found[due.deadline.id] = Pending(due.deadline.id, due.deadline.title, last)
    return tuple(sorted(found.values(), key=lambda each: (each.last is not None, each.last or date.min, each.id)))


def last_day(dues: tuple[Due, ...], view: View) -> date | None:
    """The last day on which a deadline can end as far as the answers go; None where no day can be computed.

    The page of results counts from the earliest day and by the shortest period, because there somebody has to act in
    time. Here a day too early would delete a case in which something is still to be done.
    """
    days = [day for due in dues if (day := _last(due, view)) is not None]
    return max(days, default=None)


def _last(due: Due, view: View) -> date | None:
    start = view.values.get(due.start.id)
    if not isinstance(start, PartialDay) or due.when.evaluate(view) is Truth.NO:
        return None
    periods = []
    for condition, period in due.instead:
        truth = condition.evaluate(view)
        if truth is not Truth.NO:
            periods.append(period)
        if truth is Truth.YES:
            break
    else:
        periods.append(due.period)
    return max(period.after(start.latest) for period in periods)
