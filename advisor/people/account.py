"""Pages of one's own account: what there is, where one is logged in, and how long still."""

from __future__ import annotations

from typing import cast

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from advisor.accounts.changes import end_sessions_of
from advisor.accounts.idle import touch
from advisor.accounts.models import User
from advisor.accounts.second_factor import has_second_factor
from advisor.accounts.sessions import seconds_left
from advisor.accounts.signals import tell
from advisor.policies import Permission, may, needs


@needs(Permission.OWN_ACCOUNT)
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """What there is to one's account."""
    user = cast(User, request.user)
    context = {
        "roles": sorted(str(role.label) for role in user.roles),
        "has_second_factor": has_second_factor(user),
        "has_codes": Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).exists(),
        "session_count": len(UserSession.objects.purge_and_list(user)),
        "has_guidance": may(user, Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS),
    }
    return render(request, "accounts/account.html", context)


@needs(Permission.OWN_ACCOUNT)
@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    """Where one is logged in, latest first."""
    found = UserSession.objects.purge_and_list(cast(User, request.user))
    found.sort(key=lambda session: session.last_seen_at, reverse=True)
    return render(request, "accounts/sessions.html", {"sessions": found, **_ages()})


def _ages() -> dict[str, int]:
    return {"minutes": settings.SESSION_IDLE_AGE // 60, "hours": settings.SESSION_COOKIE_AGE // 3600}


@needs(Permission.OWN_ACCOUNT)
@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """End one of one's own sessions; where it is this one, that is a logout."""
    user = cast(User, request.user)
    session = get_object_or_404(UserSession, pk=pk, user=user)
    if session.session_key == request.session.session_key:
        return redirect("account_logout")
    with transaction.atomic():
        session.end()
        tell("session_ended", by=user, about=user)
    messages.success(request, _("Die Sitzung ist beendet."))
    return redirect("people:sessions")


@needs(Permission.OWN_ACCOUNT)
@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """End all of one's sessions but this one."""
    user = cast(User, request.user)
    end_sessions_of(user, by=user, except_key=request.session.session_key)
    messages.success(request, _("Alle anderen Sitzungen sind beendet."))
    return redirect("people:sessions")


@needs(Permission.OWN_ACCOUNT)
@require_http_methods(["GET", "HEAD", "POST"])
def session_time(request: HttpRequest) -> HttpResponse:
    """How many seconds the session still lasts; with POST it begins anew."""
    if request.method == "POST":
        touch(request)
    return JsonResponse({"seconds": seconds_left(request.session)})


account.before_second_factor = True  # type: ignore[attr-defined]
session_time.before_second_factor = True  # type: ignore[attr-defined]
