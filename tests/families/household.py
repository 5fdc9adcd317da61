"""A family for the tests: one case, several persons, each found by name."""

from __future__ import annotations

from typing import Any

from advisor.accounts.models import User
from advisor.cases.choices import Relation
from advisor.cases.family import add_person
from advisor.cases.models import Case, Person
from advisor.cases.sealing import label_of, seal_label
from advisor.cases.services import save_answers
from pathways.engine.facts import Answer, Gap
from tests.factories import answers, make_case


def make_family(user: User, reference: str, *names: str, **facts: Any) -> Case:
    """A case about a person of the first name, with these answers, and children of the others."""
    case = make_case(user, reference, **facts)
    first = case.persons.get()
    seal_label(case, first, names[0])
    first.save()
    for name in names[1:]:
        add_person(case, user, case.version, label=name, relation=Relation.CHILD)
    return case


def member(case: Case, name: str) -> Person:
    """The person of that name, with the case."""
    found = next(person for person in case.persons.all() if label_of(case, person) == name)
    found.case = case
    return found


def say(person: Person, *for_all: str, **facts: Any) -> None:
    """Save answers about a person; those to the questions ``for_all`` for everybody."""
    case = fresh(person.case)
    save_answers(person, answers(**facts), case.lead, case.version, for_all=for_all)


def reset(person: Person, *fact_ids: str) -> None:
    """Take back what a person has of their own."""
    case = fresh(person.case)
    save_answers(person, {fact_id: Answer(Gap.NOT_ASKED) for fact_id in fact_ids}, case.lead, case.version)


def fresh(case: Case) -> Case:
    """The case with what a page may have changed in it."""
    case.refresh_from_db(fields=["version", "sealed_outlook"])
    return case
