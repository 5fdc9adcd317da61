"""What holds for every page: login unless a view says otherwise, and nothing kept in a cache."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponseBase
from django_htmx.http import HttpResponseClientRedirect


class LoginWallMiddleware(LoginRequiredMiddleware):
    """Send everyone who is not logged in to the login page; a view opens itself with `login_not_required`."""

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase], view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        """The way to the login page, or None. An htmx request would swap that page into the middle of another."""
        response = super().process_view(request, view_func, view_args, view_kwargs)
        if response is not None and request.headers.get("HX-Request") == "true":
            return HttpResponseClientRedirect(response.headers["Location"])
        return response


class NoStoreMiddleware:
    """Forbid browsers and proxies to keep any page; static files are answered before this."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response, with `Cache-Control: no-store`."""
        response = self.get_response(request)
        response.headers["Cache-Control"] = "no-store"
        return response
