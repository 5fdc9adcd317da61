"""What is done with cases: create one, save and read answers, judge it, keep a judgement as evidence."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from advisor.accounts.models import User
from advisor.cases import models as rows
from advisor.cases.models import Case, CaseKind, Person
from advisor.cases.sealing import open_answer, read_answer, seal_answer, seal_evidence, slot_of
from advisor.logbook.models import Action
from advisor.logbook.record import record
from advisor.vault.services import new_key
from pathways.engine.casefile import CaseFile
from pathways.engine.consultation import Assessment, consult
from pathways.engine.facts import Answer, Answers, Fact, Gap
from pathways.engine.report import case_file, report
from pathways.law import LAW

LOG_DETAILS = "log/details"  # the place in the case's safe where the texts of its log entries belong


ATTEMPTS = 5  # how often something is tried again because somebody else was quicker by milliseconds


class ReferenceTaken(ValueError):
    """The office already has a case with this key."""


class Stale(RuntimeError):
    """The case has changed since it was read; nothing was saved."""


def create_case(
    user: User,
    reference: str,
    as_of: date | None = None,
    answers: Answers | None = None,
    *,
    kind: str = CaseKind.ADVICE,
    read_in: bool = False,
) -> Case:
    """A new case of the user's office with one person and, where given, its answers; ReferenceTaken.

    ``read_in``: the answers come from a case file.
    """
    if user.office_id is None:
        raise PermissionError("somebody without an office has no cases")
    try:
        with transaction.atomic():
            key, safe = new_key()
            case = Case.objects.create(
                key=key, office_id=user.office_id, lead=user, reference=reference, as_of=as_of, kind=kind
            )
            person = Person.objects.create(case=case)
            rows.Answer.objects.bulk_create(
                seal_answer(safe, person, fact_id, answer, user.pk) for fact_id, answer in (answers or {}).items()
            )
            log(Action.CASE_IMPORTED if read_in else Action.CASE_CREATED, case, user, subject=_how_many(answers))
    except IntegrityError as error:
        if Case.objects.filter(office_id=user.office_id, reference=reference).exists():
            raise ReferenceTaken(reference) from error
        raise
    return case


def _how_many(answers: Answers | None) -> str:
    return f"{len(answers)} Antworten" if answers else "ohne Antworten"


def log(action: Action, case: Case, by: User, subject: str = "", text: str = "") -> None:
    """Put on record what somebody did with a case; ``text`` may be personal and dies with the key of the case."""
    details = case.safe.seal_text(LOG_DETAILS, text) if text else None
    record(action, by=by, office_id=case.office_id, case=case.uuid, subject=subject, details=details)


def grow(case: Case, version: int | None = None, **changed: Any) -> None:
    """Give the case its next version and, where named, other values; Stale where it no longer has ``version``.

    Inside a transaction: until that ends nobody else gets past this line with the same case.
    """
    known = Case.objects.filter(pk=case.pk) if version is None else Case.objects.filter(pk=case.pk, version=version)
    if not known.update(version=models.F("version") + 1, changed=timezone.now(), **changed):
        raise Stale(f"version {version}")
    case.version += 1
    for name, value in changed.items():
        setattr(case, name, value)


def change_case(case: Case, by: User, version: int, **changed: Any) -> None:
    """Keep a changed key, day of the law or type; Stale or ReferenceTaken."""
    reference = changed.get("reference", case.reference)
    try:
        with transaction.atomic():
            grow(case, version, **changed)
            log(Action.CASE_CHANGED, case, by, subject=", ".join(sorted(changed)))
    except IntegrityError as error:
        if Case.objects.filter(office_id=case.office_id, reference=reference).exclude(pk=case.pk).exists():
            raise ReferenceTaken(reference) from error
        raise


def answers_of(person: Person) -> dict[str, Answer]:
    """The answers about a person by fact id, in the order of the vocabulary; one query.

    An answer that the vocabulary of today cannot read is left out of the judgement, not of the database.
    """
    safe = person.case.safe
    stored = {}
    for slot, sealed in person.answers.values_list("slot", "sealed"):
        fact_id, *columns = open_answer(safe, person.uuid, slot, sealed)
        stored[fact_id] = columns
    found: dict[str, Answer] = {}
    for fact in LAW.facts:
        if (row := stored.get(fact.id)) is not None and (answer := read_answer(fact, *row)) is not None:
            found[fact.id] = answer
    return found


def last_answered(person: Person) -> Fact | None:
    """The question answered last by hand; None where the answers are still as they were read in."""
    if not person.case.version:
        return None
    last = person.answers.order_by("-at", "-pk").values_list("slot", "sealed").first()
    return LAW.facts_by_id.get(open_answer(person.case.safe, person.uuid, *last)[0]) if last else None


def save_answers(person: Person, answers: Answers, by: User, version: int | None = None) -> None:
    """Keep answers, each in place of an older one; one that says nothing at all (not asked, no note) is removed.

    ``version``: that of the case when it was read. Stale, with nothing saved, where it has another one now.
    """
    case = person.case
    safe = case.safe
    empty = [slot_of(safe, person.uuid, fact_id) for fact_id, answer in answers.items() if says_nothing(answer)]
    kept = [
        seal_answer(safe, person, fact_id, answer, by.pk)
        for fact_id, answer in answers.items()
        if not says_nothing(answer)
    ]
    with transaction.atomic():
        grow(case, version)
        if empty:
            person.answers.filter(slot__in=empty).delete()
        if kept:
            rows.Answer.objects.bulk_create(
                kept,
                update_conflicts=True,
                unique_fields=["person", "slot"],
                update_fields=["sealed", "by", "at"],
            )
        log(Action.ANSWERED, case, by, subject=f"Fassung {case.version}", text=", ".join(answers))


def says_nothing(answer: Answer) -> bool:
    """Whether there is nothing to keep."""
    return answer.value is Gap.NOT_ASKED and answer.proof is None and not answer.note


def day_of(case: Case) -> date:
    """The day whose law applies: the case's own, otherwise today; decided here, never inside the rules."""
    return case.as_of or timezone.localdate()


def assessment_of(person: Person, answers: Answers | None = None) -> Assessment:
    """The case judged on its day; with ``answers`` given no query."""
    case = person.case
    return consult(LAW, answers_of(person) if answers is None else answers, day_of(case), case.reference)


def case_file_of(person: Person) -> dict[str, Any]:
    """The case in the form `wegweiser-case/1`; one query."""
    case = person.case
    return case_file(CaseFile(answers_of(person), case.as_of, case.reference))


def keep_assessment(person: Person, assessment: Assessment, answers: Answers, by: User) -> rows.Assessment:
    """Freeze a judgement with the answers it rests on."""
    case = person.case
    row = rows.Assessment(case=case, person=person, as_of=assessment.as_of, law_version=assessment.law_version, by=by)
    seal_evidence(case, row, case_file(CaseFile(answers, assessment.as_of, case.reference)), report(assessment, LAW))
    with transaction.atomic():
        row.save()
        log(Action.ASSESSED, case, by, subject=assessment.law_version)
    return row
