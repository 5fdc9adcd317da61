"""What is done with cases: create one, save and read answers, judge it, keep a judgement as evidence."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.db.models import BigAutoField, BooleanField, IntegerField, QuerySet, Value
from django.utils import timezone

from advisor.accounts.models import User
from advisor.cases import models as rows
from advisor.cases.marks import write_marks
from advisor.cases.models import Case, CaseKind, Person
from advisor.cases.outlook import PersonOutlook, judged_anew, outlook_of
from advisor.cases.sealing import open_answer, read_answer, seal_answer, seal_evidence, seal_shared, slot_of
from advisor.cases.standing import Standing
from advisor.logbook.models import Action
from advisor.logbook.record import record
from advisor.vault.safe import Safe
from advisor.vault.services import new_key
from advisor.web.prepared import Prepared, Slot
from advisor.web.rows import insert, update
from pathways.engine.casefile import CaseFile
from pathways.engine.consultation import Assessment, consult
from pathways.engine.facts import Answer, Answers, Fact, Gap
from pathways.engine.report import case_file, report
from pathways.law import LAW

LOG_DETAILS = "log/details"  # the place in the case's safe where the texts of its log entries belong


Sealed = bytes | memoryview
_TRUE, _FALSE = Value(True, BooleanField()), Value(False, BooleanField())
_NOBODY = Value(0, IntegerField())  # no row has this number
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
    record(action, by=by, office_id=case.office_id, case=case.uuid, subject=subject, details=details)


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


def answers_of(person: Person) -> dict[str, Answer]:
    """The answers that hold for a person by fact id, in the order of the vocabulary; one query.

    Their own, and those for everybody in the case where they have none of their own. An answer that the vocabulary
    of today cannot read is left out of the judgement, not of the database.
    """
    own, shared = answers_by_origin(person)
    return in_order({**shared, **own})


def answers_by_origin(person: Person) -> tuple[dict[str, Answer], dict[str, Answer]]:
    """The answers of a person of their own, and those that hold for everybody in the case; one query."""
    case = person.case
    own: dict[str, Answer] = {}
    shared: dict[str, Answer] = {}
    for slot, sealed, is_own in _OF_PERSON.rows(person=person.pk, case=case.pk):
        keep = own if is_own else shared
        _open_into(keep, case.safe, person.uuid if is_own else case.uuid, slot, sealed)
    return own, shared


def _own_and_shared() -> QuerySet[Any, Any]:
    own = rows.Answer.objects.filter(person_id=Slot("person", BigAutoField())).annotate(own=_TRUE)
    shared = rows.SharedAnswer.objects.filter(case_id=Slot("case", BigAutoField())).annotate(own=_FALSE)
    columns = ("slot", "sealed", "own")
    return own.order_by().values_list(*columns).union(shared.order_by().values_list(*columns), all=True)


_OF_PERSON = Prepared(_own_and_shared)


def answers_of_everybody(case: Case) -> dict[Person, dict[str, Answer]]:
    """The answers that hold for each person of a case, in their order; two queries whatever the size of the case."""
    everybody, shared = _everybody(case)
    return {person: in_order({**shared, **own}) for person, own in everybody.items()}


def _everybody(case: Case) -> tuple[dict[Person, dict[str, Answer]], dict[str, Answer]]:
    """The own answers of each person of a case, and those for everybody."""
    persons = {person.pk: person for person in case.persons.all()}
    own_rows = rows.Answer.objects.filter(person__in=persons).values_list("slot", "sealed", "person_id")
    shared_rows = case.shared_answers.annotate(owner=_NOBODY).values_list("slot", "sealed", "owner")
    own: dict[int, dict[str, Answer]] = {key: {} for key in persons}
    shared: dict[str, Answer] = {}
    for slot, sealed, key in own_rows.order_by().union(shared_rows.order_by(), all=True):
        owner = persons.get(key)
        _open_into(own[key] if owner else shared, case.safe, owner.uuid if owner else case.uuid, slot, sealed)
    for person in persons.values():
        person.case = case
    return {person: own[key] for key, person in persons.items()}, shared


def _open_into(found: dict[str, Answer], safe: Safe, owner: UUID, slot: Sealed, sealed: Sealed) -> None:
    fact_id, *columns = open_answer(safe, owner, slot, sealed)
    fact = LAW.facts_by_id.get(fact_id)
    if fact is not None and (answer := read_answer(fact, *columns)) is not None:
        found[fact_id] = answer


def in_order(answers: Answers) -> dict[str, Answer]:
    """The same answers in the order of the vocabulary."""
    return {fact.id: answers[fact.id] for fact in LAW.facts if fact.id in answers}


def judge_everybody(case: Case, as_of: date | None) -> dict[UUID, PersonOutlook]:
    """How every person of a case stands on a day, None for today; three queries."""
    day = as_of or timezone.localdate()
    return {person.uuid: outlook_of(Standing(answers, day)) for person, answers in answers_of_everybody(case).items()}


def last_answered(case: Case, person: Person | None = None) -> tuple[Person, Fact | None] | None:
    """Whom the last answer given by hand is about, and its question; None where all are still as they were read in.

    ``person``: only answers about that one count.
    """
    if not case.version:
        return None
    given = rows.Answer.objects.filter(person=person) if person else rows.Answer.objects.filter(person__case=case)
    row = given.select_related("person").order_by("-at", "-pk").first()
    if row is None:
        return None
    return row.person, LAW.facts_by_id.get(open_answer(case.safe, row.person.uuid, row.slot, row.sealed)[0])


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
    ``now``: how the person stands with these answers, where that is known already.
    """
    case = person.case
    own = {key: answer for key, answer in answers.items() if key not in for_all}
    shared = {key: answer for key, answer in answers.items() if key in for_all}
    if shared:
        change = judged_anew(case, _judged_with(person, answers, for_all), only=True)
    else:
        now = now or Standing(answers_after(*answers_by_origin(person), answers), day_of(case))
        change = judged_anew(case, {person.uuid: outlook_of(now)})
    with transaction.atomic():
        grow(case, version, **change.columns)
        _keep(person.answers, person.uuid, case.safe, own, partial(seal_answer, case.safe, person, by_id=by.pk))
        if shared:
            # Whoever answers for everybody has no answer of their own beside it.
            person.answers.filter(slot__in=[slot_of(case.safe, person.uuid, key) for key in shared]).delete()
            seal = partial(seal_shared, case.safe, case, by_id=by.pk)
            _keep(case.shared_answers, case.uuid, case.safe, shared, seal)
        write_marks(case, change)
        log(Action.ANSWERED, case, by, subject=f"Fassung {case.version}", text=", ".join(answers))


def _judged_with(person: Person, answers: Answers, for_all: Collection[str]) -> dict[UUID, PersonOutlook]:
    """How everybody stands once these answers about a person are saved, some of them for all; two queries."""
    case = person.case
    everybody, shared = _everybody(case)
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


def answers_after(own: Answers, shared: Answers, answers: Answers, for_all: Collection[str] = ()) -> dict[str, Answer]:
    """The answers that hold for a person once these are saved: an own one that is reset leaves the shared one."""
    mine = {**own, **{key: answer for key, answer in answers.items() if key not in for_all}}
    everybody = {**shared, **{key: answer for key, answer in answers.items() if key in for_all}}
    for key in for_all:
        mine.pop(key, None)
    held = {key: answer for key, answer in mine.items() if key not in everybody or not says_nothing(answer)}
    return in_order({**everybody, **held})


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
