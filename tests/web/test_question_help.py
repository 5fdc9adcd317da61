"""What editors say about a question stands at the question, with its sources, and costs an answer no statement."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from advisor.accounts.models import Role, User
from advisor.cases.models import Case
from advisor.texts.releasing import release
from advisor.texts.writing import submit, write
from pathways.content.builtin import built_in
from tests.factories import make_case, make_user, page_of
from tests.web.steps import HTMX

pytestmark = pytest.mark.django_db
SLOT = "fact.continuous_stay_since.help"


@pytest.fixture
def case(counsellor: User) -> Case:
    """Somebody in Hessen."""
    return make_case(counsellor, "F-1", location="in_germany", federal_state="HE", current_status="duldung")


def fold(page: str) -> str:
    """What stands in the fold of that question."""
    question = page.partition('id="q-continuous_stay_since"')[2].partition('id="q-')[0]
    return question.partition("<summary>Was gemeint ist</summary>")[2].partition("</details>")[0]


def released(counsellor: User, body: str) -> None:
    """Somebody writes it, somebody else of the office releases it."""
    assert counsellor.office is not None
    author = make_user("redaktion", counsellor.office.name, Role.EDITOR)
    revision = write(SLOT, "de", body, author)
    submit(revision, author)
    release([revision], make_user("freigabe", counsellor.office.name, Role.RELEASER))


def statements_of_an_answer(web: Client, case: Case) -> int:
    """How many statements the same answer takes."""
    address = page_of("cases:answer", case, "a", "continuous_stay_since")
    with CaptureQueriesContext(connection) as asked:
        response = web.post(address, {"continuous_stay_since": "2019"}, headers=HTMX)
    assert response.status_code == 200
    return len(asked)


def test_the_words_of_the_program_stand_at_the_question_with_their_sources(web: Client, case: Case) -> None:
    page = web.get(page_of("cases:section", case, "a")).content.decode()
    assert built_in()[SLOT].body.split(";")[0] in fold(page)
    assert "§ 23a Abs. 2 S. 4 AufenthG" in fold(page)
    assert "[[" not in fold(page)


def test_the_words_of_the_office_take_their_place(web: Client, case: Case, counsellor: User) -> None:
    statements_of_an_answer(web, case)
    before = statements_of_an_answer(web, case)
    released(counsellor, "Fragen Sie **nach dem Mietvertrag** in {land}. [[Praxis]]")
    page = web.get(page_of("cases:section", case, "a")).content.decode()
    assert "Fragen Sie <strong>nach dem Mietvertrag</strong> in Hessen." in fold(page)
    assert "kurze Reisen" not in fold(page)
    assert statements_of_an_answer(web, case) == before


def test_another_office_reads_its_own(web: Client, case: Case, counsellor: User, client: Client) -> None:
    stranger = make_user("fremd", "Beratung Süd", Role.EDITOR)
    revision = write(SLOT, "de", "Nur in Beratung Süd. [[Praxis]]", stranger)
    submit(revision, stranger)
    release([revision], make_user("fremd2", "Beratung Süd", Role.RELEASER))
    page = web.get(page_of("cases:section", case, "a")).content.decode()
    assert "Beratung Süd" not in page
