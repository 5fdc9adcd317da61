"""What is done with cases: create one, save and read answers, judge it, keep a judgement as evidence."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from advisor.accounts.models import User
from advisor.cases import models as rows
from advisor.cases.answers import (
    Stock,
    answers_after,
    answers_by_origin,
    answers_of,
    answers_of_everybody,
    own_and_shared_of_everybody,
    says_nothing,
    stock_of,
)
from advisor.cases.marks import write_marks
from advisor.cases.models import Case, CaseKind, Person
from advisor.cases.outlook import PersonOutlook, judged_anew, outlook_of
from advisor.cases.sealing import seal_answer, seal_evidence, seal_shared, slot_of
from advisor.cases.standing import Standing
from advisor.logbook.models import Action
from advisor.logbook.record import record
from advisor.vault.safe import Safe
from advisor.vault.services import new_key
from advisor.web.rows import insert, update
from pathways.engine.casefile import CaseFile
from pathways.engine.consultation import Assessment, consult
from pathways.engine.facts import Answers
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
            case = Case(key=key, office_id=user.office_id, lead=user, reference=reference, as_of=as_of, kind=kind)
            person = Person(case=case)
            change = judged_anew(case, {person.uuid: outlook_of(Standing(answers or {}, day_of(case)))})
            for name, value in change.columns.items():
                setattr(case, name, value)
            case.save()
            person.save()
            write_marks(case, change._replace(marks_before=frozenset()))
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
    end, case.log_end = case.log_end, None  # what comes after this comes behind it
    record(action, by=by, office_id=case.office_id, case=case.uuid, subject=subject, details=details, end=end)


def grow(case: Case, version: int | None = None, **changed: Any) -> None:
    """Give the case its next version and, where named, other values; Stale where it no longer has ``version``.

    Inside a transaction: until that ends nobody else gets past this line with the same case.
    """
    now = timezone.now()
    if version is not None:
        # What happens with every answer.
        grown = update(Case, {"id": case.pk, "version": version}, {"version": version + 1, "changed": now, **changed})
    else:
        grown = Case.objects.filter(pk=case.pk).update(version=models.F("version") + 1, changed=now, **changed)
    if not grown:
        raise Stale(f"version {version}")
    case.version += 1
    for name, value in changed.items():
        setattr(case, name, value)


def change_case(case: Case, by: User, version: int, **changed: Any) -> None:
    """Keep a changed key, day of the law or type; Stale or ReferenceTaken."""
    reference = changed.get("reference", case.reference)
    as_of = changed.get("as_of", case.as_of)
    try:
        with transaction.atomic():
            judged = judged_anew(case, judge_everybody(case, as_of), only=True) if as_of != case.as_of else None
            grow(case, version, **(judged.columns if judged else {}), **changed)
            if judged:
                write_marks(case, judged)
            log(Action.CASE_CHANGED, case, by, subject=", ".join(sorted(changed)))
    except IntegrityError as error:
        if Case.objects.filter(office_id=case.office_id, reference=reference).exclude(pk=case.pk).exists():
            raise ReferenceTaken(reference) from error
        raise


def judge_everybody(case: Case, as_of: date | None) -> dict[UUID, PersonOutlook]:
    """How every person of a case stands on a day, None for today; one query."""
    day = as_of or timezone.localdate()
    return {person.uuid: outlook_of(Standing(answers, day)) for person, answers in answers_of_everybody(case).items()}


def save_answers(
    person: Person,
    answers: Answers,
    by: User,
    version: int | None = None,
    *,
    for_all: Collection[str] = (),
    now: Standing | None = None,
) -> None:
    """Keep answers, each in place of an older one; one that says nothing at all (not asked, no note) is removed.

    ``version``: that of the case when it was read. Stale, with nothing saved, where it has another one now.
    ``for_all``: the questions whose answer holds for everybody in the case who has none of their own.
    ``now``: how the person stands with these answers, where that is known already; what it was made from must not be
    older than ``version``.
    """
    case = person.case
    own = {key: answer for key, answer in answers.items() if key not in for_all}
    shared = {key: answer for key, answer in answers.items() if key in for_all}
    stock: Stock | None = None
    if shared:
        stock = (now.sharing.stock if now and now.sharing else None) or stock_of(case)
        change = judged_anew(case, _judged_with(person, answers, for_all, stock), only=True)
    else:
        now = now or Standing(answers_after(*answers_by_origin(person), answers), day_of(case))
        change = judged_anew(case, {person.uuid: outlook_of(now)})
    with transaction.atomic():
        grow(case, version, **change.columns)
        _keep(person.answers, person.uuid, case.safe, own, partial(seal_answer, case.safe, person, by_id=by.pk))
        if stock:
            # Whoever answers for everybody has no answer of their own beside it.
            places = {slot_of(case.safe, person.uuid, key) for key in shared}
            if there := places & {bytes(slot) for slot, _sealed, _owner in stock.answers}:
                person.answers.filter(slot__in=there).delete()
            seal = partial(seal_shared, case.safe, case, by_id=by.pk)
            _keep(case.shared_answers, case.uuid, case.safe, shared, seal)
        write_marks(case, change)
        log(Action.ANSWERED, case, by, subject=f"Fassung {case.version}", text=", ".join(answers))


def _judged_with(person: Person, answers: Answers, for_all: Collection[str], stock: Stock) -> dict[UUID, PersonOutlook]:
    """How everybody stands once these answers about a person are saved, some of them for all; no query."""
    case = person.case
    everybody, shared = own_and_shared_of_everybody(case, stock)
    of_others = {**shared, **{key: answer for key, answer in answers.items() if key in for_all}}
    held = {
        each.uuid: answers_after(own, shared, answers, for_all) if each.pk == person.pk else {**of_others, **own}
        for each, own in everybody.items()
    }
    return {key: outlook_of(Standing(found, day_of(case))) for key, found in held.items()}


def _keep(stored: Any, owner: UUID, safe: Safe, answers: Answers, seal: Callable[..., Any]) -> None:
    """Put answers into the rows of their owner, and take away those that say nothing."""
    empty = [slot_of(safe, owner, key) for key, answer in answers.items() if says_nothing(answer)]
    kept = [seal(fact_id=key, answer=answer) for key, answer in answers.items() if not says_nothing(answer)]
    if empty:
        stored.filter(slot__in=empty).delete()
    if kept:
        key, at = stored.field.attname, timezone.now()
        columns = (key, "slot", "sealed", "by_id")
        written = ({**{name: getattr(row, name) for name in columns}, "at": at} for row in kept)
        insert(stored.model, *written, replacing=(key, "slot"))


def judge_again(case: Case) -> None:
    """Keep the outlook of everybody in a case as it is now; inside the transaction that changed something."""
    change = judged_anew(case, judge_everybody(case, case.as_of), only=True)
    Case.objects.filter(pk=case.pk).update(**change.columns)
    for name, value in change.columns.items():
        setattr(case, name, value)
    write_marks(case, change)


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
