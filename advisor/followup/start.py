"""The start page: what somebody's roles have waiting for them today. A fixed number of queries, whatever there is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import AutoField, CharField, Count, DateField, F, Q, QuerySet, Value
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.accounts.models import User
from advisor.cases.filters import due_between, last_days, running_of
from advisor.cases.models import Case, CaseQuerySet
from advisor.cases.moved import MovedLine, moved_lines
from advisor.cases.outlook import Outlook, whole_outlook
from advisor.vault.faults import VaultFault
from advisor.web.prepared import Prepared, Slot
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
    """What waits for somebody who leads cases; three queries, each with as many rows as are shown."""

    def __init__(self, user: User, today: date) -> None:
        self._week, month = last_days(today)
        asked = {"user": user.pk, "office": user.office_id, "today": today, "week": self._week, "month": month}
        counted: tuple[int, ...] = next(_COUNTED.rows(**asked), (0,) * (1 + len(TITLES)))
        self.running, totals = counted[0], counted[1:]
        self._totals = dict(zip(TITLES, totals, strict=True))
        self._shown: dict[str, list[int]] = {key: [] for key in TITLES}
        for pk, key in _SHOWN.rows(**asked) if any(totals) else ():
            self._shown[key].append(pk)

    @cached_property
    def blocks(self) -> tuple[CaseBlock, ...]:
        """The lists that are not empty."""
        wanted = {pk for keys in self._shown.values() for pk in keys}
        cases = Case.objects.select_related("key").in_bulk(wanted)
        return tuple(
            CaseBlock(
                key,
                title,
                tuple(self._line(case, key) for case in _in_order(cases, self._shown[key], key)),
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


def _lists() -> dict[str, Q]:
    """The filter of each list."""
    due = due_between(*(Slot(name, DateField()) for name in ("today", "week", "month")))
    return {key: due.get(key, Q(moved_on__isnull=False)) for key in TITLES}


def _led() -> CaseQuerySet:
    return running_of(Slot("user", AutoField()), Slot("office", AutoField())).order_by()


def _counted() -> QuerySet[Any, Any]:
    """How many cases run, and how many of them belong to each list."""
    counts = {key: Count("lead_id", filter=wanted) for key, wanted in _lists().items()}
    return _led().values("office_id").annotate(running=Count("*"), **counts).values_list("running", *counts)


def _first_of_each() -> QuerySet[Any, Any]:
    """The keys of the first cases of each list, in no order, each with the name of its list."""
    found = []
    for key, wanted in _lists().items():
        first = _led().filter(wanted).order_by(*_ORDERS[key])[:SHOWN].values("pk")
        # In a query around it: SQLite joins none that are cut off themselves.
        found.append(Case.objects.filter(pk__in=first).order_by().values_list("pk", Value(key, CharField())))
    return found[0].union(*found[1:], all=True)


# Counted from an index alone, and each list by one that has its order: `case_on_desk` and its neighbours.
_ORDERS: dict[str, tuple[Any, ...]] = {
    "ueberfaellig": ("next_due", "pk"),
    "woche": ("next_due", "pk"),
    "sofort": (F("next_due").asc(nulls_last=True), "pk"),
    "geaendert": ("-moved_on", "pk"),
    "ohne": ("-changed", "pk"),
}
_COUNTED, _SHOWN = Prepared(_counted), Prepared(_first_of_each)


def _in_order(cases: Mapping[int, Case], keys: Iterable[int], key: str) -> list[Case]:
    """The cases of a list that are still there, as `_ORDERS` says."""
    return sorted((cases[pk] for pk in keys if pk in cases), key=lambda case: (_place(case, key), case.pk))


def _place(case: Case, key: str) -> Any:
    match key:
        case "geaendert":
            return -(case.moved_on or date.min).toordinal()
        case "ohne":
            return -case.changed.timestamp()
        case _:
            return case.next_due or date.max


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
