"""How often a page may be asked for: a decorator upon allauth's counters, which all processes share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from allauth.core.internal.ratelimit import consume
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from advisor.web.resend import resend

# Seconds; when exactly there is room again depends on the limit and is nobody's business.
RETRY_AFTER = 60

View = TypeVar("View", bound=Callable[..., Any])


def limited(action: str, rate: str, *, reading: bool = False) -> Callable[[View], View]:
    """Answer with our page 429 whatever goes beyond a rate.

    ``action``: a name for what is counted. ``rate``: such as ``"30/10m/user"`` – how many, in which time (s, m, h, d;
    with a number before it), for each ``user`` or ``ip``; several separated by commas. ``reading``: count GET as well.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            counted = consume(request, app="advisor", action=action, config={action: rate}, limit_get=reading)
            return view(request, *args, **kwargs) if counted else too_many(request)

        return guarded  # type: ignore[return-value]

    return guard


def too_many(request: HttpRequest) -> HttpResponse:
    """Our page 429, which gives back what was typed; allauth finds it through the root of all addresses."""
    return resend(request, 429, retry_after=RETRY_AFTER)
