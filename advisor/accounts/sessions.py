"""Sessions of people: ending them, and how long the present one lasts."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

if TYPE_CHECKING:
    from advisor.accounts.models import User

# Seconds since 1970; kept in the session itself.
BEGAN = "began"
SEEN = "seen"
FRESH = 5 * 60


def end_sessions(user: User, *, except_key: str | None = None) -> int:
    """End all sessions of somebody, except perhaps one; returns how many."""
    ended = 0
    for session in UserSession.objects.filter(user=user).exclude(session_key=except_key or ""):
        session.end()
        ended += 1
    return ended


def is_over(session: SessionBase, now: float) -> bool:
    """Whether a session has lain idle or lasted for too long."""
    return now - session[SEEN] > settings.SESSION_IDLE_AGE or now - session[BEGAN] > settings.SESSION_COOKIE_AGE


def seconds_left(session: SessionBase) -> int:
    """How long a session still lasts if nobody does anything; at most until its longest age. 0: it is over."""
    now = time.time()
    idle = session.get(SEEN, now) + settings.SESSION_IDLE_AGE - now
    longest = session.get(BEGAN, now) + settings.SESSION_COOKIE_AGE - now
    return max(0, math.ceil(min(idle, longest)))


def is_fresh(session: SessionBase) -> bool:
    """Whether somebody has logged in within the last minutes."""
    return time.time() - session.get(BEGAN, 0) < FRESH
