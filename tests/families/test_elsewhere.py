"""What else works with a case works with a family: case file, memo, answers to the person, deadlines, deletion."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import User
from advisor.cases.sealing import seal_label
from advisor.disclosure.stored import Stored
from advisor.lifecycle.deadlines import pending_deadlines
from tests.families.household import make_family, member, say

pytestmark = pytest.mark.django_db


def test_a_case_file_holds_what_holds_for_that_person_and_nobody_else(web: Client, counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben", nationality=["AM"])
    say(member(case, "Anna"), "federal_state", federal_state="NW")
    say(member(case, "Ben"), nationality=["RU"])
    for name, country in (("Anna", "AM"), ("Ben", "RU")):
        response = web.get(reverse("cases:export", args=(case.uuid, member(case, name).uuid)))
        facts = json.loads(response.content)["facts"]
        assert facts == {"nationality": [country], "federal_state": "NW"}
        assert name not in response["Content-Disposition"]


def test_an_answer_about_one_person_gives_the_shared_ones_and_nothing_of_the_others(counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben", nationality=["AM"], feared_harm=["political"])
    say(member(case, "Anna"), "federal_state", federal_state="NW")
    stored = Stored(case, member(case, "Ben"))
    assert list(stored.answers) == ["federal_state"]
    assert stored.label == "Ben"
    assert stored.others == ("Anna",), "only to warn of texts that name them"


def test_a_memo_and_the_list_of_memos_say_whom_they_are_about(web: Client, counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben", location="in_germany")
    at = reverse("memo:person_preview", args=(case.uuid, member(case, "Ben").uuid))
    assert "F-1, Ben" in web.get(at).content.decode()
    assert web.get(reverse("memo:preview", args=(case.uuid,)))["Location"] == reverse(
        "cases:persons", args=(case.uuid,)
    )
    pdf = web.post(reverse("memo:pdf", args=(case.uuid, member(case, "Ben").uuid)))
    assert "Ben" not in pdf["Content-Disposition"]
    page = web.get(reverse("memo:kept", args=(case.uuid,))).content.decode()
    assert '<td data-label="Person">Ben</td>' in page


def test_a_deadline_of_anybody_keeps_the_case(counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben")
    say(member(case, "Ben"), decision_kind="abh_refusal_title", decision_served_on="2026-11-20")
    found = {pending.id for pending in pending_deadlines(case, date(2026, 11, 22))}
    assert "d_abh_refusal" in found


def test_a_name_is_never_markup(web: Client, counsellor: User) -> None:
    case = make_family(counsellor, "F-1", "Anna", "Ben", location="in_germany", federal_state="NW")
    for person, name in zip(case.persons.all(), ('<b id="x">A</b>', "{{ 7|add:7 }}\"'><script>"), strict=True):
        seal_label(case, person, name)
        person.save()
    ben = case.persons.all()[1]
    pages = [reverse("cases:persons", args=(case.uuid,)), reverse("cases:person_new", args=(case.uuid,))]
    pages += [
        reverse(name, args=(case.uuid, ben.uuid))
        for name in ("cases:person_edit", "cases:person_remove", "cases:person_result", "memo:person_preview")
    ]
    pages.append(reverse("cases:section", args=(case.uuid, ben.uuid, "a")))
    for address in pages:
        response = web.get(address)
        assert response.status_code == 200
        page = response.content.decode()
        assert '<b id="x">' not in page
        assert "'><script>" not in page
        assert "&lt;" in page
