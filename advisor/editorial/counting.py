"""Counting the impact of a release: at once for a few persons, in turns in the background for many."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django_tasks import task

from advisor.accounts.models import Office, User
from advisor.editorial.impact import count, persons_in, running_cases
from advisor.editorial.models import ImpactCount
from advisor.texts.library import Library, library_of, texts_digest
from advisor.texts.models import Revision
from pathways.engine.fingerprint import law_version
from pathways.law import LAW

AT_ONCE = 50  # persons
A_TURN = 10  # cases
STALLED = timedelta(minutes=5)
_PAUSE = timedelta(seconds=20)  # after the database was in the way


def key_of(office: Office, revisions: Sequence[Revision]) -> str:
    """What a count is valid for: these revisions on top of the texts and the law of now."""
    of = [sorted(row.pk for row in revisions), texts_digest(office), law_version(LAW)]
    return sha256(json.dumps(of).encode()).hexdigest()


def counted(office: Office, by: User, revisions: Sequence[Revision]) -> ImpactCount | None:
    """The count that somebody has begun for these revisions; None where there is none."""
    return ImpactCount.objects.filter(office=office, by=by, key=key_of(office, revisions)).first()


def begin(office: Office, by: User, revisions: Sequence[Revision]) -> ImpactCount:
    """Count anew; what somebody has counted before goes. With many persons it goes on in the background."""
    with transaction.atomic():
        ImpactCount.objects.filter(office=office, by=by).delete()
        row = ImpactCount.objects.create(
            office=office,
            by=by,
            key=key_of(office, revisions),
            revisions=sorted(each.pk for each in revisions),
            total=running_cases(office).count(),
        )
        many = persons_in(office) > AT_ONCE
        if many:
            take_turn.enqueue(str(row.uuid))
    while not many and _some(row):
        row.refresh_from_db()
    row.refresh_from_db()
    return row


@task()
def take_turn(count_id: str) -> None:
    """Count the next cases and queue the next turn; nothing where the count is over or gone.

    What is queued names the count and nothing else: no fault leaves this function with its words.
    """
    row = ImpactCount.objects.select_related("office").filter(uuid=UUID(count_id), finished_at=None).first()
    if row is None:
        return
    try:
        again = _some(row)
    except (OperationalError, InterfaceError):
        take_turn.using(run_after=timezone.now() + _PAUSE).enqueue(count_id)
        return
    if again:
        take_turn.enqueue(count_id)


def resume_all(now: datetime) -> int:
    """Take up every count that is not over; how many. For a worker that starts: another may have died in the middle."""
    return _take_up(ImpactCount.objects.filter(finished_at=None), now)


def resume(row: ImpactCount, now: datetime) -> None:
    """Take up a count that has fallen silent; nothing where it is over or alive."""
    _take_up(ImpactCount.objects.filter(pk=row.pk, finished_at=None, pulse__lte=now - STALLED), now)


def _take_up(found: QuerySet[ImpactCount], now: datetime) -> int:
    """Queue a turn for each; of two at the same count one stops at the first cases that the other was quicker with."""
    ids = list(found.values_list("uuid", flat=True))
    ImpactCount.objects.filter(uuid__in=ids).update(pulse=now)
    for count_id in ids:
        take_turn.enqueue(str(count_id))
    return len(ids)


def _some(row: ImpactCount) -> bool:
    """Count a few cases; whether there is more to do. Of two workers at the same cases only one counts."""
    before, after = _libraries(row)
    cases = list(running_cases(row.office).filter(pk__gt=row.cursor)[:A_TURN])
    found = count(cases, before, after)
    now = timezone.now()
    mine = ImpactCount.objects.filter(pk=row.pk, cursor=row.cursor, finished_at=None)
    if not cases:
        # Cases come and go while others are counted.
        mine.update(finished_at=now, pulse=now, total=F("done"))
        return False
    return bool(
        mine.update(
            cursor=cases[-1].pk,
            pulse=now,
            done=F("done") + found.total,
            broken=F("broken") + found.broken,
            short=F("short") + found.short,
            full=F("full") + found.full,
            either=F("either") + found.either,
        )
    )


def _libraries(row: ImpactCount) -> tuple[Library, Library]:
    before = after = library_of(row.office)
    for revision in Revision.objects.filter(office=row.office, pk__in=row.revisions):
        after = after.with_draft(revision.slot, revision.language, revision.body, revision.german)
    return before, after
