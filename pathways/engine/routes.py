"""What stands beside the pathways: deadlines with their computed day, and other routes to check first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pathways.engine.citations import Citation
from pathways.engine.conditions import ALWAYS, Condition, View
from pathways.engine.dated import ALL_TIME, Span
from pathways.engine.days import PartialDay, Period
from pathways.engine.facts import Day
from pathways.engine.pathway import Dispute


@dataclass(frozen=True, slots=True)
class Due:
    """A day counted from the earliest day that an answer allows (§§ 187–188 BGB, without moving to a working day).

    ``instead``: other periods, each with the trigger under which it runs; while that is open, ``period`` counts,
    so ``period`` has to be the shortest.
    """

    start: Day
    period: Period = Period()
    instead: tuple[tuple[Condition, Period], ...] = ()
    when: Condition = ALWAYS

    def day(self, view: View) -> date | None:
        """The computed day; None where the start is open or the condition is not fulfilled."""
        start = view.values.get(self.start.id)
        if not isinstance(start, PartialDay) or not self.when.triggered(view):
            return None
        for condition, period in self.instead:
            if condition.triggered(view):
                return period.after(start.earliest)
        return self.period.after(start.earliest)


@dataclass(frozen=True, slots=True)
class Wording:
    """What has to be done, in the cases and at the times it is put like this."""

    text: str
    cite: tuple[Citation, ...]
    when: Condition = ALWAYS
    span: Span = ALL_TIME


@dataclass(frozen=True, eq=False, kw_only=True, slots=True)
class Deadline:
    """Something to be done by a day; listed when the trigger is fulfilled. The first fitting wording is printed.

    Without ``due`` (or while no start is known) there is no day: at once.
    """

    id: str
    title: str
    when: Condition
    wordings: tuple[Wording, ...]
    due: tuple[Due, ...] = ()


@dataclass(frozen=True, eq=False, kw_only=True, slots=True)
class Referral:
    """Another route to check first; the trigger makes it worth showing and proves nothing.

    ``check``: conditions without a fact, printed for the adviser. ``group``: one of the groups of section 3.
    """

    id: str
    group: str
    title: str
    says: str
    when: Condition
    cite: tuple[Citation, ...]
    check: tuple[str, ...] = ()
    warning: str = ""
    dispute: Dispute | None = None
    span: Span = ALL_TIME
