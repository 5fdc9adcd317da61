"""What an answer costs the database: the same few statements whatever the size of the case."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from advisor.accounts.models import User
from advisor.cases.models import Case, Person
from advisor.cases.services import save_answers
from advisor.cases.typed import ALL, OWN
from pathways.engine.facts import Answer, Answers, Gap
from pathways.law.facts import FACTS, FACTS_BY_ID
from tests.factories import answers, make_case, page_of
from tests.web.steps import HTMX, show

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper

pytestmark = pytest.mark.django_db

MOST = 12
BOUNDS = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE SAVEPOINT")
FEW = {"location": "in_germany", "federal_state": "NW", "current_status": "duldung", "nationality": ["RU"]}


def seventy() -> Answers:
    """Seventy questions somebody has dealt with, and what is asked of everybody."""
    dealt_with = {fact.id: Answer(Gap.NOT_KNOWN, note="gefragt") for fact in islice(FACTS, 70)}
    return {**dealt_with, **answers(location="in_germany", federal_state="NW", current_status="duldung")}


def small(user: User) -> Case:
    """One person with a few answers."""
    return make_case(user, "F-1", **FEW)


def large(user: User) -> Case:
    """Four persons with seventy answers each."""
    case = make_case(user, "F-1")
    Person.objects.bulk_create(Person(case=case, position=position) for position in (1, 2, 3))
    for person in case.persons.all():
        save_answers(person, seventy(), user)
    return case


def shared(user: User) -> Case:
    """Four persons whose seventy answers hold for all of them."""
    case = make_case(user, "F-1")
    Person.objects.bulk_create(Person(case=case, position=position) for position in (1, 2, 3))
    first = case.persons.get(position=0)
    save_answers(first, seventy(), user, for_all=frozenset(seventy()))
    save_answers(first, answers(**FEW), user)
    return case


CASES = {"one person": small, "four persons": large, "shared answers": shared}


def statements(web: Client, case: Case, fact_id: str, value: str, **scope: str) -> list[str]:
    """What the database is asked while an answer is saved and shown, the bounds of the transaction aside."""
    address = page_of("cases:answer", case, FACTS_BY_ID[fact_id].section.lower(), fact_id)
    sent = {fact_id: value, **{f"{fact_id}.{name}": held for name, held in scope.items()}}
    with CaptureQueriesContext(connection) as asked:
        response = web.post(address, sent, headers=HTMX)
    assert response.status_code == 200
    assert f'id="saved-{fact_id}"' in response.content.decode()
    return [query["sql"] for query in asked if not query["sql"].startswith(BOUNDS)]


def steps(web: Client, case: Case) -> Iterator[list[str]]:
    """The statements of some answers: new ones, others, and some that move pathways."""
    for fact_id, value in (
        ("german_level", "b1"),
        ("german_level", "a2"),
        ("criminal_record", "unknown"),
        ("location", "abroad_home_country"),
        ("location", "in_germany"),
        ("current_status", "residence_permit"),
    ):
        yield statements(web, case, fact_id, value)


def steps_for_all(web: Client, case: Case) -> Iterator[list[str]]:
    """The statements of answers that hold for everybody, then for one person, and that move the pathways of all."""
    for fact_id, value, whom in (
        ("location", "abroad_home_country", ALL),
        ("location", "in_germany", ALL),
        ("federal_state", "BY", OWN),
        ("federal_state", "HE", ALL),
        ("federal_state", "unknown", ALL),
        ("nationality", "SY", OWN),
        ("nationality", "RU", ALL),
        ("current_status", "residence_permit", OWN),
        ("current_status", "duldung", ALL),
    ):
        yield statements(web, case, fact_id, value, **{"for": whom})


@pytest.mark.parametrize("name", CASES)
def test_an_answer_takes_few_statements_whatever_the_size_of_the_case(
    web: Client, counsellor: User, settings: SettingsWrapper, name: str
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    TOTP.activate(counsellor, generate_totp_secret())
    case = CASES[name](counsellor)
    show(web, case, "a")  # at its beginning a session notes that it is in use, and after that once a minute
    for asked in steps(web, case):
        assert len(asked) <= MOST, "\n".join(asked)


@pytest.mark.parametrize("name", ["four persons", "shared answers"])
def test_an_answer_for_everybody_takes_as_few(
    web: Client, counsellor: User, settings: SettingsWrapper, name: str
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    TOTP.activate(counsellor, generate_totp_secret())
    case = CASES[name](counsellor)
    show(web, case, "a")
    for asked in steps_for_all(web, case):
        assert len(asked) <= MOST, "\n".join(asked)
