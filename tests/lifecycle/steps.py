"""What the tests do with the life of a case."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from advisor.accounts.models import User
from advisor.cases.models import Case, CaseKind, CaseState
from advisor.lifecycle.daily import Run, run
from advisor.lifecycle.destruction import destroy_case
from advisor.lifecycle.models import DeletionCertificate, Reason
from advisor.lifecycle.retention import set_rules
from advisor.lifecycle.states import move
from advisor.lifecycle.wastebin import UNDO_DAYS, put_in

NOT_YET_OVER = UNDO_DAYS - 1


def at(day: date) -> datetime:
    """The noon of a day."""
    return timezone.make_aware(datetime.combine(day, time(12)))


def daily(day: date, *, dry_run: bool = False) -> Run:
    """The daily run of that day."""
    return run(at(day), dry_run=dry_run)


def close(case: Case, by: User, day: date) -> None:
    """Close a case on a day, knowing what is open."""
    move(case, CaseState.CLOSED, by, case.version, day, knowing=True)


def keep_for(by: User, months: int, kind: CaseKind = CaseKind.ADVICE) -> None:
    """Let the office keep cases of that type for so long."""
    assert by.office
    set_rules(by.office, by, {kind: months})


def destroyed(case: Case, by: User | None, day: date) -> DeletionCertificate:
    """Put a case into the bin and destroy it two weeks later."""
    put_in(case, Reason.REQUEST, by, day)
    return destroy_case(case.pk, day + timedelta(days=UNDO_DAYS))
