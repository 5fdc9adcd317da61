"""Before something delicate somebody proves once more who they are."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

View = TypeVar("View", bound=Callable[..., Any])


def confirmed(view: View) -> View:
    """Ask for password or second factor again unless that was lately; then on to the page, never straight to a change.

    allauth would put a form that was sent aside and carry it out afterwards, without looking at permissions again.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if did_recently_reauthenticate(request):
            return view(request, *args, **kwargs)
        methods = get_adapter(request).get_reauthentication_methods(request.user)
        door = methods[0]["url"] if methods else reverse("account_login")
        return redirect(f"{door}?{urlencode({'next': request.path})}")

    return guarded  # type: ignore[return-value]
