"""What is over and of no use to anybody: ended access, sessions, counts of attempts, old invitations and jobs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Q, QuerySet

from advisor.accounts.models import CacheEntry, Invitation
from advisor.batch import pruning as batches
from advisor.cases.models import CaseAccess
from advisor.rescreen import pruning as rescreens

INVITATION_DAYS = 30  # how long the office admin still sees what became of an invitation


def over(now: datetime) -> Iterator[tuple[str, QuerySet]]:
    """What is over by then, with its words."""
    yield "beendete Zugänge", CaseAccess.objects.filter(until__lte=now)
    yield "abgelaufene Sitzungen", Session.objects.filter(expire_date__lt=now)
    alive = Session.objects.filter(expire_date__gte=now).values("session_key")
    yield "Angaben zu beendeten Sitzungen", UserSession.objects.exclude(session_key__in=alive)
    yield "abgelaufene Zähler", CacheEntry.objects.filter(expires__lt=now)
    old = now - timedelta(days=INVITATION_DAYS)
    yield "alte Einladungen", Invitation.objects.filter(Q(closed__lt=old) | Q(closed=None, expires__lt=old))
    yield from batches.over(now)
    yield from rescreens.over(now)


def clear(now: datetime, *, dry_run: bool) -> dict[str, int]:
    """Delete what is over by then, or only count it; how many of what."""
    counts = {}
    for words, rows in over(now):
        counts[words] = rows.count() if dry_run else rows.delete()[0]
    return counts
