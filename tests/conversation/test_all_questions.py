"""All questions on one page: every section is there, each question is found by its number, answers are kept."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import User
from advisor.cases.all_questions import numbered
from advisor.cases.models import Case
from advisor.cases.sections import ALL_SECTIONS, NUMBERS
from pathways.law.facts import FACTS_BY_ID
from tests.factories import make_case, make_user, person_of
from tests.web.steps import HTMX, element, kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return make_user("ada")


@pytest.fixture
def case(user: User) -> Case:
    return make_case(user, "F-1")


@pytest.fixture
def web(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def address(case: Case) -> str:
    return reverse("cases:all", args=(case.uuid, person_of(case).uuid))


def test_every_section_is_on_the_page_or_a_link_away(web: Client, case: Case) -> None:
    text = web.get(address(case)).content.decode()
    for section in ALL_SECTIONS:
        assert f'<section id="{section.slug}"' in text
        part = web.get(f"{address(case)}?teil={section.slug}", headers=HTMX).content.decode()
        assert "<html" not in part
        for fact in section.facts:
            assert f'id="q-{fact.id}"' in part
        link = reverse("cases:section", args=(case.uuid, person_of(case).uuid, section.slug))
        assert f'id="q-{section.facts[0].id}"' in text or f'href="{link}"' in text


@pytest.mark.parametrize("written", ["B 2", "b2", " B 02 ", "B.2"])
def test_a_number_leads_to_its_question(web: Client, user: User, written: str) -> None:
    case = make_case(user, "F-2", location="in_germany")
    response = web.get(address(case), {"nummer": written})
    fact = numbered(written)
    assert fact is not None
    assert NUMBERS[fact.id] == "B 2"
    assert response.headers["Location"].endswith(f"/b/#q-{fact.id}")


@pytest.mark.parametrize("written", ["Z 9", "B 99", "B", "1", "<b>", "Ｂ２", "B 2 3", "x" * 5000], ids=str.__len__)
def test_a_number_that_is_none_is_said(web: Client, case: Case, written: str) -> None:
    response = web.get(address(case), {"nummer": written})
    assert response.status_code == 200
    assert "gibt es nicht" in response.content.decode()


def test_a_question_that_is_not_asked_is_said(web: Client, case: Case) -> None:
    number = NUMBERS["last_entry_date"]
    text = web.get(address(case), {"nummer": number}).content.decode()
    assert f"{number} wird nach den bisherigen Antworten nicht gefragt." in text


def test_an_answer_changes_the_questions_of_every_section_that_is_loaded(web: Client, case: Case) -> None:
    """In Germany asks for entry (A), and for the duty to leave (B); only what stands on the page comes back."""
    send = reverse("cases:answer", args=(case.uuid, person_of(case).uuid, "a", "location"))
    asked = {"location": "in_germany", "loaded": ["a", "b", "zz"]}
    text = web.post(send, asked, headers=HTMX).content.decode()
    assert kept(case)["location"].value == "in_germany"
    changed = [key for key in FACTS_BY_ID if f'id="q-{key}"' in text]
    assert {FACTS_BY_ID[key].section for key in changed} == {"A", "B"}
    assert 'href="#b"' in element(text, "sections"), "the sections stay links within the page"
