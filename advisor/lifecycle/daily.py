"""What has to be done once a day: destroy what has lain in the bin long enough, put in what is due, clear what is over.

Each case in a transaction of its own: a run that is broken off is simply started again, and a second run on the same
day finds nothing to do.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Protocol
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from advisor.accounts.models import Office
from advisor.cases.models import Case
from advisor.lifecycle.destruction import destroy_case
from advisor.lifecycle.housekeeping import clear
from advisor.lifecycle.models import Reason
from advisor.lifecycle.retention import candidates, rules_of
from advisor.lifecycle.traces import sweep
from advisor.lifecycle.wastebin import Blocked, NotThere, blocking, put_in
from advisor.logbook.models import Action
from advisor.logbook.record import record

_logger = logging.getLogger(__name__)


@dataclass(slots=True)
class StepDone:
    """What a step of a higher layer did: in words, how many cases, and those it could not."""

    words: str
    count: int = 0
    broken: list[UUID] = field(default_factory=list)


class Step(Protocol):
    """Something a higher layer has to do every day; with ``dry_run`` it only counts."""

    def __call__(self, now: datetime, *, dry_run: bool) -> StepDone:
        """Do it as of ``now``."""


# Higher layers put theirs in when they are loaded: this one imports none of them.
STEPS: list[Step] = []


@dataclass(slots=True)
class Run:
    """What a run did, or would do: cases by id. ``undecided``: closed cases for whose type there is no period."""

    destroyed: list[UUID] = field(default_factory=list)
    scheduled: list[UUID] = field(default_factory=list)
    blocked: list[UUID] = field(default_factory=list)
    broken: list[UUID] = field(default_factory=list)
    undecided: int = 0
    cleared: dict[str, int] = field(default_factory=dict)
    swept: bool = True
    steps: list[StepDone] = field(default_factory=list)

    @property
    def subject(self) -> str:
        """The run as a line of the log."""
        lists = {"destroyed": self.destroyed, "scheduled": self.scheduled}
        lists |= {"blocked": self.blocked, "broken": self.broken}
        return ", ".join(f"{name} {len(cases)}" for name, cases in lists.items())


def run(now: datetime, *, dry_run: bool = False) -> Run:
    """Do it for all offices as of ``now``; with ``dry_run`` nothing is changed and nothing is recorded."""
    today = timezone.localdate(now)
    total = Run()
    for office in Office.objects.order_by("pk"):
        done = _office(office, today, dry_run=dry_run)
        for name in ("destroyed", "scheduled", "blocked", "broken"):
            getattr(total, name).extend(getattr(done, name))
        total.undecided += done.undecided
    for step in STEPS:
        done_by_step = step(now, dry_run=dry_run)
        total.steps.append(done_by_step)
        total.broken.extend(uuid for uuid in done_by_step.broken if uuid not in total.broken)
    with transaction.atomic():
        total.cleared = clear(now, dry_run=dry_run)
    if not dry_run:
        total.swept = sweep()
    return total


def _office(office: Office, today: date, *, dry_run: bool) -> Run:
    done = Run()
    binned = Case.objects.filter(office=office, destroy_on__lte=today).order_by("destroy_on", "pk")
    for pk, uuid in list(binned.values_list("pk", "uuid")):
        _each(done, uuid, done.destroyed, partial(_destroy, pk, today, dry_run=dry_run))
    due = []
    for candidate in candidates(office.pk, rules_of(office.pk)):
        if candidate.kept_until is None:
            done.undecided += 1
        elif candidate.is_due(today):
            due.append((candidate.case.pk, candidate.case.uuid))
    for pk, uuid in due:
        _each(done, uuid, done.scheduled, partial(_schedule, pk, today, dry_run=dry_run))
    if not dry_run:
        record(Action.RETENTION_RUN, by=None, office_id=office.pk, subject=done.subject)
    return done


def _each(done: Run, uuid: UUID, succeeded: list[UUID], work: Callable[[], None]) -> None:
    """Do one case; whatever is wrong with it, the others have their turn."""
    try:
        work()
    except NotThere:
        return
    except Blocked:
        done.blocked.append(uuid)
    except (OperationalError, InterfaceError):
        raise  # the database is gone, not the case broken
    except Exception as error:
        _logger.error("case %s: %s", uuid, type(error).__name__)
        done.broken.append(uuid)
    else:
        succeeded.append(uuid)


def _destroy(pk: int, today: date, *, dry_run: bool) -> None:
    if not dry_run:
        destroy_case(pk, today)
        return
    case = Case.objects.select_related("key", "ending").get(pk=pk)
    ending = getattr(case, "ending", None)
    _refuse(case, today, unread=bool(ending and ending.unread))


def _schedule(pk: int, today: date, *, dry_run: bool) -> None:
    case = Case.objects.select_related("key").get(pk=pk)
    if dry_run:
        _refuse(case, today, unread=False)
    else:
        put_in(case, Reason.RETENTION, None, today)


def _refuse(case: Case, today: date, *, unread: bool) -> None:
    if blockers := blocking(case, today, unread=unread):
        raise Blocked(blockers)
