"""Key, day and file of a case: what cannot be kept is refused with a reason, and no case is made or changed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from advisor.cases.models import Case
from advisor.cases.services import case_file_of
from tests.factories import page_of, person_of
from tests.hostile.checks import checked, everything, inert
from tests.hostile.inputs import FAR_DAYS, NO_CASE_FILES, NO_DAYS, TEXTS

pytestmark = pytest.mark.django_db

PAGES = ("cases:person_questionnaire", "cases:person_result", "memo:person_preview", "cases:export")


def file(content: bytes, name: str = "fall.json") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def case_file(**keys: Any) -> bytes:
    return json.dumps({"format": "wegweiser-case/1", "reference": "D-1", "facts": {}, **keys}).encode()


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_key_is_kept_as_one_line_of_text_or_refused(web: Client, answered: Case, text: str) -> None:
    for address in (reverse("cases:new"), reverse("cases:edit", args=(answered.uuid,))):
        before = everything()
        response = web.post(address, {"reference": text})
        checked(response, 302, 422)
        if response.status_code == 422:
            assert everything() == before
    for case in Case.objects.all():
        assert case.reference.isprintable()
        assert 1 <= len(case.reference) <= 100
        inert(checked(web.get(reverse("cases:edit", args=(case.uuid,))), 200), text)
    inert(checked(web.get(reverse("cases:list")), 200), text)


@pytest.mark.parametrize("day", NO_DAYS)
def test_what_is_no_day_of_the_law_is_refused(web: Client, answered: Case, day: str) -> None:
    before = everything()
    for address in (reverse("cases:new"), reverse("cases:edit", args=(answered.uuid,))):
        assert "Bitte ein ganzes Datum" in checked(web.post(address, {"reference": "G-1", "as_of": day}), 422)
    checked(web.post(reverse("cases:import"), {"file": file(case_file(as_of=day))}), 422)
    assert everything() == before


@pytest.mark.parametrize("day", FAR_DAYS)
def test_a_day_at_the_ends_of_the_calendar_has_a_result(web: Client, answered: Case, day: str) -> None:
    checked(web.post(reverse("cases:edit", args=(answered.uuid,)), {"reference": "F-2", "as_of": day}), 302)
    for name in PAGES:
        checked(web.get(page_of(name, answered), follow=True), 200)


@pytest.mark.parametrize("value", [None, 7, True, [], {}, ""])
def test_a_file_with_no_day_of_the_law_is_refused(web: Client, db: None, value: Any) -> None:
    page = checked(web.post(reverse("cases:import"), {"file": file(case_file(as_of=value))}), 422)
    assert "<code>as_of</code>" in page
    assert not Case.objects.exists()


@pytest.mark.parametrize("content", NO_CASE_FILES.values(), ids=NO_CASE_FILES)
def test_what_is_no_case_file_makes_no_case(web: Client, answered: Case, content: bytes) -> None:
    before = everything()
    for name in ("fall.json", "../../fall.json", "fall.json\x00.exe", "<script>.json", "W" * 500, "\u202enosj.llaf"):
        page = checked(web.post(reverse("cases:import"), {"file": file(content, name)}), 422)
        assert "<script>" not in page
        assert len(page) < 2_000_000
    assert everything() == before


def test_two_files_none_and_a_text_for_a_file_make_no_case(web: Client, answered: Case) -> None:
    before = everything()
    two = {"file": [file(case_file()), file(case_file(reference="D-2"))]}
    assert "eine Datei" in checked(web.post(reverse("cases:import"), two), 400)
    for sent in ({}, {"file": ""}, {"file": "x" * 1000}, {"datei": file(case_file())}, {"file": file(b"")}):
        checked(web.post(reverse("cases:import"), sent), 422)
    large = {"file": file(case_file()), "reference": "x" * (2 * 1024 * 1024 + 1)}
    checked(web.post(reverse("cases:import"), large), 413)
    assert everything() == before


def test_a_note_too_long_for_the_page_is_named_with_the_others(web: Client, answered: Case) -> None:
    before = everything()
    details = {"location": {"note": "W" * 4001}, "birth_date": {"note": "x " * 100_000}, "federal_state": {"note": "x"}}
    page = checked(web.post(reverse("cases:import"), {"file": file(case_file(details=details))}), 422)
    assert [fact for fact in details if f"<code>details.{fact}.note</code>" in page] == ["location", "birth_date"]
    assert everything() == before


def test_a_file_is_kept_with_nothing_lost_that_can_be_kept(web: Client, counsellor: object) -> None:
    notes = {"location": "<b>\u202e\u2028", "federal_state": "👩🏽\u200d⚖️", "birth_date": "W" * 4000}
    sent = {"facts": {"location": "in_germany"}, "details": {key: {"note": note} for key, note in notes.items()}}
    checked(web.post(reverse("cases:import"), {"file": file(case_file(reference="A\r\nB\u202e", **sent))}), 302)
    case = Case.objects.get()
    assert case.reference == "AB"
    kept = case_file_of(person_of(case))
    assert {key: detail["note"] for key, detail in kept["details"].items()} == notes
    checked(web.get(reverse("cases:edit", args=(case.uuid,))), 200)
    for name in PAGES:
        checked(web.get(page_of(name, case), follow=True), 200)
