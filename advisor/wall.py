"""The wall in front of every page: nobody without login, second factor and the permission that a view names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django_htmx.http import HttpResponseClientRedirect

from advisor.accounts.models import User
from advisor.policies import Permission, may
from advisor.web.resend import logged_out

# allauth's views show people their own account and nothing else; `advisor.accounts.urls` names those there are.
_OWN_ACCOUNT = "allauth"


class WallMiddleware(LoginRequiredMiddleware):
    """Deny by default: a view that names no permission with `policies.needs` is open to nobody.

    A view opens itself to everybody with `login_not_required`.
    """

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase], view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        """The way to the login page or to the second factor, or None; raises PermissionDenied."""
        if not getattr(view_func, "login_required", True):
            return None
        if not isinstance(request.user, User):
            return self._to_login(request, view_func, view_args, view_kwargs)
        own_account = view_func.__module__.partition(".")[0] == _OWN_ACCOUNT
        wanted: frozenset[Permission] = getattr(view_func, "permissions", frozenset())
        if not own_account and not may(request.user, *wanted):
            raise PermissionDenied
        lacking = settings.SECOND_FACTOR_REQUIRED and not request.user.had_second_factor
        if lacking and not (own_account or getattr(view_func, "before_second_factor", False)):
            return _client_redirect(request, redirect("mfa_index"))
        return None

    def _to_login(self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any) -> HttpResponseBase:
        # Whoever was logged out while typing gets it back; the way to the login would lose it.
        kept = None if request.method in ("GET", "HEAD") else logged_out(request)
        if kept is not None:
            return kept
        response = super().process_view(request, view_func, view_args, view_kwargs)
        assert response is not None
        return _client_redirect(request, response)


def _client_redirect(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """An htmx request would swap the page it is sent to into the middle of another."""
    if request.headers.get("HX-Request") == "true":
        return HttpResponseClientRedirect(response.headers["Location"])
    return response
