"""The answers about the persons of a case as they are kept: read, told apart by whom they hold for, and ordered."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS
from django.db.models import BigAutoField, BigIntegerField, BooleanField, F, Model, QuerySet, Value

from advisor.cases import models as rows
from advisor.cases.models import Case, Person
from advisor.cases.sealing import open_answer, read_answer
from advisor.vault.safe import Safe
from advisor.web.prepared import Prepared, Slot
from pathways.engine.facts import Answer, Answers, Fact, Gap
from pathways.law import LAW

Sealed = bytes | memoryview
_TRUE, _FALSE = Value(True, BooleanField()), Value(False, BooleanField())
Stored = tuple[Sealed, Sealed, int]
NOBODY = 0  # no row has this number
_ABOUT = ("uuid", "sealed_label", "sealed_relation", "position")
_SEALED = ("slot", "sealed")


class Stock(NamedTuple):
    """The persons of a case in their order, and every answer in it, still sealed, as one query found them."""

    persons: tuple[Person, ...]
    answers: tuple[Stored, ...]


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
    """The answers that hold for each person of a case, in their order; one query whatever the size of the case."""
    everybody, shared = own_and_shared_of_everybody(case)
    return {person: in_order({**shared, **own}) for person, own in everybody.items()}


def stock_of(case: Case) -> Stock:
    """The persons of a case and every answer in it; one query. The persons know the case without another."""
    persons: list[Person] = []
    answers: list[Stored] = []
    for *columns, slot, sealed, owner in _OF_CASE.rows(case=case.pk):
        if slot is None:
            persons.append(Person.from_db(DEFAULT_DB_ALIAS, ("id", *_ABOUT), (owner, *columns)))
        else:
            answers.append((slot, sealed, owner))
    for person in persons:
        person.case = case
    return Stock(tuple(sorted(persons, key=lambda person: (person.position, person.pk))), tuple(answers))


def _of_case() -> QuerySet[Any, Any]:
    """A row for each person, which has no answer, and one for each answer, which has nothing of the person's."""
    key = Slot("case", BigAutoField())
    persons = rows.Person.objects.filter(case_id=key).annotate(**_nothing(rows.Answer, _SEALED), owner=F("pk"))
    own = rows.Answer.objects.filter(person__case_id=key).annotate(**_nothing(Person, _ABOUT), owner=F("person_id"))
    shared = rows.SharedAnswer.objects.filter(case_id=key)
    shared = shared.annotate(**_nothing(Person, _ABOUT), owner=Value(NOBODY, BigIntegerField()))
    # The persons come first: the columns are read as theirs.
    found, *others = (each.order_by().values_list(*_ABOUT, *_SEALED, "owner") for each in (persons, own, shared))
    return found.union(*others, all=True)


def _nothing(model: type[Model], names: Iterable[str]) -> dict[str, Value]:
    """Columns like these of a model, empty."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return {name: Value(None, fields[name]) for name in names}


_OF_CASE = Prepared(_of_case)


def own_and_shared_of_everybody(
    case: Case, stock: Stock | None = None
) -> tuple[dict[Person, dict[str, Answer]], dict[str, Answer]]:
    """The own answers of each person of a case, and those for everybody; ``stock``: where they are read already."""
    stock = stock or stock_of(case)
    persons = {person.pk: person for person in stock.persons}
    own: dict[int, dict[str, Answer]] = {key: {} for key in persons}
    shared: dict[str, Answer] = {}
    for slot, sealed, key in stock.answers:
        place = case.uuid if key == NOBODY else persons[key].uuid
        _open_into(shared if key == NOBODY else own[key], case.safe, place, slot, sealed)
    return {person: own[key] for key, person in persons.items()}, shared


def _open_into(found: dict[str, Answer], safe: Safe, owner: UUID, slot: Sealed, sealed: Sealed) -> None:
    fact_id, *columns = open_answer(safe, owner, slot, sealed)
    fact = LAW.facts_by_id.get(fact_id)
    if fact is not None and (answer := read_answer(fact, *columns)) is not None:
        found[fact_id] = answer


def in_order(answers: Answers) -> dict[str, Answer]:
    """The same answers in the order of the vocabulary."""
    return {fact.id: answers[fact.id] for fact in LAW.facts if fact.id in answers}


def last_answered(case: Case, person: Person | None = None) -> tuple[Person, Fact | None] | None:
    """Whom the last answer given by hand is about, and its question; None where all are still as they were read in.

    ``person``: only answers about that one count. One that holds for everybody is about that one, or the first.
    """
    if not case.version:
        return None
    given = rows.Answer.objects.filter(person=person) if person else rows.Answer.objects.filter(person__case=case)
    row = given.select_related("person").order_by("-at", "-pk").first()
    shared = case.shared_answers.order_by("-at", "-pk").first()
    if shared is not None and (row is None or shared.at > row.at):
        whom = person or case.persons.order_by("position").first()
        return (whom, _fact_of(case, case.uuid, shared)) if whom else None
    return (row.person, _fact_of(case, row.person.uuid, row)) if row else None


def _fact_of(case: Case, owner: UUID, row: rows.Answer | rows.SharedAnswer) -> Fact | None:
    return LAW.facts_by_id.get(open_answer(case.safe, owner, row.slot, row.sealed)[0])


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
