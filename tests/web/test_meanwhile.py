"""Two windows, two people, one case: nothing saved in one is silently overwritten from the other."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from advisor.cases.answers import answers_of
from advisor.cases.models import Case
from advisor.cases.services import save_answers
from pathways.engine.facts import Answer, Gap, Proof
from tests.factories import answers, make_case, person_of
from tests.web.steps import element, kept, section_address, send, show

pytestmark = pytest.mark.django_db


def was(text: str, fact_id: str) -> str:
    """What a page says it has shown for a question."""
    found = re.search(r'value="([0-9a-f]+)"', element_of(text, f"was-{fact_id}"))
    assert found
    return found[1]


def element_of(text: str, key: str) -> str:
    found = re.search(rf'<input id="{key}"[^>]*>', text)
    assert found, key
    return found[0]


def save(case: Case, **facts: object) -> None:
    """Somebody else answers."""
    save_answers(person_of(case), answers(**facts), case.lead)


def test_fields_nobody_has_touched_do_not_bring_back_an_older_answer(web: Client, case: Case) -> None:
    save(case, location="in_germany")
    page = show(web, case, "a")
    save(case, location="abroad_home_country")
    sent = {
        "shown": ["location", "federal_state"],
        "location": "in_germany",
        "location.was": was(page, "location"),
        "federal_state": "HB",
        "federal_state.was": was(page, "federal_state"),
    }
    assert web.post(section_address(case, "a"), sent).status_code == 302
    assert kept(case) == answers(location="abroad_home_country", federal_state="HB")


def test_a_changed_answer_is_not_saved_over_another_change_but_both_are_shown(web: Client, case: Case) -> None:
    save(case, location="in_germany")
    page = show(web, case, "a")
    other = Answer("abroad_home_country", Proof.TOLD, "seit <Mai>")
    save_answers(person_of(case), {"location": other}, case.lead)
    sent = {"shown": "location", "location": "border_or_transit", "location.was": was(page, "location")}
    for response in (
        web.post(section_address(case, "a"), sent),
        send(web, case, "location", "border_or_transit", location__was=was(page, "location")),
    ):
        text = response.content.decode()
        assert response.status_code == 422
        error = element(text, "error-location")
        assert "im Ausland, im Herkunftsland" in error
        assert "seit &lt;Mai&gt;" in error
        assert re.search(r'value="border_or_transit"\s*checked', text), "what was chosen stands in the fields"
        assert kept(case) == {"location": other}
    again = was(text, "location")
    web.post(section_address(case, "a"), {**sent, "location.was": again, "keep": "location"})
    assert kept(case) == {"location": Answer("border_or_transit")}


def test_what_is_kept_can_be_kept(web: Client, case: Case) -> None:
    save(case, location="in_germany")
    sent = {"location__was": "00", "restore": "location"}
    text = send(web, case, "location", "border_or_transit", **sent).content.decode()
    assert re.search(r'value="in_germany"\s*checked', element(text, "q-location"))
    plain = web.post(
        section_address(case, "a"), {"shown": "location", "location": "border_or_transit", "restore": "location"}
    )
    assert plain.headers["Location"].endswith("#q-location")
    assert kept(case) == answers(location="in_germany")


def test_a_reset_does_not_remove_what_was_not_seen(web: Client, case: Case) -> None:
    page = show(web, case, "a")
    save(case, location="in_germany")
    assert send(web, case, "location", clear="location", location__was=was(page, "location")).status_code == 422
    assert kept(case) == answers(location="in_germany")


def test_the_page_knows_what_it_has_saved(web: Client, case: Case) -> None:
    page = show(web, case, "a")
    seen = was(page, "location")
    for value in ("in_germany", "border_or_transit", "unknown"):
        response = send(web, case, "location", value, location__was=seen)
        assert response.status_code == 200
        seen = was(response.content.decode(), "location")
    assert kept(case) == {"location": Answer(Gap.NOT_KNOWN)}
    assert seen == was(show(web, case, "a"), "location")


def test_the_same_answer_from_two_windows_is_no_conflict(web: Client, case: Case) -> None:
    page = show(web, case, "a")
    save(case, location="in_germany")
    response = send(web, case, "location", "in_germany", location__was=was(page, "location"))
    assert response.status_code == 200


def test_a_question_put_in_reverse_is_told_in_the_words_of_the_page(web: Client, case: Case) -> None:
    save(case, ground_types=["medical_treatment"], only_achievable_in_germany=True)
    fact_id = "only_achievable_in_germany"
    text = send(web, case, fact_id, "yes", only_achievable_in_germany__was="00").content.decode()
    assert "„nein“" in element(text, f"error-{fact_id}")


def test_one_comes_back_to_where_one_left_off(web: Client, case: Case) -> None:
    address = reverse("cases:questionnaire", args=(case.uuid,))
    assert web.get(address).headers["Location"] == section_address(case, "a")
    save(case, ground_types=["witness"])
    save(case, german_level="b1")
    assert web.get(address).headers["Location"] == section_address(case, "f")
    read_in = make_case(case.lead, "F-3", german_level="b1", location="in_germany")
    assert answers_of(person_of(read_in))
    imported = reverse("cases:questionnaire", args=(read_in.uuid,))
    assert web.get(imported).headers["Location"] == section_address(read_in, "a")
