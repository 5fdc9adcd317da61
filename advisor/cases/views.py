"""The list of cases."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from advisor.accounts.models import User
from advisor.cases.models import Case


def case_list(request: HttpRequest) -> HttpResponse:
    """The cases of one's own office."""
    cases = Case.objects.visible_to(cast(User, request.user)).select_related("lead")[:50]
    return render(request, "cases/list.html", {"cases": cases})
