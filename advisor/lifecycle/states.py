"""The life of a case: which state can follow which, and changing it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import override

from advisor.accounts.models import User
from advisor.cases.models import Case, CaseState
from advisor.cases.services import grow, log
from advisor.lifecycle.blockers import Cause, blockers_of, settle, unsettle
from advisor.logbook.models import Action

FOLLOWS: Mapping[CaseState, tuple[CaseState, ...]] = {
    CaseState.OPEN: (CaseState.WAITING, CaseState.CLOSED),
    CaseState.WAITING: (CaseState.OPEN, CaseState.CLOSED),
    CaseState.CLOSED: (CaseState.OPEN, CaseState.ARCHIVED),
    CaseState.ARCHIVED: (CaseState.OPEN, CaseState.CLOSED),
}
RUNNING = (CaseState.OPEN, CaseState.WAITING)


class NoWay(ValueError):
    """The wanted state does not follow the present one."""


class StillOpen(RuntimeError):
    """Something is still open in a case that is to be closed, and nobody has said that they know."""


def following(case: Case) -> tuple[CaseState, ...]:
    """The states a case can be put into now."""
    return FOLLOWS[CaseState(case.state)]


def move(case: Case, to: CaseState, by: User, version: int, today: date, *, knowing: bool = False) -> None:
    """Put a case into another state; NoWay, StillOpen, or Stale where it no longer has ``version``.

    ``knowing``: whoever closes it knows what is still open; what has no day counts as settled until it is opened again.
    """
    before = CaseState(case.state)
    if to not in FOLLOWS[before]:
        raise NoWay(to)
    with transaction.atomic():
        grow(case, version, state=to, **_closed_on(before, to, today))
        if before in RUNNING and to is CaseState.CLOSED and (still := blockers_of(case, today)):
            if not knowing:
                raise StillOpen
            if undated := [blocker.id for blocker in still if blocker.cause is Cause.UNDATED]:
                settle(case, undated)
        elif to in RUNNING:
            unsettle(case)
        with override("de"):  # the log speaks one language
            log(Action.STATE_CHANGED, case, by, subject=f"{CaseState(before).label} → {to.label}")


def confirm_settled(case: Case, by: User, version: int, wanted: Collection[str], today: date) -> None:
    """Call points without a day of an ended case settled; Stale where it no longer has ``version``."""
    with transaction.atomic():
        grow(case, version)
        undated = {blocker.id for blocker in blockers_of(case, today) if blocker.cause is Cause.UNDATED}
        settle(case, undated.intersection(wanted))
        log(Action.STATE_CHANGED, case, by, subject="settled")


def _closed_on(before: CaseState, to: CaseState, today: date) -> dict[str, Any]:
    if to in RUNNING:
        return {"closed_on": None}
    return {"closed_on": today} if before in RUNNING else {}
