"""The start page: what somebody's roles have waiting for them today. A fixed number of queries, whatever there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from heapq import nsmallest
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.accounts.models import User
from advisor.cases.filters import WEEK, led_by
from advisor.cases.models import Case
from advisor.cases.moved import MovedLine, moved_lines
from advisor.cases.outlook import Outlook, whole_outlook
from advisor.vault.faults import VaultFault
from pathways.law import LAW

SHOWN = 20  # of each list; the rest is a link away

# In this order; all but what has moved are filters of the list of cases too.
TITLES = {
    "ueberfaellig": gettext_lazy("Überfällig"),
    "woche": gettext_lazy("Fällig in den nächsten sieben Tagen"),
    "sofort": gettext_lazy("Sofort zu tun, ohne berechenbaren Tag"),
    "geaendert": gettext_lazy("Ergebnis hat sich von selbst geändert"),
    "ohne": gettext_lazy("Laufende Fälle ohne Termin"),
}
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
    """What waits for somebody who leads cases; two queries."""

    def __init__(self, user: User, today: date) -> None:
        self._today, self._week = today, today + timedelta(days=WEEK - 1)
        # A thousand cases are a few numbers each; asked for one list at a time, a database may choose a way through
        # all the cases of the office.
        rows = led_by(user).order_by().values_list("pk", "next_due", "acts_at_once", "moved_on", "changed")
        found: dict[str, list[tuple[Any, int]]] = {key: [] for key in TITLES}
        self.running = 0
        for pk, due, at_once, moved_on, changed in rows:
            self.running += 1
            for key, place in self._places(due, moved_on, changed, at_once=at_once):
                found[key].append((place, pk))
        self._totals = {key: len(each) for key, each in found.items()}
        self._shown = {key: [pk for _place, pk in nsmallest(SHOWN, each)] for key, each in found.items()}

    def _places(
        self, due: date | None, moved_on: date | None, changed: datetime, *, at_once: bool
    ) -> Iterator[tuple[str, Any]]:
        """The lists a case belongs to, with its place in each."""
        if due is not None and due <= self._week:
            yield "ueberfaellig" if due < self._today else "woche", due
        if at_once:
            yield "sofort", due or date.max
        if due is None and not at_once:
            yield "ohne", -changed.timestamp()
        if moved_on is not None:
            yield "geaendert", -moved_on.toordinal()

    @cached_property
    def blocks(self) -> tuple[CaseBlock, ...]:
        """The lists that are not empty."""
        wanted = {pk for keys in self._shown.values() for pk in keys}
        cases = Case.objects.select_related("key").in_bulk(wanted)
        return tuple(
            CaseBlock(
                key,
                title,
                tuple(self._line(cases[pk], key) for pk in self._shown[key] if pk in cases),
                self._totals[key],
                "" if key == "geaendert" else key,
            )
            for key, title in TITLES.items()
            if self._shown[key]
        )

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
        return key != "sofort" and item.day <= self._week


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
