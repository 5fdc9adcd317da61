"""Rows for tests."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from advisor.accounts.models import Office, Role, RoleGrant, User
from advisor.cases.models import Case, Person
from advisor.cases.services import create_case
from pathways.engine.facts import Answer
from pathways.engine.values import read_answer
from pathways.law.facts import FACTS_BY_ID

PASSWORD = "correct horse battery"


def make_user(username: str, office: str = "Beratung Nord", *roles: Role) -> User:
    """Somebody who can log in with PASSWORD; a counsellor where no role is named."""
    row, _ = Office.objects.get_or_create(name=office)
    user = User.objects.create_user(username, password=PASSWORD, office=row)
    RoleGrant.objects.bulk_create(RoleGrant(user=user, role=role) for role in roles or (Role.COUNSELLOR,))
    return user


def answers(**facts: Any) -> dict[str, Answer]:
    """Answers from the values of a case file."""
    return {key: Answer(read_answer(FACTS_BY_ID[key], value)) for key, value in facts.items()}


def make_case(user: User, reference: str, **facts: Any) -> Case:
    """A case of the user's office with these answers."""
    return create_case(user, reference, answers=answers(**facts))


def page_of(name: str, case: Case, *more: Any) -> str:
    """The address of a page about the first person of a case."""
    person = case.persons.order_by("position").first()
    assert person is not None
    return reverse(name, args=(case.uuid, person.uuid, *more))


def person_of(case: Case) -> Person:
    """The person a case is about."""
    return case.persons.get()
