"""What cannot be read is refused with a sentence beside the field, and nothing typed is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from advisor.cases.models import Case
from pathways.engine.facts import Answer, Gap
from tests.factories import page_of
from tests.web.steps import element, kept, section_address, send

pytestmark = pytest.mark.django_db


def test_what_cannot_be_read_is_said_and_kept_on_the_page_while_the_rest_is_saved(web: Client, case: Case) -> None:
    sent = {"shown": ["birth_date", "location"], "birth_date": "31.02.2024", "location": "in_germany", "go": "on"}
    response = web.post(section_address(case, "a"), sent)
    text = response.content.decode()
    assert response.status_code == 422
    assert 'value="31.02.2024"' in text
    assert 'href="#q-birth_date"' in text
    assert "Diesen Tag gibt es nicht" in element(text, "error-birth_date")
    assert kept(case) == {"location": Answer("in_germany")}


@pytest.mark.parametrize(
    ("fact_id", "value", "message"),
    [
        ("location", "on_the_moon", "eine der angebotenen Antworten"),
        ("location", ["in_germany", "abroad_home_country"], "eine der angebotenen Antworten"),
        ("identity_clarified", "maybe", "„ja“ oder „nein“"),
        ("nationality", ["RU", "ZZ"], "nur angebotene"),
        ("feared_harm", ["none", "political"], "passt nicht"),
        ("feared_harm", ["political", "unknown"], "nicht beides"),
        ("birth_date", "gestern", "Diesen Tag gibt es nicht"),
        ("birth_date", "0000", "Diesen Tag gibt es nicht"),
        ("birth_date", "٢٠٢٤", "Diesen Tag gibt es nicht"),
    ],
)
def test_a_wrong_value_is_refused_beside_its_field(
    web: Client, case: Case, fact_id: str, value: Any, message: str
) -> None:
    response = send(web, case, fact_id, value)
    assert response.status_code == 422
    assert message in element(response.content.decode(), f"error-{fact_id}")
    assert kept(case) == {}


@pytest.mark.parametrize(
    "more",
    [{"location__proof": "sealed"}, {"location__note": "x" * 4001}, {"location__note": "a\x00b"}],
)
def test_a_wrong_proof_or_note_is_refused(web: Client, case: Case, more: dict[str, str]) -> None:
    assert send(web, case, "location", "in_germany", **more).status_code == 422
    assert kept(case) == {}


def test_a_date_and_not_known_exclude_each_other(web: Client, case: Case) -> None:
    assert send(web, case, "birth_date", "2000", birth_date__gap="unknown").status_code == 422
    assert send(web, case, "birth_date", birth_date__gap="unknown").status_code == 200
    assert kept(case) == {"birth_date": Answer(Gap.NOT_KNOWN)}


def test_an_error_goes_away_once_the_answer_is_right(web: Client, case: Case) -> None:
    response = send(web, case, "birth_date", "1.2.2000", birth_date__failed="1")
    assert "field-error" not in element(response.content.decode(), "q-birth_date")


@pytest.mark.parametrize(
    ("slug", "fact_id"), [("a", "no_such_fact"), ("b", "location"), ("z", "location"), ("A", "location")]
)
def test_an_unknown_question_or_section_does_not_exist(web: Client, case: Case, slug: str, fact_id: str) -> None:
    response = web.post(page_of("cases:answer", case, slug, fact_id), {fact_id: "in_germany"})
    assert response.status_code == 404
