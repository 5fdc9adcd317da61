"""The list of cases: one's own, or all of the office by key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from advisor.accounts.models import User
from advisor.cases.models import Case, CaseQuerySet, CaseState
from advisor.policies import Permission, may, needs

PAGE_SIZE = 50
_LONGEST_SEARCH = 100  # characters, as long as a key
_RUNNING = (CaseState.OPEN, CaseState.WAITING)
_STATES = {
    "laufend": (gettext_lazy("laufende"), _RUNNING),
    "abgeschlossen": (gettext_lazy("abgeschlossene"), (CaseState.CLOSED,)),
    "archiviert": (gettext_lazy("archivierte"), (CaseState.ARCHIVED,)),
    "alle": (gettext_lazy("alle"), tuple(CaseState)),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A case in the list; ``opens``: whether the person looking may open it as it is."""

    case: Case
    opens: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice above the list."""

    value: str
    name: str | Promise
    chosen: bool


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES, Permission.LIST_CASES, Permission.ANSWER_CONSULTATIONS)
def case_list(request: HttpRequest) -> HttpResponse:
    """The cases of a person or of the office. A search is sent as a form: a key in an address would be written down
    by every server and browser on the way."""
    user = cast(User, request.user)
    sent = request.POST if request.method == "POST" else request.GET
    search = request.POST.get("suche", "").strip()[:_LONGEST_SEARCH].replace("\x00", "")
    state = sent.get("stand", "")
    state = state if state in _STATES else "laufend"
    scope = _scope(user, sent.get("wessen", ""))
    cases = Case.objects.listed_for(user) if scope == "stelle" else Case.objects.visible_to(user)
    cases = cases.filter(state__in=_STATES[state][1]).select_related("lead")
    if search:
        cases = cases.filter(reference__icontains=search)
    page = Paginator(cases, PAGE_SIZE).get_page(sent.get("seite"))
    context = {
        "area": "list",
        "page": page,
        "rows": _rows(user, page, scope),
        "search": search,
        "scope": scope,
        "state": state,
        "scopes": _scopes(user, scope),
        "states": [Filter(key, name, key == state) for key, (name, _states) in _STATES.items()],
        "creates": may(user, Permission.WORK_ON_CASES),
        "manages": may(user, Permission.MANAGE_LIFECYCLE),
        "filters": {"stand": state, "wessen": scope},
    }
    return render(request, "cases/list.html", context)


def _scope(user: User, asked: str) -> str:
    """Whose cases are shown: ``meine`` or ``stelle``; who can open none of their own sees those of the office."""
    if not may(user, Permission.LIST_CASES):
        return "meine"
    if not may(user, Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS):
        return "stelle"
    return "stelle" if asked == "stelle" else "meine"


def _scopes(user: User, scope: str) -> list[Filter]:
    if not (may(user, Permission.LIST_CASES) and may(user, Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)):
        return []
    names = {"meine": _("meine Fälle"), "stelle": _("alle Fälle der Stelle")}
    return [Filter(key, name, key == scope) for key, name in names.items()]


def _rows(user: User, page: Page[Case], scope: str) -> Iterable[Row]:
    cases = list(page.object_list)
    if scope == "meine":
        return [Row(case, True) for case in cases]
    mine: CaseQuerySet = Case.objects.visible_to(user)
    opens = set(mine.filter(pk__in=[case.pk for case in cases]).values_list("pk", flat=True))
    return [Row(case, case.pk in opens) for case in cases]
