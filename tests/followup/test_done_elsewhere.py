"""A deadline that somebody has called done is no open one anywhere else: panel, result, everybody side by side."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import User
from advisor.cases.choices import Relation
from advisor.cases.dates import Noted, keep_date
from advisor.cases.family import add_person
from advisor.cases.models import Case
from advisor.cases.services import assessment_of
from advisor.memo.making import Wish, composed_memo
from advisor.memo.render import memo_html
from tests.factories import make_case, page_of, person_of

pytestmark = pytest.mark.django_db

TITLE_ENDS = {"location": "in_germany", "current_status": "residence_permit", "title_valid_until": "2099-05-31"}


@pytest.fixture
def ending(counsellor: User) -> Case:
    """A case with one deadline: the title ends."""
    return make_case(counsellor, "F-1", **TITLE_ENDS)


def call_done(case: Case) -> None:
    """Somebody calls every deadline of the person done."""
    person = person_of(case)
    for due in assessment_of(person).deadlines:
        keep_date(person, Noted(due.deadline.id, due.day, done=True), case.lead)


def test_the_panel_names_open_deadlines_only(web: Client, ending: Case) -> None:
    panel = web.get(page_of("cases:section", ending, "a")).context["panel"]
    assert (panel.deadlines, panel.first_deadline is not None) == (1, True)
    call_done(ending)
    panel = web.get(page_of("cases:section", ending, "a")).context["panel"]
    assert (panel.deadlines, panel.first_deadline) == (0, None)


def test_the_result_keeps_what_is_done_apart(web: Client, ending: Case) -> None:
    before = web.get(page_of("cases:person_result", ending)).context
    assert (len(before["due"]), len(before["done"])) == (1, 0)
    call_done(ending)
    after = web.get(page_of("cases:person_result", ending))
    assert (len(after.context["due"]), len(after.context["done"])) == (0, 1)
    assert before["due"][0].reading.title in after.content.decode()


def test_side_by_side_only_open_deadlines_count(web: Client, ending: Case) -> None:
    call_done(ending)
    ending.refresh_from_db()
    add_person(ending, ending.lead, ending.version, label="Kind", relation=Relation.CHILD)
    first = web.get(reverse("cases:persons", args=(ending.uuid,))).context["matrix"].members[0]
    assert (first.deadlines, first.due) == (0, None)


def test_the_memo_says_that_it_is_done_and_does_not_urge(ending: Case) -> None:
    def lines() -> tuple[list[bool], str, str]:
        memo = composed_memo(person_of(Case.objects.get()), ending.lead, Wish(), several=False).memo
        return [due.done for due in memo.deadlines], memo.summary[-1].text, memo_html(memo)

    done, until, paper = lines()
    assert done == [False]
    assert "31.05.2099" in until
    assert "als erledigt vermerkt" not in paper
    call_done(ending)
    done, until, paper = lines()
    assert done == [True]
    assert "31.05.2099" not in until
    assert "31.05.2099" in paper
    assert "als erledigt vermerkt" in paper
