"""The start page: what somebody's roles have waiting for them today. A fixed number of queries, whatever there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.accounts.models import User
from advisor.cases.filters import WEEK, due_filters, led_by
from advisor.cases.models import Case, CaseQuerySet
from advisor.cases.moved import MovedLine, moved_lines
from advisor.cases.outlook import Outlook, whole_outlook
from advisor.vault.faults import VaultFault
from pathways.law import LAW

SHOWN = 20  # of each list; the rest is a link away

_DEADLINES = {deadline.id: deadline.title for deadline in LAW.deadlines}


@dataclass(frozen=True, slots=True)
class DueItem:
    """Something due in a case: its title, its day (None: at once), whether it is a date of one's own."""

    title: str
    day: date | None
    is_own: bool


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case with what is due in it or has moved; ``is_broken``: it cannot be opened."""

    case: Case
    items: tuple[DueItem, ...] = ()
    moved: tuple[MovedLine, ...] = ()
    is_broken: bool = False


@dataclass(frozen=True, slots=True)
class CaseBlock:
    """A list of cases on the page; ``total``: how many there are; ``due``: the filter of the list that shows them."""

    key: str
    title: str | Promise
    lines: tuple[CaseLine, ...]
    total: int
    due: str = ""

    @property
    def is_cut(self) -> bool:
        """Whether there are more than are shown."""
        return self.total > len(self.lines)


class Desk:
    """What waits for somebody who leads cases."""

    def __init__(self, user: User, today: date) -> None:
        self._user, self._today = user, today
        self._until = today + timedelta(days=WEEK - 1)

    @cached_property
    def _cases(self) -> CaseQuerySet:
        return led_by(self._user)

    @cached_property
    def _filters(self) -> dict[str, Q]:
        return due_filters(self._today)

    @cached_property
    def totals(self) -> dict[str, int]:
        """How many cases there are, and how many of each list; one query."""
        counts = {key: Count("pk", filter=wanted) for key, wanted in self._filters.items()}
        return self._cases.aggregate(running=Count("pk"), geaendert=Count("pk", filter=~Q(moved_on=None)), **counts)

    @cached_property
    def blocks(self) -> tuple[CaseBlock, ...]:
        """The lists that are not empty; at most five queries."""
        totals = self.totals
        titles = {
            "ueberfaellig": gettext_lazy("Überfällig"),
            "woche": gettext_lazy("Fällig in den nächsten sieben Tagen"),
            "sofort": gettext_lazy("Sofort zu tun, ohne berechenbaren Tag"),
            "geaendert": gettext_lazy("Ergebnis hat sich von selbst geändert"),
            "ohne": gettext_lazy("Laufende Fälle ohne Termin"),
        }
        return tuple(
            CaseBlock(key, title, tuple(self._lines(key)), totals[key], "" if key == "geaendert" else key)
            for key, title in titles.items()
            if totals[key]
        )

    def _lines(self, key: str) -> Iterator[CaseLine]:
        if key == "geaendert":
            found = self._cases.exclude(moved_on=None).order_by("-moved_on", "pk")
        elif key == "ohne":
            found = self._cases.filter(self._filters[key]).order_by("-changed", "-pk")
        else:
            found = self._cases.filter(self._filters[key]).order_by("next_due", "pk")
        for case in found.select_related("key")[:SHOWN]:
            yield self._line(case, key)

    def _line(self, case: Case, key: str) -> CaseLine:
        if key == "ohne":
            return CaseLine(case)
        try:
            outlook = whole_outlook(case)
        except VaultFault:
            return CaseLine(case, is_broken=True)
        if key == "geaendert":
            return CaseLine(case, moved=moved_lines(outlook.moved))
        return CaseLine(case, tuple(item for item in due_items(outlook) if self._belongs(item, key)))

    def _belongs(self, item: DueItem, key: str) -> bool:
        if item.day is None:
            return key == "sofort"
        return key != "sofort" and item.day <= self._until


def due_items(outlook: Outlook) -> list[DueItem]:
    """What nobody has called done, at once first, then by day; a deadline of several persons once a day."""
    found = {
        DueItem(_DEADLINES.get(due.id, _("Frist")), due.day, False)
        for who, each in outlook.persons.items()
        for due in each.deadlines
        if outlook.is_open(who, due)
    }
    found |= {DueItem(own.words, own.day, True) for own in outlook.agenda.dates}
    return sorted(found, key=lambda item: (item.day is not None, item.day or date.min, item.title))


def first(rows: QuerySet, number: int = SHOWN) -> tuple[list, bool]:
    """The first rows, and whether there are more; one query."""
    found = list(rows[: number + 1])
    return found[:number], len(found) > number
