"""The door for whoever comes with an invitation, and what allauth's views become before they get an address."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.internal.stagekit import clear_login
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from advisor.accounts.invitations import keep_in_session
from advisor.accounts.limits import limited

View = Callable[..., HttpResponseBase]


@login_not_required
@require_safe
@limited("invitation", "20/m/ip", reading=True)
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Remember the invitation and go on to the form, whose address no longer holds the token."""
    if request.user.is_authenticated:
        return render(request, "accounts/invitation_logged_in.html")
    if keep_in_session(request, token) is None:
        return render(request, "account/signup_closed.html")
    return redirect("account_signup")


@login_not_required
@require_POST
def cancel(request: HttpRequest) -> HttpResponse:
    """Begin the login anew; until then its second step would come up again and again."""
    clear_login(request)
    return redirect("account_login")


def form(view: View) -> View:
    """A view of allauth that takes what forms send; by itself it would take PUT as well."""
    return require_http_methods(["GET", "HEAD", "POST"])(view)


def changing(view: View) -> View:
    """A form of allauth whose change and its line in the log are made together or not at all."""
    return form(transaction.atomic(view))


def shown(view: View) -> View:
    """A view of allauth that only shows something."""
    return require_safe(view)


def closed(view: View) -> View:
    """A view of allauth that opens itself to everybody, behind the login nonetheless."""

    @wraps(view)
    def behind_login(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    behind_login.login_required = True  # type: ignore[attr-defined]
    return behind_login
