"""The language somebody works in: chosen on any page, kept with the account and, before the login, in a cookie.

Whether the questions are said in English as well, for somebody who interprets, is kept with the session.
"""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from advisor.accounts.models import User
from advisor.web.errors import trouble
from advisor.web.language import known, questions_in_both, remember

_LONGEST_ADDRESS = 2000  # characters; none of ours is nearly as long
_IN_BOTH = "questions-in-both"


class OwnLanguageMiddleware:
    """Let a page speak the language of whoever is logged in; costs no query, because the person is loaded anyhow."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response; that of this browser where nobody is logged in or has ever chosen."""
        if not isinstance(request.user, User):
            return self.get_response(request)
        if language := known(request.user.language):
            translation.activate(language)
        with questions_in_both(request.session.get(_IN_BOTH, False)):
            return self.get_response(request)


@login_not_required
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep a choice and lead back to the page it was made on."""
    if "questions" in request.POST and isinstance(request.user, User):
        request.session[_IN_BOTH] = request.POST["questions"] == "both"
        return redirect(_back(request.POST.get("next", "")))
    language = known(request.POST.get("language"))
    if not language:
        return trouble(request, 400)
    if isinstance(request.user, User) and request.user.language != language:
        User.objects.filter(pk=request.user.pk).update(language=language)
    response = redirect(_back(request.POST.get("next", "")))
    remember(response, language)
    return response


def _back(address: str) -> str:
    """The address of a page of ours; that of the start for anything else."""
    # One that leads to no other host and is no relative one, which would be understood beside `sprache/`.
    ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if ours and len(address) <= _LONGEST_ADDRESS else "start"
