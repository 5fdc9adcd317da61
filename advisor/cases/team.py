"""Who may open a case: sharing it, handing it over, and opening it from outside the team with a reason."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from advisor.accounts.models import User
from advisor.cases.hold import hold
from advisor.cases.models import AccessKind, Case, CaseAccess
from advisor.cases.services import grow, log
from advisor.logbook.models import Action

OUTSIDE_HOURS = 8  # how long a reason opens a case: a working day


def share(case: Case, colleague: User, by: User) -> None:
    """Let a colleague of the office work on the case until somebody takes that back; ValueError for anybody else."""
    _colleague(case, colleague)
    with transaction.atomic():
        hold(case)
        _, is_new = CaseAccess.objects.get_or_create(
            case=case, user=colleague, kind=AccessKind.MEMBER, defaults={"by": by}
        )
        if is_new:
            log(Action.SHARED, case, by, subject=str(colleague.pk))


def unshare(case: Case, colleague: User, by: User) -> None:
    """Take that back, and whatever access that person has given themselves."""
    with transaction.atomic():
        hold(case)
        kinds = (AccessKind.MEMBER, AccessKind.OUTSIDE)
        if CaseAccess.objects.filter(case=case, user=colleague, kind__in=kinds).delete()[0]:
            log(Action.UNSHARED, case, by, subject=str(colleague.pk))


def open_to_office(case: Case, by: User, is_open: bool) -> None:
    """Share the case with every counsellor of the office, or no longer."""
    if case.office_wide == is_open:
        return
    with transaction.atomic():
        grow(case, office_wide=is_open)
        log(Action.SHARED if is_open else Action.UNSHARED, case, by, subject="office")


def hand_over(case: Case, to: User, by: User, *, stay: bool) -> None:
    """Put a colleague in charge; ``stay``: whoever was stays in the team. ValueError for anybody else."""
    _colleague(case, to)
    before = case.lead
    if before == to:
        return
    with transaction.atomic():
        grow(case, lead_id=to.pk)
        CaseAccess.objects.filter(case=case, user=to, kind=AccessKind.MEMBER).delete()
        if stay and before.is_active:
            CaseAccess.objects.get_or_create(case=case, user=before, kind=AccessKind.MEMBER, defaults={"by": by})
        log(Action.HANDED_OVER, case, by, subject=str(to.pk))


def open_from_outside(case: Case, user: User, reason: str) -> None:
    """Give somebody of the office access for a working day; the reason is on record, sealed with the case."""
    _colleague(case, user)
    until = timezone.now() + timedelta(hours=OUTSIDE_HOURS)
    with transaction.atomic():
        hold(case)
        CaseAccess.objects.update_or_create(
            case=case, user=user, kind=AccessKind.OUTSIDE, defaults={"by": user, "until": until}
        )
        log(Action.OPENED_FROM_OUTSIDE, case, user, text=reason)


def _colleague(case: Case, user: User) -> None:
    if user.office_id != case.office_id or not user.is_active:
        raise ValueError("a case is only opened to active people of its own office")
