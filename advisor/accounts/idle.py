"""Ends sessions that have lain idle or lasted too long; decided by the server, whatever the browser keeps."""

from __future__ import annotations

import time
from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from advisor.accounts.models import User
from advisor.accounts.sessions import BEGAN, SEEN, is_over
from advisor.accounts.signals import tell

# How exactly the time of the last request is kept; each write of it costs the database one.
STEP = 60


class IdleMiddleware:
    """Let a session slide with every request, and log out whoever comes too late."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response; where the session is over, to somebody who is not logged in."""
        if isinstance(request.user, User):
            _slide(request, request.user)
        return self.get_response(request)


def touch(request: HttpRequest) -> None:
    """Begin the idle time anew and note that the session was in use."""
    request.session[SEEN] = int(time.time())
    known = UserSession.objects.filter(session_key=request.session.session_key)
    if not known.update(last_seen_at=timezone.now()):
        UserSession.objects.create_from_request(request)


def _slide(request: HttpRequest, user: User) -> None:
    session, now = request.session, time.time()
    if BEGAN not in session or SEEN not in session:
        session[BEGAN] = int(now)
        touch(request)
    elif is_over(session, now):
        with transaction.atomic():
            UserSession.objects.filter(session_key=session.session_key).delete()
            logout(request)
            tell("session_ended", by=None, about=user)
    # A page that only asks how much time is left does not use the session.
    elif now - session[SEEN] >= STEP and not request.headers.get("X-Idle"):
        touch(request)
