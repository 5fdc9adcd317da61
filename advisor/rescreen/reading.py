"""Reading the open cases of a part of a run: a few queries for all of them, each key opened once and only if needed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from advisor.cases.models import Answer, Case, CaseState, Person, SharedAnswer
from advisor.cases.sealing import ANSWERED, answer_place
from advisor.rescreen.models import Footing
from advisor.vault.safe import Safe
from pathways.engine.facts import Value
from pathways.engine.lawbook import Lawbook
from pathways.engine.values import read_value

Stored = tuple[bytes | memoryview, bytes | memoryview]


@dataclass(slots=True)
class Somebody:
    """A person of a case with their own answers, still sealed, and how they stood in the last run."""

    pk: int
    uuid: UUID
    stored: list[Stored] = field(default_factory=list)
    footing: Footing | None = None


@dataclass(slots=True)
class Folder:
    """A case with its persons and the answers that hold for all of them, still sealed."""

    case: Case
    persons: list[Somebody] = field(default_factory=list)
    shared: list[Stored] = field(default_factory=list)

    def values(self, lawbook: Lawbook) -> Iterator[tuple[Somebody, dict[str, Value]]]:
        """Everybody with the answered values that hold for them; Tampered, KeyMissing where it cannot be opened."""
        safe = self.case.safe
        for_all = dict(_opened(lawbook, safe, self.case.uuid, self.shared))
        for person in self.persons:
            # An own answer stands before the one for all, also where it says that there is none.
            held = {**for_all, **dict(_opened(lawbook, safe, person.uuid, person.stored))}
            yield person, {key: value for key, value in held.items() if value is not None}


def open_cases(office_id: int) -> Any:
    """The open and waiting cases of an office."""
    running = Case.objects.filter(office_id=office_id, closed_on=None, destroy_on=None)
    return running.filter(state__in=(CaseState.OPEN, CaseState.WAITING))


def folders(office_id: int, first: int, last: int) -> list[Folder]:
    """The open cases with these numbers and who is in them, without any answer; three queries."""
    cases = open_cases(office_id).filter(pk__gte=first, pk__lte=last).select_related("key").order_by("pk")
    found = {case.pk: Folder(case) for case in cases}
    persons: dict[int, Somebody] = {}
    about = Person.objects.filter(case__in=found).order_by("position", "pk").values_list("pk", "uuid", "case_id")
    for pk, uuid, case in about:
        persons[pk] = Somebody(pk, uuid)
        found[case].persons.append(persons[pk])
    for footing in Footing.objects.filter(person__in=persons):
        persons[footing.person_id].footing = footing
    return list(found.values())


def read_answers(wanted: Iterable[Folder]) -> None:
    """Put the answers into these cases; two queries."""
    by_case = {folder.case.pk: folder for folder in wanted}
    persons = {person.pk: person for folder in by_case.values() for person in folder.persons}
    own = Answer.objects.filter(person__in=persons).order_by().values_list("person_id", "slot", "sealed")
    for pk, slot, sealed in own:
        persons[pk].stored.append((slot, sealed))
    shared = SharedAnswer.objects.filter(case__in=by_case).order_by().values_list("case_id", "slot", "sealed")
    for pk, slot, sealed in shared:
        by_case[pk].shared.append((slot, sealed))


def _opened(lawbook: Lawbook, safe: Safe, owner: UUID, stored: Iterable[Stored]) -> Iterator[tuple[str, Value | None]]:
    """Question and value of each answer that the vocabulary knows; None where there is a reason instead of a value."""
    facts = lawbook.facts_by_id
    for slot, sealed in stored:
        fact_id, state, value, *_ = json.loads(safe.open_text(answer_place(owner, bytes(slot)), sealed))
        fact = facts.get(fact_id)
        if fact is None:
            continue
        if state != ANSWERED:
            yield fact_id, None
            continue
        try:
            yield fact_id, read_value(fact, value)
        except ValueError:
            continue  # of an older vocabulary: left out of the judgement, as everywhere
