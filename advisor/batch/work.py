"""The work of a job: one memo after the other, each made once however many workers are at it or die over it."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from functools import partial

from django.db import InterfaceError, OperationalError
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from advisor.accounts.models import User
from advisor.batch.models import Batch, BatchItem, ItemState, Why
from advisor.cases.fetch import NotWritable
from advisor.cases.finding import Found, find_person
from advisor.cases.services import Stale
from advisor.memo.making import Wish, make_memo
from advisor.memo.models import KeptMemo
from advisor.memo.parts import Length
from advisor.policies import Permission, may
from advisor.vault.faults import VaultFault

LEASE = timedelta(minutes=3)  # much longer than any memo takes; as long as one whose worker was killed has to wait
MOST_TRIES = 3  # so often may a worker die over the same memo
_logger = logging.getLogger(__name__)


class _Refused(Exception):
    """There will be no memo, for this reason."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


class _Overtaken(Exception):
    """Somebody else has made the memo or the job was cancelled while this one was being written."""


def claim(batch: Batch, now: datetime) -> BatchItem | None:
    """The next memo of the job, for nobody else to begin; None where each is made or being made."""
    free = Q(state=ItemState.WAITING) & (Q(claimed_until=None) | Q(claimed_until__lte=now))
    waiting = BatchItem.objects.filter(free, batch=batch).order_by("tries", "pk").values_list("pk", "tries")
    while (found := waiting.first()) is not None:
        pk, tries = found
        mine = BatchItem.objects.filter(free, pk=pk, tries=tries)
        if mine.update(tries=tries + 1, claimed_until=now + LEASE):
            item = BatchItem.objects.select_related("case", "person").get(pk=pk)
            item.batch = batch
            return item
    return None


def make(item: BatchItem) -> None:
    """Make the memo of a claimed row, or put down why there is none; one that is broken harms no other.

    OperationalError or InterfaceError where the database is at fault and not the case: somebody begins it again.
    """
    try:
        if item.tries > MOST_TRIES:
            raise _Refused(Why.STUCK)
        user, found = _still_open(item)
        wish = Wish(length=Length(item.batch.length))
        make_memo(found.person, user, wish, several=found.persons > 1, also=partial(_keep, item))
    except _Overtaken:
        return
    except (OperationalError, InterfaceError):
        BatchItem.objects.filter(pk=item.pk, tries=item.tries).update(claimed_until=None)
        raise
    except Exception as error:
        why = _why(error)
        if why is Why.BROKEN:
            # Its message may hold words of the case.
            _logger.error("a memo of batch %s: %s", item.batch.uuid, type(error).__name__)
        _mine(item).update(state=ItemState.FAILED, why=why, claimed_until=None)


def _why(error: Exception) -> Why:
    match error:
        case _Refused():
            return error.why
        case NotWritable():
            return Why.CLOSED
        case Stale():
            return Why.GONE
        case VaultFault():
            return Why.UNREADABLE
    return Why.BROKEN


def _still_open(item: BatchItem) -> tuple[User, Found]:
    """Whoever asked, as they stand now, and the person, if they may still write about them; _Refused."""
    if item.case is None or item.person is None:
        raise _Refused(Why.GONE)
    user = User.objects.get(pk=item.batch.by_id)
    if user.office_id != item.batch.office_id or not may(user, Permission.WORK_ON_CASES):
        raise _Refused(Why.NO_ACCESS)
    found = find_person(user, item.case.uuid, item.person.uuid)
    if found is None:
        item.case.refresh_from_db(fields=["destroy_on"])
        raise _Refused(Why.NO_ACCESS if item.case.destroy_on is None else Why.GONE)
    if not found.is_writable:
        raise _Refused(Why.NO_ACCESS)
    if not found.person.case.is_running:
        raise _Refused(Why.CLOSED)
    return user, found


def _keep(item: BatchItem, memo: KeptMemo) -> None:
    """Put the memo down as made, in its transaction; raises where it must not be kept after all."""
    _still_open(item)
    if not _mine(item).filter(batch__cancelled_at=None).update(state=ItemState.MADE, memo=memo, claimed_until=None):
        raise _Overtaken


def _mine(item: BatchItem) -> QuerySet[BatchItem]:
    """The row, unless somebody else has begun it since or it is over."""
    return BatchItem.objects.filter(pk=item.pk, state=ItemState.WAITING, tries=item.tries)


def beat(batch: Batch, turn: int, now: datetime) -> bool:
    """Say that this turn of the job is alive; False where it has been given up, or nothing is to be done any more."""
    running = Batch.objects.filter(pk=batch.pk, turn=turn, finished_at=None, cancelled_at=None)
    return bool(running.update(pulse=now))


def settle(batch: Batch) -> datetime | None:
    """Close the job where nothing waits any more, otherwise when its next turn may begin."""
    now = timezone.now()
    waiting = BatchItem.objects.filter(batch=batch, state=ItemState.WAITING)
    nearest = waiting.order_by(F("claimed_until").asc(nulls_first=True)).values_list("claimed_until").first()
    if nearest is None:
        Batch.objects.filter(pk=batch.pk, finished_at=None, cancelled_at=None).update(finished_at=now, pulse=now)
        return None
    return max(nearest[0] or now, now)
