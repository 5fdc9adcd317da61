"""Destroying a case for good: its rows, then its key, so that no copy of the rows opens again; and the proof of it."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from advisor.cases.models import Case
from advisor.lifecycle.models import DeletionCertificate, Ending, Reason
from advisor.lifecycle.wastebin import Blocked, NotThere, blocking
from advisor.logbook.models import Action
from advisor.logbook.record import record
from advisor.vault.services import destroy, overwrite_deleted


def destroy_case(pk: int, today: date) -> DeletionCertificate:
    """Destroy a case whose two weeks in the bin are over; its certificate.

    NotThere where it is no longer there or was taken back, Blocked where something is open again. Whoever writes into
    the case at the same moment is waited for, and what they wrote goes with it; whoever comes later finds no case.
    """
    overwrite_deleted()
    with transaction.atomic():
        case = _locked(pk, today)
        ending = Ending.objects.filter(case=case).first() or Ending(case=case)
        if blockers := blocking(case, today, unread=ending.unread):
            raise Blocked(blockers)
        key, uuid = case.key, case.uuid
        certificate = DeletionCertificate(
            office_id=case.office_id,
            case=uuid,
            kind=case.kind,
            reason=ending.reason or Reason.REQUEST,
            by=ending.by,
            created_on=timezone.localdate(case.created),
            closed_on=case.closed_on,
            scheduled_on=ending.on,
            destroyed_on=today,
        )
        certificate.counts = _delete(case)
        certificate.save()
        destroy(key)
        subject = str(certificate.uuid)
        record(Action.CASE_DESTROYED, by=ending.by, office_id=certificate.office_id, case=uuid, subject=subject)
    return certificate


def _locked(pk: int, today: date) -> Case:
    found = Case.objects.select_for_update(of=("self",)).select_related("key")
    try:
        return found.get(pk=pk, destroy_on__lte=today)
    except Case.DoesNotExist:
        raise NotThere(str(pk)) from None


def _delete(case: Case) -> dict[str, int]:
    """Delete a case with all that hangs on it; how many rows of which model, without what only notes its end."""
    _, counts = case.delete()
    return {label: count for label, count in sorted(counts.items()) if count and label != Ending._meta.label}
