"""Two weeks between the decision to delete a case and its destruction, in which it can be taken back."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from advisor.accounts.models import User
from advisor.cases.models import Case
from advisor.cases.services import grow
from advisor.lifecycle.blockers import Blocker, Cause, blockers_of
from advisor.lifecycle.models import Ending, Reason
from advisor.logbook.models import Action
from advisor.logbook.record import record
from pathways.engine.days import months

UNDO_DAYS = 14
PAUSE_MONTHS = 3  # how long a retention run leaves a case alone that somebody has taken back


class Blocked(RuntimeError):
    """A case that is not deleted yet, and why."""

    def __init__(self, blockers: tuple[Blocker, ...]) -> None:
        super().__init__(", ".join(blocker.cause for blocker in blockers))
        self.blockers = blockers


class NotThere(LookupError):
    """The case does not lie where it was looked for: somebody else was quicker."""


def put_in(case: Case, reason: Reason, by: User | None, today: date, *, unread: bool = False) -> date:
    """Put a case into the bin; the day from which it is destroyed. Blocked or NotThere.

    ``unread``: whoever asks knows that the case cannot be read and that nobody can tell what is open in it.
    """
    destroy_on = today + timedelta(days=UNDO_DAYS)
    with transaction.atomic():
        locked = _locked(case, binned=False)
        if blockers := blocking(locked, today, unread=unread):
            raise Blocked(blockers)
        grow(locked, destroy_on=destroy_on)
        decided = {"reason": reason, "by": by, "on": today, "unread": unread}
        Ending.objects.update_or_create(case=locked, defaults=decided)
        _record(Action.DELETION_SCHEDULED, locked, by, reason)
    return destroy_on


def take_out(case: Case, by: User, today: date) -> None:
    """Take a case out of the bin; a retention run leaves it alone for a while. NotThere where it is not in it."""
    with transaction.atomic():
        locked = _locked(case, binned=True)
        grow(locked, destroy_on=None)
        decided = {"reason": "", "by": None, "on": None, "unread": False}
        pause = months(PAUSE_MONTHS).after(today)
        Ending.objects.update_or_create(case=locked, defaults={**decided, "not_before": pause})
        _record(Action.DELETION_UNDONE, locked, by)


def blocking(case: Case, today: date, *, unread: bool) -> tuple[Blocker, ...]:
    """What keeps a case from being deleted; ``unread``: not that it cannot be read."""
    found = blockers_of(case, today)
    return tuple(blocker for blocker in found if not (unread and blocker.cause is Cause.UNREADABLE))


def _locked(case: Case, *, binned: bool) -> Case:
    # Whoever writes into the case has its row too, so that one of the two waits for the other.
    found = Case.objects.select_for_update(of=("self",)).select_related("key")
    try:
        return found.get(pk=case.pk, destroy_on__isnull=not binned)
    except Case.DoesNotExist:
        raise NotThere(str(case.uuid)) from None


def _record(action: Action, case: Case, by: User | None, subject: str = "") -> None:
    record(action, by=by, office_id=case.office_id, case=case.uuid, subject=subject)
