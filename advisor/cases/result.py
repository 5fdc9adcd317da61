"""The result page."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from advisor.cases.fetch import open_case


def result(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What the law says about a case."""
    open_case(request, uuid)
    return HttpResponse(status=501)
