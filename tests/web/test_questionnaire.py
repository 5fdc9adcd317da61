"""The questionnaire as a browser without JavaScript sees it, and the parts that htmx swaps."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from advisor.cases.models import Case
from advisor.cases.sections import ALL_SECTIONS
from advisor.cases.services import assessment_of, save_answers
from advisor.cases.standing import Standing
from pathways.engine.casefile import read_value
from pathways.engine.consultation import consult
from pathways.engine.days import PartialDay
from pathways.engine.facts import Answer, Gap, Proof
from pathways.law import LAW
from pathways.law.facts import FACTS
from tests.factories import answers, make_case, page_of, person_of
from tests.web.steps import element, kept, section_address, send, show

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("section", ALL_SECTIONS, ids=lambda section: section.id)
def test_every_section_of_an_empty_and_of_a_full_case_can_be_shown(web: Client, case: Case, section: Any) -> None:
    assert section.title in show(web, case, section.slug)
    every = {
        fact.id: Answer(read_value(fact, example), Proof.TOLD, "Notiz <i>")
        for fact in FACTS
        for example in [
            {"bool": True, "date": "2020-02", "enum": None, "multi": None}[fact.kind]
            or (fact.choices[0].id if fact.kind == "enum" else [fact.choices[0].id])  # type: ignore[attr-defined]
        ]
    }
    save_answers(person_of(case), every, case.lead)
    text = show(web, case, section.slug)
    assert "Notiz <i>" not in text


def test_only_what_is_asked_is_shown(web: Client, case: Case) -> None:
    assert 'name="last_entry_date"' not in show(web, case, "a")
    send(web, case, "location", "in_germany")
    assert 'name="last_entry_date"' in show(web, case, "a")
    send(web, case, "location", "abroad_home_country")
    assert 'name="last_entry_date"' not in show(web, case, "a")


def test_an_answer_opens_questions_at_once_and_the_parts_are_those_of_the_page(web: Client, case: Case) -> None:
    response = send(web, case, "location", "in_germany")
    assert response.status_code == 200
    part, whole = response.content.decode(), show(web, case, "a")
    for key in ("q-last_entry_date", "q-entry_mode", "q-continuous_stay_since", "sections"):
        assert element(part, key) == element(whole, key)
    assert "<html" not in part
    assert 'id="q-birth_date"' not in part, "what did not change is not sent"
    assert 'id="q-location"' not in part, "the fields in use are left alone"
    assert "gespeichert" in element(part, "saved-location")


def test_the_eight_pathways_follow_every_answer(web: Client, case: Case) -> None:
    send(web, case, "location", "in_germany")
    part = send(web, case, "enforceably_required_to_leave", "yes").content.decode()
    result = assessment_of(person_of(case)).result("p25_4_1")
    assert result.verdict.value == "excluded"
    told = (
        "§ 25 Abs. 4 S. 1 scheidet jetzt aus, weil nicht erfüllt ist: "
        "„Die Person ist nicht vollziehbar ausreisepflichtig“"
    )
    assert f"{told} (§ 25 Abs. 4 S. 1 AufenthG; § 58 Abs. 2 AufenthG)." in element(part, "announcement")
    assert told in re.sub(r"</?span[^>]*>", "", element(part, "changes"))
    panel = element(part, "panel").replace(f"{element(part, 'changes')}>", "").replace("way-changed", "")
    panel = re.sub(r'<span class="[^"]*badge-new">geändert</span>', "", panel)
    assert " ".join(panel.split()) == " ".join(element(show(web, case, "b"), "panel").split()), "told once"


def test_a_whole_section_is_saved_without_javascript(web: Client, case: Case) -> None:
    sent = {
        "shown": ["location", "nationality", "birth_date", "federal_state"],
        "location": "in_germany",
        "nationality": ["RU", "", "stateless"],
        "birth_date": "3.1999",
        "birth_date.proof": "document_seen",
        "birth_date.note": "Zeile 1\r\nZeile 2 ",
        "federal_state": "declined",
        "asylum_history": "never",  # of another section
        "last_entry_date": "2020",  # not on the page
        "go": "on",
    }
    response = web.post(section_address(case, "a"), sent)
    assert kept(case) == {
        "location": Answer("in_germany"),
        "nationality": Answer(frozenset({"RU", "stateless"})),
        "birth_date": Answer(PartialDay.parse("1999-03"), Proof.DOCUMENT_SEEN, "Zeile 1\nZeile 2"),
        "federal_state": Answer(Gap.DECLINED),
    }
    assert response.headers["Location"].startswith(section_address(case, "a") + "#q-"), "new questions come first"
    again = web.post(section_address(case, "a"), {"go": "on"})
    assert again.headers["Location"] == section_address(case, ALL_SECTIONS[1].slug)
    last = ALL_SECTIONS[-1].slug
    end = web.post(section_address(case, last), {"go": "on"})
    assert end.headers["Location"] == page_of("cases:person_result", case)


def test_an_answer_can_be_reset_with_its_proof_and_note(web: Client, case: Case) -> None:
    send(web, case, "location", "in_germany", location__note="Köln")
    response = send(web, case, "location", "in_germany", clear="location", location__note="Köln")
    assert kept(case) == {}
    assert "checked" not in element(response.content.decode(), "q-location")
    web.post(section_address(case, "a"), {"shown": "location", "location": "in_germany"})
    web.post(section_address(case, "a"), {"shown": "location", "location": "in_germany", "clear": "location"})
    assert kept(case) == {}


def test_a_question_put_in_reverse_stores_the_opposite(web: Client, case: Case) -> None:
    send(web, case, "ground_types", ["medical_treatment"])
    send(web, case, "only_achievable_in_germany", "no")
    assert kept(case)["only_achievable_in_germany"].value is True
    checked = re.search(r'<input[^>]*name="only_achievable_in_germany"[^>]*checked', show(web, case, "e"))
    assert checked
    assert 'value="no"' in checked[0]


def test_a_proposal_is_shown_with_its_reason_and_taken_over_by_a_button(web: Client, case: Case) -> None:
    part = send(web, case, "nationality", ["PL"]).content.decode()
    question = element(part, "q-free_movement_status")
    assert "Vorschlag" in question
    assert "FreizügG" in question
    response = send(web, case, "free_movement_status", accept="free_movement_status")
    assert kept(case)["free_movement_status"].value == "eu_eea_citizen"
    assert "entspricht dem Vorschlag" in element(response.content.decode(), "q-free_movement_status")


def test_a_proposal_that_nobody_makes_cannot_be_taken_over(web: Client, case: Case) -> None:
    send(web, case, "free_movement_status", accept="free_movement_status")
    assert kept(case) == {}


def test_an_open_concept_shows_the_points_for_and_against_and_is_never_computed(web: Client, case: Case) -> None:
    save_answers(
        person_of(case),
        answers(location="in_germany", ground_types=["medical_treatment"], permanent_intent=True),
        case.lead,
    )
    text = element(show(web, case, "e"), "q-ground_is_temporary")
    assert "Ihre Einschätzung" in text
    assert "Spricht dagegen" in text
    assert "ground_is_temporary" not in kept(case)


def test_why_is_told_with_the_norm(web: Client, case: Case) -> None:
    question = element(show(web, case, "d"), "q-passport_state")
    assert "Warum fragen wir das?" in question
    assert "https://www.gesetze-im-internet.de/aufenthg_2004/__3.html" in question


def test_an_answer_to_a_question_no_longer_asked_is_kept(web: Client, case: Case) -> None:
    save_answers(person_of(case), answers(location="in_germany", current_status="duldung"), case.lead)
    send(web, case, "location", "abroad_home_country")
    assert "q-current_status" in show(web, case, "b")
    assert 'name="current_status"' not in show(web, case, "b")
    assert kept(case)["current_status"].value == "duldung"
    send(web, case, "location", "in_germany")
    assert re.search(r'value="duldung"\s*checked', show(web, case, "b"))


def test_a_coarse_answer_of_an_older_file_is_shown_until_the_fine_one_is_there(web: Client, case: Case) -> None:
    assert 'name="passport_valid"' not in show(web, case, "d")
    save_answers(person_of(case), answers(passport_valid=True), case.lead)
    assert 'name="passport_valid"' in show(web, case, "d")
    send(web, case, "passport_state", "valid")
    assert 'name="passport_valid"' not in show(web, case, "d")


def test_a_step_takes_few_queries_however_much_is_answered(
    web: Client, case: Case, django_assert_max_num_queries: Any
) -> None:
    show(web, case, "e")
    for _ in range(2):
        with django_assert_max_num_queries(11):
            show(web, case, "e")
        with django_assert_max_num_queries(14):
            send(web, case, "ground_types", ["long_integration"], ground_types__note="1")
        every = {fact.id: Answer(Gap.NOT_KNOWN) for fact in FACTS}
        save_answers(person_of(case), every, case.lead)


def test_a_case_entered_by_hand_is_judged_as_its_file_would_be(web: Client, case: Case) -> None:
    """A decided case (OVG Bremen, 21.7.2006, 1 B 106/06): a pupil near a certificate, under the law of that day."""
    facts = {
        "location": "in_germany",
        "birth_date": "6.8.1990",
        "federal_state": "HB",
        "enforceably_required_to_leave": "yes",
        "ground_types": ["finish_school_or_training"],
        "school_or_training": "attending_school",
    }
    web.post(reverse("cases:edit", args=(case.uuid,)), {"reference": "RC44", "as_of": "21.07.2006"})
    for fact_id, value in facts.items():
        assert send(web, case, fact_id, value).status_code == 200
    file = answers(**{**facts, "birth_date": "1990-08-06", "enforceably_required_to_leave": True})
    case.refresh_from_db()
    expected = consult(LAW, file, date(2006, 7, 21))
    entered = assessment_of(person_of(case))
    assert {r.pathway.id: r.verdict for r in entered.pathways} == {r.pathway.id: r.verdict for r in expected.pathways}
    assert entered.result("p25_4a_1").verdict.value == "not_in_force"
    assert Standing(file, date(2006, 7, 21)).verdicts == {r.pathway.id: r.verdict for r in expected.pathways}


def test_another_case_of_the_office_is_untouched(web: Client, case: Case) -> None:
    other = make_case(case.lead, "F-2", location="abroad_home_country")
    send(web, case, "location", "in_germany")
    assert kept(other)["location"].value == "abroad_home_country"


def test_a_proposal_says_at_once_that_the_answer_departs_from_it(web: Client, case: Case) -> None:
    for fact_id, value in {"location": "in_germany", "current_title_norm": "25_4_1"}.items():
        send(web, case, fact_id, value)
    send(web, case, "current_status", "residence_permit")
    same = element(send(web, case, "request_kind", "extension_same_title").content.decode(), "proposal-request_kind")
    assert "entspricht dem Vorschlag" in same
    other = element(send(web, case, "request_kind", "first_grant").content.decode(), "proposal-request_kind")
    assert "weicht davon ab" in other
    assert "entspricht dem Vorschlag" not in other
