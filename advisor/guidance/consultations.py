"""Putting a case to a releaser with a question, and getting the answer into the case."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from advisor.accounts.models import Role, User
from advisor.cases.hold import hold
from advisor.cases.models import AccessKind, Case, CaseAccess
from advisor.cases.services import Stale, log
from advisor.guidance.models import Consultation
from advisor.logbook.models import Action


def releasers(case: Case, asking: User) -> QuerySet[User]:
    """Whom somebody can put the case to: the other active releasers of its office."""
    people = User.objects.filter(office_id=case.office_id, is_active=True, role_grants__role=Role.RELEASER)
    return people.exclude(pk=asking.pk).order_by("last_name", "first_name", "username")


def ask(case: Case, by: User, question: str, to: User | None = None) -> Consultation:
    """Put a case to one releaser, or to all that the office has now; they may read it until somebody has answered.

    ValueError where there is nobody to ask, or ``to`` is none of them.
    """
    asked = list(releasers(case, by))
    if to is not None:
        asked = [person for person in asked if person == to]
    if not asked:
        raise ValueError("there is no releaser to ask")
    row = Consultation(case=case, asked_by=by, to=to)
    row.sealed_question = case.safe.seal_text(_place(row, "question"), question)
    with transaction.atomic():
        hold(case, running=True)
        row.save()
        for person in asked:
            CaseAccess.objects.get_or_create(case=case, user=person, kind=AccessKind.ASKED, defaults={"by": by})
        log(Action.ASKED, case, by, subject=str(row.uuid))
    return row


def answer(row: Consultation, by: User, text: str) -> None:
    """Keep the answer in the case; whoever was asked may read the case no longer. Stale where it is not open now."""
    case = row.case
    now = timezone.now()
    sealed = case.safe.seal_text(_place(row, "answer"), text)
    with transaction.atomic():
        hold(case)
        still_open = Consultation.objects.open().filter(pk=row.pk)
        if not still_open.update(answered_by=by, answered_at=now, sealed_answer=sealed):
            raise Stale("the question is no longer open")
        _close_access(case)
        log(Action.ANSWERED_QUESTION, case, by, subject=str(row.uuid))


def withdraw(row: Consultation, by: User) -> None:
    """Take a question back before it is answered; Stale where it is not open now."""
    case = row.case
    with transaction.atomic():
        hold(case)
        still_open = Consultation.objects.filter(pk=row.pk, answered_at=None, withdrawn_at=None)
        if not still_open.update(withdrawn_at=timezone.now()):
            raise Stale("the question is no longer open")
        _close_access(case)
        log(Action.QUESTION_WITHDRAWN, case, by, subject=str(row.uuid))


def put_to(user: User) -> QuerySet[Consultation]:
    """The open questions that wait for an answer of this person, the oldest first."""
    return (
        Consultation.objects.open()
        .filter(Q(to=user) | Q(to=None), case__office=user.office, case__pk__in=_accessible(user))
        .exclude(asked_by=user)
        .select_related("case__key", "asked_by", "to")
        .order_by("asked_at", "pk")
    )


def unread_answers(user: User, most: int) -> list[Consultation]:
    """The latest answers this person has asked for, or about cases they lead, that neither has seen; two queries."""
    office: Any = user.office_id
    found = _answered().filter(_told(user), case__office_id=office, case__destroy_on=None)
    rows = list(found.select_related("case", "answered_by").order_by("-answered_at", "-pk")[:most])
    # Who asked may have left the team meanwhile.
    mine = Case.objects.visible_to(user).filter(pk__in={row.case_id for row in rows})
    still = set(mine.values_list("pk", flat=True)) if rows else set()
    return [row for row in rows if row.case_id in still]


def see_answers(case: Case, user: User) -> None:
    """Somebody has looked at the answers in a case; who asked and who leads it need not be told again."""
    unseen = _answered().filter(case=case)
    (unseen if case.lead_id == user.pk else unseen.filter(asked_by=user)).update(answer_seen_at=timezone.now())


def _answered() -> QuerySet[Consultation]:
    return Consultation.objects.filter(answered_at__isnull=False, answer_seen_at=None)


def _told(user: User) -> Q:
    return Q(asked_by=user) | Q(case__lead=user)


def question_of(row: Consultation) -> str:
    """The question in clear."""
    return row.case.safe.open_text(_place(row, "question"), row.sealed_question)


def answer_of(row: Consultation) -> str:
    """The answer in clear; empty where there is none."""
    sealed = bytes(row.sealed_answer)
    return row.case.safe.open_text(_place(row, "answer"), sealed) if sealed else ""


def _place(row: Consultation, part: str) -> str:
    return f"consultation/{row.uuid}/{part}"


def _accessible(user: User) -> QuerySet[CaseAccess, int]:
    return CaseAccess.objects.filter(user=user, kind=AccessKind.ASKED).values_list("case_id", flat=True)


def _close_access(case: Case) -> None:
    """Leave access to those only to whom another question about the case is still open."""
    others = CaseAccess.objects.filter(case=case, kind=AccessKind.ASKED)
    waiting = set(Consultation.objects.open().filter(case=case).values_list("to_id", flat=True))
    if None not in waiting:
        others.exclude(user__in=waiting).delete()
