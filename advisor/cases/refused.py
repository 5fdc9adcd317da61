"""Pages for a case that somebody may not open or change as it is: why, and what to do instead."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from advisor.cases.fetch import NeedsReason, NotWritable
from advisor.cases.services import Stale
from advisor.web.errors import trouble


class CaseRefusalMiddleware:
    """Answer NeedsReason, NotWritable and Stale with a page of their own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response of the view."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page of a refusal; None for every other exception."""
        match exception:
            case NeedsReason():
                return render(request, "cases/outside.html", {"case": exception.case}, status=403)
            case NotWritable():
                status = 409 if not exception.case.is_running else 403
                return render(request, "cases/not_writable.html", {"case": exception.case}, status=status)
            case Stale():
                return trouble(request, 409)
        return None
