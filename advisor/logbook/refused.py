"""Puts on record who was refused what: a page without the permission for it, or a case that is not theirs."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from advisor.accounts.models import User
from advisor.logbook.models import Action
from advisor.logbook.record import record


class RefusedMiddleware:
    """Write an event for each refusal.

    It names the page, and the case only where that is known to be of the own office.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response, once it is on record where it is a refusal."""
        response = self.get_response(request)
        match = request.resolver_match
        # A page that does not exist is a mistyped address; a case that does not is perhaps somebody trying ids.
        refused = response.status_code == 403 or (response.status_code == 404 and match and match.kwargs)
        if refused and match and isinstance(user := getattr(request, "user", None), User):
            subject = f"{response.status_code} {match.view_name}"
            case = getattr(request, "refused_case", None)
            record(Action.REFUSED, by=user, office_id=user.office_id, case=case, subject=subject)
        return response
