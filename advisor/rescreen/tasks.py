"""A run in turns of one part each, so that others get theirs; after each turn it is at the end of the queue again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F
from django.utils import timezone
from django_tasks import task

from advisor.accounts.models import Office
from advisor.rescreen.models import Chunk, ChunkState, Run
from advisor.rescreen.starting import outdated, start
from advisor.rescreen.work import beat, claim, do, measure_of, settle
from advisor.texts.library import texts_digest
from pathways.engine.fingerprint import law_version
from pathways.engine.lawbook import Lawbook
from pathways.law import LAW

_PAUSE = timedelta(seconds=20)  # after the database was in the way


@task()
def take_turn(run_id: str, turn: int) -> None:
    """Judge the next part of a run and queue its next turn; nothing where it is over or this turn was given up.

    What is queued and kept of it names the run and nothing else: no fault leaves this function with its words.
    """
    run = Run.objects.select_related("office").filter(uuid=UUID(run_id)).first()
    if run is None:
        return
    if run.is_running and run.law != law_version(LAW):
        begin(run.office, timezone.now())  # the program was updated meanwhile
        return
    try:
        again = _part(run, turn)
    except (OperationalError, InterfaceError):
        again = timezone.now() + _PAUSE
    if again is not None:
        _enqueue(run, turn, again)


def begin(office: Office, now: datetime) -> Run:
    """Start a run of an office in the background, or let the one that runs go on; the run."""
    with transaction.atomic():
        run, is_new = start(office, now)
        if is_new:
            _enqueue(run, run.turn)
    return run


def run_through(
    office: Office, now: datetime, lawbook: Lawbook = LAW, told: Callable[[Run], None] | None = None
) -> Run:
    """A whole run of an office here and now; what another has begun is taken up. OperationalError.

    ``told``: called after each part.
    """
    run, _ = start(office, now, lawbook)
    _next_turn(run, now)
    measure = measure_of(office, run.texts, run.day, lawbook)
    while (chunk := claim(run, timezone.now())) is not None:
        do(chunk, measure)
        if told:
            told(run)
    settle(run)
    run.refresh_from_db()
    return run


def look_again(now: datetime) -> int:
    """For a worker that starts: take up every run that is not over, and begin one wherever law or texts are new."""
    running = list(Run.objects.filter(finished_at=None, cancelled_at=None).select_related("office").order_by("pk"))
    for run in running:
        if (run.law, run.texts) == (law_version(LAW), texts_digest(run.office)):
            _next_turn(run, now)
            _enqueue(run, run.turn)
        else:
            begin(run.office, now)
    offices = [office for office in outdated() if office.pk not in {r.office_id for r in running}]
    for office in offices:
        begin(office, now)
    return len(running) + len(offices)


def _part(run: Run, turn: int) -> datetime | None:
    """Judge one part; when to go on, None where there is nothing more to do."""
    now = timezone.now()
    if not beat(run, turn, now):
        return None
    chunk = claim(run, now)
    if chunk is not None:
        do(chunk, measure_of(run.office, run.texts, run.day))
    return settle(run)


def _next_turn(run: Run, now: datetime) -> None:
    """Give up the turn of a run, so that whoever has it stops after the part just begun.

    That part is free at once: whoever began it may be dead, and if not, only one of the two keeps it.
    """
    Run.objects.filter(pk=run.pk).update(turn=F("turn") + 1, pulse=now)
    Chunk.objects.filter(run=run, state=ChunkState.WAITING).update(claimed_until=None)
    run.refresh_from_db(fields=["turn", "pulse"])


def _enqueue(run: Run, turn: int, after: datetime | None = None) -> None:
    later = after is not None and after > timezone.now()
    queued = take_turn.using(run_after=after) if later else take_turn
    queued.enqueue(str(run.uuid), turn)
