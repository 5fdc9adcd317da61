"""The list of cases: one's own, or all of the office by key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.core.paginator import Page, Paginator
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from advisor.accounts.models import User
from advisor.cases.models import Case, CaseQuerySet
from advisor.cases.search import asked_of, cases_for, choices, scopes, states
from advisor.logbook.models import Action
from advisor.logbook.record import record
from advisor.policies import Permission, may, needs, writable_cases

PAGE_SIZE = 50
MOST = 1000  # cases a list goes through; whoever looks for one further on, narrows it


@dataclass(frozen=True, slots=True)
class Row:
    """A case in the list; ``opens``: whether the person looking may open it as it is.

    ``pickable``: whether they can have something made for it together with others.
    """

    case: Case
    opens: bool
    pickable: bool


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES, Permission.LIST_CASES, Permission.ANSWER_CONSULTATIONS)
def case_list(request: HttpRequest) -> HttpResponse:
    """The cases of a person or of the office, narrowed as somebody asks; a look by what was answered is on record."""
    user = cast(User, request.user)
    asked = asked_of(user, request)
    found = list(cases_for(user, asked).values_list("pk", flat=True)[: MOST + 1])
    page = Paginator(found[:MOST], PAGE_SIZE).get_page(asked.page)
    if asked.marks.marks:
        with transaction.atomic():
            subject = f"{len(found)} gefunden"
            record(Action.CASES_FILTERED, by=user, office_id=user.office_id, subject=subject)
    rows = _rows(user, page)
    context = {
        "area": "list",
        "page": page,
        "cut": len(found) > MOST,
        "rows": rows,
        "can_pick": any(row.pickable for row in rows),
        "asked": asked,
        "search": asked.search,
        "scope": asked.scope,
        "state": asked.state,
        "scopes": scopes(user, asked.scope),
        "states": states(asked),
        "choices": choices(user, asked),
        "today": timezone.localdate(),
        "creates": may(user, Permission.WORK_ON_CASES),
        "manages": may(user, Permission.MANAGE_LIFECYCLE),
        "filters": asked.hidden,
    }
    return render(request, "cases/list.html", context)


def _rows(user: User, page: Page[int]) -> list[Row]:
    keys = list(page.object_list)
    found = Case.objects.select_related("lead").in_bulk(keys)
    mine: CaseQuerySet = Case.objects.visible_to(user).filter(pk__in=keys)
    writes = Exists(Case.objects.filter(writable_cases(user), pk=OuterRef("pk")))
    opens: dict[int, bool] = dict(mine.order_by().annotate(writes=writes).values_list("pk", "writes"))
    cases = [found[key] for key in keys if key in found]
    return [Row(case, case.pk in opens, case.is_running and opens.get(case.pk, False)) for case in cases]
