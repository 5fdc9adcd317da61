"""What is done with cases: create one, save and read answers, judge it, keep a judgement as evidence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from advisor.accounts.models import User
from advisor.cases import models as rows
from advisor.cases.models import AnswerState, Case, Person
from pathways.engine.casefile import CaseFile, read_value
from pathways.engine.consultation import Assessment, consult
from pathways.engine.facts import Answer, Answers, Fact, Gap, Proof
from pathways.engine.report import case_file, plain_value, report
from pathways.law import LAW


class ReferenceTaken(ValueError):
    """The office already has a case with this key."""


def create_case(user: User, reference: str, as_of: date | None = None, answers: Answers | None = None) -> Case:
    """A new case of the user's office with one person and, where given, its answers; ReferenceTaken."""
    if user.office_id is None:
        raise PermissionError("somebody without an office has no cases")
    try:
        with transaction.atomic():
            case = Case.objects.create(office_id=user.office_id, lead=user, reference=reference, as_of=as_of)
            person = Person.objects.create(case=case)
            rows.Answer.objects.bulk_create(
                rows.Answer(person=person, fact_id=fact_id, by=user, **_columns(answer))
                for fact_id, answer in (answers or {}).items()
            )
    except IntegrityError as error:
        raise ReferenceTaken(reference) from error
    return case


def change_case(case: Case) -> None:
    """Keep a changed key or day of the law."""
    case.version += 1
    case.save(update_fields=["reference", "as_of", "version", "changed"])


def answers_of(person: Person) -> dict[str, Answer]:
    """The answers about a person by fact id, in the order of the vocabulary; one query.

    An answer that the vocabulary of today cannot read is left out of the judgement, not of the database.
    """
    stored = {row[0]: row[1:] for row in person.answers.values_list("fact_id", "state", "value", "proof", "note")}
    found: dict[str, Answer] = {}
    for fact in LAW.facts:
        if (row := stored.get(fact.id)) is not None and (answer := _read(fact, *row)) is not None:
            found[fact.id] = answer
    return found


def last_answered(person: Person) -> Fact | None:
    """The question answered last by hand; None where the answers are still as they were read in."""
    if not person.case.version:
        return None
    key = person.answers.order_by("-at", "-pk").values_list("fact_id", flat=True).first()
    return LAW.facts_by_id.get(key) if key else None


def save_answers(person: Person, answers: Answers, by: User) -> None:
    """Keep answers, each in place of an older one; one that says nothing at all (not asked, no note) is removed."""
    empty = [fact_id for fact_id, answer in answers.items() if says_nothing(answer)]
    kept = [
        rows.Answer(person=person, fact_id=fact_id, by=by, **_columns(answer))
        for fact_id, answer in answers.items()
        if fact_id not in empty
    ]
    with transaction.atomic():
        if empty:
            person.answers.filter(fact_id__in=empty).delete()
        if kept:
            rows.Answer.objects.bulk_create(
                kept,
                update_conflicts=True,
                unique_fields=["person", "fact_id"],
                update_fields=["state", "value", "proof", "note", "by", "at"],
            )
        Case.objects.filter(pk=person.case_id).update(version=models.F("version") + 1, changed=timezone.now())


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
    return rows.Assessment.objects.create(
        case=person.case,
        person=person,
        as_of=assessment.as_of,
        law_version=assessment.law_version,
        answers=case_file(CaseFile(answers, assessment.as_of, person.case.reference)),
        report=report(assessment, LAW),
        by=by,
    )


def _columns(answer: Answer) -> Mapping[str, Any]:
    gap = answer.value if isinstance(answer.value, Gap) else None
    return {
        "state": gap.value if gap else AnswerState.ANSWERED.value,
        "value": None if gap else plain_value(answer.value),
        "proof": answer.proof.value if answer.proof else "",
        "note": answer.note.replace("\x00", ""),  # PostgreSQL keeps every character but this one
    }


def _read(fact: Fact, state: str, value: Any, proof: str, note: str) -> Answer | None:
    supported = Proof(proof) if proof else None
    if state != AnswerState.ANSWERED:
        return Answer(Gap(state), supported, note)
    try:
        return Answer(read_value(fact, value), supported, note)
    except ValueError:
        return None
