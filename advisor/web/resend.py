"""A form that could not be taken now comes back with all that was typed and a button to send it once more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.middleware.csrf import get_token
from django.shortcuts import resolve_url
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import escape_leading_slashes

from advisor.web.same_origin import sent_by_us
from advisor.web.spoken import Line, spoken
from advisor.web.troubles import TROUBLES, Trouble, trouble, with_hints

LARGEST = 1024 * 1024  # characters of names and values; more does not come back
_TOKEN = "csrfmiddlewaretoken"
_SECRET = re.compile(r"passwor|passwd|otp|token|secret|credential|recovery|^code$|^pin$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a request held: fields to send again, names of fields whose file is to be chosen again, and in words.

    ``complete``: nothing had to be left out, so that sending again does what the first time should have done.
    """

    fields: tuple[tuple[str, str], ...] = ()
    files: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    complete: bool = False


def resend(
    request: HttpRequest,
    status: int,
    detail: str = "",
    *,
    page: Trouble | None = None,
    fresh: Mapping[str, str] | None = None,
    again: bool = False,
    retry_after: int = 0,
) -> HttpResponse:
    """The page of a refusal with what was typed; the plain error page where the sender is not surely a page of ours.

    ``detail``: one more sentence, written by the program; ``page``: other words than those of the status; ``fresh``:
    fields that get another value when sent again, such as a version; ``retry_after``: seconds. After 409 there is a
    button only with ``fresh`` values or where ``again`` says that the same may pass later. htmx gets one sentence
    and keeps its page; the seal of the form that is valid now stands in the header `X-CSRFToken`.
    """
    if not sent_by_us(request):
        return trouble(request, status, detail, retry_after=retry_after)
    context: dict[str, Any] = {
        "status": status,
        "page": page or TROUBLES[status],
        "detail": detail,
        "login_at": resolve_url(settings.LOGIN_URL),
    }
    # Without context processors: they ask the session and the database, which may be the reason.
    if request.headers.get("HX-Request") == "true":
        response = HttpResponse(render_to_string("web/_refused.html", context), status=status)
        response.headers["X-CSRFToken"] = get_token(request)
        return with_hints(response, retry_after)
    kept = _kept(request, fresh or {})
    context |= {
        "kept": kept,
        "can_send": kept.complete and (status != 409 or bool(fresh) or again),
        "address": escape_leading_slashes(request.get_full_path()),
        "token": get_token(request),
        "token_at": reverse("web:token"),
    }
    return with_hints(HttpResponse(render_to_string("web/resend.html", context), status=status), retry_after)


def logged_out(request: HttpRequest) -> HttpResponse | None:
    """401 with what was typed, for somebody whose session has ended; None where the way to the login serves better."""
    return resend(request, 401) if sent_by_us(request) else None


def _kept(request: HttpRequest, fresh: Mapping[str, str]) -> Kept:
    try:
        lists, files = list(request.POST.lists()), tuple(request.FILES)
    except (SuspiciousOperation, MultiPartParserError, UnreadablePostError, BadRequest, OSError):
        return Kept()
    if sum(len(name) + sum(map(len, values)) for name, values in lists) > LARGEST:
        return Kept()
    fields = [(name, value) for name, values in lists if not _SECRET.search(name) for value in values]
    return Kept(
        fields=tuple((name, fresh.get(name, value)) for name, value in fields),
        files=files,
        lines=tuple(spoken(fields)),
        complete=not any(_SECRET.search(name) for name, _ in lists if name != _TOKEN),
    )
