"""By what lists find cases besides key and state: when something is due, and the marks of verdict, pathway and Land."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import User
from advisor.cases.marks import ANY, land_mark, sealed_marks, verdict_mark
from advisor.cases.models import Case, CaseMark, CaseQuerySet, CaseState
from pathways.content.words import short_cite
from pathways.engine.assess import Verdict
from pathways.law import LAW
from pathways.law.facts import FEDERAL_STATE

WEEK = 7  # days, today included
MONTH = 30

# By what they are called in an address.
DUE: Mapping[str, str | Promise] = {
    "ueberfaellig": _("überfällig"),
    "woche": _("in den nächsten 7 Tagen"),
    "monat": _("in den nächsten 30 Tagen"),
    "sofort": _("sofort, ohne Tag"),
    "ohne": _("ohne Frist und Termin"),
}
PATHWAYS = {pathway.id: f"{short_cite(pathway.cite)} – {pathway.title}" for pathway in LAW.pathways}
LAENDER = {choice.id: choice.label for choice in FEDERAL_STATE.choices}


RUNNING = (CaseState.OPEN, CaseState.WAITING)


def led_by(user: User) -> CaseQuerySet:
    """The running cases somebody leads."""
    assert user.office_id is not None
    return running_of(user.pk, user.office_id)


def running_of(lead: Any, office: Any) -> CaseQuerySet:
    """The same by keys, or by what stands for them in a query."""
    # By the day a case was closed on, which running ones do not have: so the conditions of indexes say it.
    return Case.objects.filter(lead_id=lead, office_id=office, closed_on=None, destroy_on=None)


def last_days(today: date) -> tuple[date, date]:
    """The last of the next seven days and of the next thirty."""
    return today + timedelta(days=WEEK - 1), today + timedelta(days=MONTH - 1)


def due_filters(today: date) -> dict[str, Q]:
    """The filters of cases by when something is due in them; a case can be in several."""
    return due_between(today, *last_days(today))


def due_between(today: Any, week: Any, month: Any) -> dict[str, Q]:
    """The same for days, or what stands for them in a query: today and the last ones of `last_days`."""
    return {
        "ueberfaellig": Q(next_due__lt=today),
        "woche": Q(next_due__gte=today, next_due__lte=week),
        "monat": Q(next_due__gte=today, next_due__lte=month),
        "sofort": Q(acts_at_once=True),
        "ohne": Q(next_due=None, acts_at_once=False),
    }


@dataclass(frozen=True, slots=True)
class MarkFilter:
    """What is looked for in what was answered; empty: anything. ``pathway`` counts with a verdict only."""

    verdict: str = ""
    pathway: str = ""
    land: str = ""

    @classmethod
    def of(cls, sent: Mapping[str, str]) -> MarkFilter:
        """What a form or an address asks for; what there is not, is not asked for."""
        verdict, pathway, land = (sent.get(name, "") for name in ("ergebnis", "weg", "land"))
        return cls(
            verdict if verdict in set(Verdict) else "",
            pathway if pathway in PATHWAYS else "",
            land if land in LAENDER else "",
        )

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks a case has to have."""
        found = []
        if self.verdict:
            found.append(verdict_mark(self.pathway or ANY, self.verdict))
        if self.land:
            found.append(land_mark(self.land))
        return tuple(found)

    def cases(self, office_id: int) -> Q:
        """The filter of the cases of an office; one query for its key where anything is asked for."""
        wanted = Q()
        for mark in sealed_marks(office_id, self.marks).values() if self.marks else ():
            wanted &= Q(pk__in=CaseMark.objects.filter(mark=mark).values("case"))
        return wanted
