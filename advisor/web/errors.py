"""The pages Django asks for when a request fails; what was typed comes back where the sender is surely our own page."""

from __future__ import annotations

import sys

from django.contrib.auth.decorators import login_not_required
from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from advisor.web.outage import is_outage, unavailable
from advisor.web.resend import logged_out, resend
from advisor.web.same_origin import sent_by_us
from advisor.web.troubles import STALE_FORM, TROUBLES, Trouble, trouble

__all__ = [
    "TROUBLES",
    "Trouble",
    "bad_request",
    "csrf_failure",
    "forbidden",
    "not_found",
    "server_error",
    "too_many",
    "trouble",
]


_PATIENCE = 60  # seconds; when exactly the count runs out is nobody's business


@login_not_required
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400; 413 where the reason is the size; 401 where the session ended while the request was on its way."""
    if isinstance(exception, SessionInterrupted):
        return logged_out(request) or trouble(request, 401)
    if isinstance(exception, TooManyFilesSent):
        return trouble(request, 400, _("Bitte nur eine Datei auf einmal."))
    return trouble(request, 413 if isinstance(exception, RequestDataTooBig | TooManyFieldsSent) else 400)


@login_not_required
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return trouble(request, 403)


@login_not_required
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return trouble(request, 404)


@login_not_required
def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429 with what was typed."""
    return resend(request, 429, retry_after=_PATIENCE)


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    """503 where the storage is out of reach, otherwise 500.

    Without the session, the database or a context processor, because any of them may be the reason.
    """
    if is_outage(sys.exc_info()[1]):
        return unavailable(request)
    return HttpResponse(render_to_string("500.html", {"page": TROUBLES[500]}), status=500)


@login_not_required
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 where a form was not ours; where it was ours but too old, what was typed comes back."""
    return resend(request, 403, page=STALE_FORM) if sent_by_us(request) else trouble(request, 403)
