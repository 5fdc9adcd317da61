"""Starting and cancelling a job."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from advisor.accounts.models import User
from advisor.batch.models import Batch, BatchItem, ItemState
from advisor.batch.tasks import begin
from advisor.cases.models import Case, CaseQuerySet, CaseState, Person
from advisor.logbook.models import Action
from advisor.logbook.record import record
from advisor.memo.parts import Length
from advisor.policies import writable_cases

MOST = 200  # memos in one job


class TooMany(ValueError):
    """More memos than one job makes; ``number``: how many were wanted."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


def for_memos(user: User) -> CaseQuerySet:
    """The cases about which this person can have memos made now."""
    running = Case.objects.visible_to(user).filter(state__in=(CaseState.OPEN, CaseState.WAITING))
    return running.filter(writable_cases(user))


def start(user: User, cases: Sequence[Case], length: Length) -> Batch | None:
    """A job that makes a memo about every person of these cases; None where there is nobody, TooMany.

    ``cases``: some of `for_memos`. Each is looked at anew when it is its turn.
    """
    if user.office_id is None:
        raise PermissionError("somebody without an office has no cases")
    persons = list(Person.objects.filter(case__in=cases).order_by("case__reference", "position"))
    if len(persons) > MOST:
        raise TooMany(len(persons))
    if not persons:
        return None
    with transaction.atomic():
        batch = Batch.objects.create(office_id=user.office_id, by=user, length=length, pulse=timezone.now())
        BatchItem.objects.bulk_create(
            BatchItem(batch=batch, case_id=person.case_id, person=person) for person in persons
        )
        begin(batch)
        record(Action.BATCH_STARTED, by=user, office_id=batch.office_id, subject=f"{batch.uuid}, {len(persons)} Memos")
    return batch


def cancel(batch: Batch, by: User) -> bool:
    """Make no more memos of a job; False where it is over anyway. What is made stays."""
    now = timezone.now()
    with transaction.atomic():
        running = Batch.objects.filter(pk=batch.pk, finished_at=None, cancelled_at=None)
        if not running.update(cancelled_at=now, pulse=now):
            return False
        # No row is changed here: whoever keeps a memo holds the log and then changes theirs; that would lock crosswise.
        subject = f"{batch.uuid}, {batch.items.filter(state=ItemState.WAITING).count()} nicht gemacht"
        record(Action.BATCH_CANCELLED, by=by, office_id=batch.office_id, subject=subject)
    return True
