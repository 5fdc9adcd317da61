"""A job in turns of a few memos, so that others get theirs; after each turn it stands at the end of the queue again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F
from django.utils import timezone
from django_tasks import task

from advisor.batch.models import Batch
from advisor.batch.work import beat, claim, make, settle

A_TURN = 5  # memos
STALLED = timedelta(minutes=10)  # without a sign of life for so long, a job is taken up again
_PAUSE = timedelta(seconds=20)  # after the database was in the way


@task()
def take_turn(batch_id: str, turn: int) -> None:
    """Make the next memos of a job and queue its next turn; nothing where it is over or this turn was given up.

    What is queued and kept of it names the job and nothing else: no fault leaves this function with its words.
    """
    batch = Batch.objects.filter(uuid=UUID(batch_id)).first()
    if batch is None:
        return
    try:
        again = _some(batch, turn)
    except (OperationalError, InterfaceError):
        again = timezone.now() + _PAUSE
    if again is not None:
        _enqueue(batch, turn, again)


def _some(batch: Batch, turn: int) -> datetime | None:
    """Make a few memos; when to go on, None where there is nothing more to do."""
    for _ in range(A_TURN):
        now = timezone.now()
        if not beat(batch, turn, now):
            return None
        item = claim(batch, now)
        if item is None:
            break
        make(item)
    return settle(batch)


def begin(batch: Batch) -> None:
    """Queue the first turn, in the transaction that makes the job."""
    _enqueue(batch, batch.turn)


def resume(batch: Batch, now: datetime, *, silent_since: datetime | None = None) -> bool:
    """Give up the turn of a job and queue another; False where it is over or alive.

    ``silent_since``: only where nothing has happened to it since then.
    """
    found = Batch.objects.filter(pk=batch.pk, turn=batch.turn, finished_at=None, cancelled_at=None)
    if silent_since is not None:
        found = found.filter(pulse__lte=silent_since)
    with transaction.atomic():
        if not found.update(turn=F("turn") + 1, pulse=now):
            return False
        batch.turn, batch.pulse = batch.turn + 1, now
        _enqueue(batch, batch.turn)
    return True


def resume_all(now: datetime) -> int:
    """Take up every job that is not over; how many. For a worker that starts: another may have died in the middle."""
    running = Batch.objects.filter(finished_at=None, cancelled_at=None).order_by("pk")
    return sum(resume(batch, now) for batch in running)


# What a worker does first. Higher layers put theirs in when they are loaded: this one imports none of them.
AT_START: list[Callable[[datetime], int]] = [resume_all]


def _enqueue(batch: Batch, turn: int, after: datetime | None = None) -> None:
    later = after is not None and after > timezone.now()
    queued = take_turn.using(run_after=after) if later else take_turn
    queued.enqueue(str(batch.uuid), turn)
