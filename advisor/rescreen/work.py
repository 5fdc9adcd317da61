"""The work of a run: one part after the other, each kept and counted once however many workers die over it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import DatabaseError, InterfaceError, OperationalError, transaction
from django.db.models import F, Q
from django.utils import timezone

from advisor.accounts.models import Office
from advisor.cases.models import Case
from advisor.logbook.models import Action
from advisor.logbook.record import record
from advisor.rescreen.comparing import Compared, Measure, compared, is_up_to_date, open_moved, seal_moved, together
from advisor.rescreen.law_states import remember, text_of
from advisor.rescreen.models import Chunk, ChunkState, Footing, MovedResult, Run
from advisor.rescreen.progress import progress_of
from advisor.rescreen.reading import Folder, folders, read_answers
from advisor.rescreen.stand import Difference
from advisor.vault.faults import VaultFault
from pathways.engine.lawbook import Lawbook
from pathways.law import LAW

LEASE = timedelta(minutes=3)  # much longer than a part takes
MOST_TRIES = 3  # so often may a worker die over the same part
_logger = logging.getLogger(__name__)


class Overtaken(Exception):
    """Somebody else has done this part, or the run was given up, while it was being judged."""


@dataclass(slots=True)
class Found:
    """What judging some cases has shown: how many there were, what there is to keep of whom, how many do not open."""

    cases: int = 0
    broken: int = 0
    persons: list[tuple[Case, Compared]] = field(default_factory=list)

    @property
    def moved(self) -> int:
        """In how many cases something moved because of the law."""
        return len({case.pk for case, each in self.persons if each.moved})


def measure_of(office: Office, texts: str, day: date, lawbook: Lawbook = LAW, *, keep: bool = True) -> Measure:
    """What a run of an office judges by; ``keep``: what the law says is kept with its version."""
    return Measure(lawbook, remember(lawbook) if keep else text_of(lawbook), texts, day)


def judged(office_id: int, first: int, last: int, measure: Measure) -> Found:
    """Judge the open cases with these numbers; nothing is written. At most six queries, five where none is new."""
    found = Found()
    waiting: list[Folder] = []
    for folder in folders(office_id, first, last):
        found.cases += 1
        if not all(is_up_to_date(folder.case, person, measure) for person in folder.persons):
            waiting.append(folder)
    read_answers(waiting)
    for folder in waiting:
        try:
            everybody = [
                (folder.case, compared(folder.case, person, values, measure))
                for person, values in folder.values(measure.lawbook)
            ]
        except (OperationalError, InterfaceError):
            raise
        except Exception as error:
            # Its message may hold words of the case.
            _logger.error("case %s: %s", folder.case.uuid, type(error).__name__)
            found.broken += 1
        else:
            found.persons += everybody
    return found


def claim(run: Run, now: datetime) -> Chunk | None:
    """The next part of the run, for nobody else to begin; None where each is done or being done."""
    free = Q(state=ChunkState.WAITING) & (Q(claimed_until=None) | Q(claimed_until__lte=now))
    waiting = Chunk.objects.filter(free, run=run).order_by("tries", "pk").values_list("pk", "tries")
    while (found := waiting.first()) is not None:
        pk, tries = found
        mine = Chunk.objects.filter(free, pk=pk, tries=tries)
        if mine.update(tries=tries + 1, claimed_until=now + LEASE):
            chunk = Chunk.objects.get(pk=pk)
            chunk.run = run
            return chunk
    return None


def do(chunk: Chunk, measure: Measure) -> None:
    """Judge the cases of a claimed part and keep what there is to keep; nothing of it, where that fails.

    OperationalError or InterfaceError where the database is at fault: somebody begins it again.
    """
    if chunk.tries > MOST_TRIES:
        _settled(chunk, state=ChunkState.FAILED)
        return
    run = chunk.run
    try:
        found = judged(run.office_id, chunk.first, chunk.last, measure)
        _keep(chunk, found, measure)
    except Overtaken:
        return
    except DatabaseError as error:
        # Also somebody whose case is deleted meanwhile: the next try does not find them any more.
        Chunk.objects.filter(pk=chunk.pk, tries=chunk.tries).update(claimed_until=None)
        if isinstance(error, OperationalError):
            raise
        _logger.warning("a part of rescreen %s is begun again: %s", run.uuid, type(error).__name__)


def _keep(chunk: Chunk, found: Found, measure: Measure) -> None:
    """Put down that the part is done, with everything it has found, in one transaction."""
    now = timezone.now()
    with transaction.atomic():
        if not _settled(chunk, state=ChunkState.DONE, cases=found.cases, moved=found.moved, broken=found.broken):
            raise Overtaken
        _keep_footings([each for _, each in found.persons])
        _keep_moved([(case, each) for case, each in found.persons if each.moved], measure, now)


def _settled(chunk: Chunk, **values: object) -> bool:
    """Close a part, unless somebody else has begun it since or the run is over."""
    mine = Chunk.objects.filter(pk=chunk.pk, state=ChunkState.WAITING, tries=chunk.tries, run__cancelled_at=None)
    return bool(mine.update(claimed_until=None, **values))


def _keep_footings(found: Iterable[Compared]) -> None:
    other: list[Footing] = []
    same: list[Footing] = []
    for each in found:
        (other if each.is_other else same).append(each.footing)
    columns = ["law", "texts", "day", "version"]
    Footing.objects.bulk_create(
        other, update_conflicts=True, unique_fields=["person"], update_fields=[*columns, "sealed"]
    )
    by_content: dict[tuple[str, str, date, int], list[int]] = {}
    for row in same:
        by_content.setdefault((row.law, row.texts, row.day, row.version), []).append(row.person_id)
    for content, persons in by_content.items():
        Footing.objects.filter(person__in=persons).update(**dict(zip(columns, content, strict=True)))


def _keep_moved(found: list[tuple[Case, Compared]], measure: Measure, now: datetime) -> None:
    """An entry for each person; one that nobody has seen yet becomes part of the new one."""
    waiting = {
        row.person_id: row
        for row in MovedResult.objects.unseen()
        .select_for_update()
        .filter(person__in=[each.person.pk for _, each in found])
    }
    for case, each in found:
        row, entries = _taken_in(case, waiting.get(each.person.pk), each)
        if not entries:
            row.delete()
            continue
        row.at, row.law_now, row.texts_now, row.day_now = now, measure.law.version, measure.texts, each.footing.day
        seal_moved(case, row, entries)
        row.save()


def _taken_in(case: Case, row: MovedResult | None, each: Compared) -> tuple[MovedResult, tuple[Difference, ...]]:
    """The row for what moved, with what an unseen one says already; one that does not open any more is written anew."""
    try:
        if row is not None:
            return row, together(open_moved(case, row), each.moved)
    except VaultFault as error:
        _logger.error("moved result %s: %s", row.uuid if row else "", type(error).__name__)
    row = row or MovedResult(case=case, person_id=each.person.pk)
    row.law_before, row.texts_before, row.day_before = each.before
    return row, each.moved


def beat(run: Run, turn: int, now: datetime) -> bool:
    """Say that this turn of the run is alive; False where it has been given up, or nothing is to be done any more."""
    running = Run.objects.filter(pk=run.pk, turn=turn, finished_at=None, cancelled_at=None)
    return bool(running.update(pulse=now))


def settle(run: Run) -> datetime | None:
    """Close the run where nothing waits any more, otherwise when its next turn may begin."""
    now = timezone.now()
    waiting = Chunk.objects.filter(run=run, state=ChunkState.WAITING)
    nearest = waiting.order_by(F("claimed_until").asc(nulls_first=True)).values_list("claimed_until").first()
    if nearest is not None:
        return max(nearest[0] or now, now)
    with transaction.atomic():
        open_still = Run.objects.filter(pk=run.pk, finished_at=None, cancelled_at=None)
        if open_still.update(finished_at=now, pulse=now):
            progress = progress_of(run)
            subject = f"{progress.cases} Fälle, {progress.moved} anders, {progress.broken} nicht lesbar"
            record(Action.RESCREENED, by=None, office_id=run.office_id, subject=subject)
    return None
