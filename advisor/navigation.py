"""What the head of every page leads to: only what somebody's roles let them do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import User
from advisor.policies import Permission, may


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in the head: the `area` of its pages, its words, the name of its address and whom it is for."""

    area: str
    label: str | Promise
    name: str
    permissions: tuple[Permission, ...]


# In this order.
ENTRIES = (
    Entry("inbox", _("Vorgelegte Fälle"), "guidance:inbox", (Permission.ANSWER_CONSULTATIONS,)),
    Entry(
        "list",
        _("Fälle"),
        "cases:list",
        (Permission.WORK_ON_CASES, Permission.LIST_CASES, Permission.ANSWER_CONSULTATIONS),
    ),
    Entry("new", _("Neuer Fall"), "cases:new", (Permission.WORK_ON_CASES,)),
    Entry("import", _("Falldatei einlesen"), "cases:import", (Permission.WORK_ON_CASES,)),
    Entry("changes", _("Geänderte Ergebnisse"), "rescreen:inbox", (Permission.WORK_ON_CASES,)),
    Entry("golden", _("Musterfälle"), "rescreen:golden_list", (Permission.READ_GOLDEN,)),
    Entry("released", _("Drucken"), "memo:released", (Permission.PRINT_RELEASED,)),
    Entry("blank", _("Leerer Fragebogen"), "blank:page", (Permission.PRINT_RELEASED,)),
    Entry("laender", _("Länder"), "laender:overview", (Permission.READ_TEXTS,)),
    Entry("figures", _("Zahlen"), "figures:overview", (Permission.READ_FIGURES,)),
    Entry("texts", _("Texte"), "editorial:overview", (Permission.READ_TEXTS,)),
    Entry("people", _("Personen"), "people:list", (Permission.MANAGE_PEOPLE,)),
    Entry("guidance", _("Anleitung"), "guidance:overview", (Permission.MANAGE_GUIDANCE,)),
    Entry("letterhead", _("Briefkopf"), "memo:letterhead", (Permission.MANAGE_LETTERHEAD,)),
    Entry("retention", _("Aufbewahrung"), "lifecycle:retention", (Permission.MANAGE_LIFECYCLE,)),
    Entry("log", _("Protokoll"), "logbook:office", (Permission.READ_LOG,)),
    Entry("privacy", "Datenschutz-Unterlagen", "privacy:index", (Permission.MANAGE_PRIVACY,)),
)

# Pages about a case beside its questions, its result and its memo; one row of their own, so that a phone is not full
# of tabs before the first question.
AROUND_CASE = (
    Entry("edit", _("Angaben"), "cases:edit", (Permission.WORK_ON_CASES,)),
    Entry("edit", _("Team"), "cases:team", (Permission.WORK_ON_CASES, Permission.MANAGE_LIFECYCLE)),
    Entry("edit", _("Stand und Löschen"), "lifecycle:state", (Permission.WORK_ON_CASES,)),
    Entry("edit", _("Auskunft"), "disclosure:bundle", (Permission.WORK_ON_CASES,)),
    Entry("edit", _("Protokoll"), "cases:log", (Permission.READ_LOG,)),
)


def entries_of(user: User, entries: tuple[Entry, ...] = ENTRIES) -> list[Entry]:
    """The places of these that somebody may go to."""
    return [entry for entry in entries if may(user, *entry.permissions)]


def navigation(request: HttpRequest) -> dict[str, Any]:
    """A context processor: the places, and what the page has to know about the session; asked for only when shown."""

    def places(among: tuple[Entry, ...]) -> Callable[[], list[Entry]]:
        user = getattr(request, "user", None)
        return lambda: entries_of(user, among) if isinstance(user, User) else []

    return {
        "navigation": places(ENTRIES),
        "around_case": places(AROUND_CASE),
        "is_demo": settings.DEMO,
        "second_factor_required": settings.SECOND_FACTOR_REQUIRED,
        "session_warning": settings.SESSION_WARNING,
        "session_idle": settings.SESSION_IDLE_AGE,
    }
