"""The list, a new case, its key and day, and case files in and out."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import User
from advisor.cases.answers import answers_of
from advisor.cases.models import Case, Person
from advisor.cases.sealing import answer_place, slot_of
from pathways.engine.facts import Answer, Gap, Proof
from tests.factories import make_case, make_user, page_of, person_of

pytestmark = pytest.mark.django_db

CASE_FILE = {
    "format": "wegweiser-case/1",
    "reference": "M-2026-014",
    "as_of": "2020-02-29",
    "facts": {"location": "in_germany", "nationality": ["RU", "stateless"], "birth_date": "1999-03"},
    "details": {"birth_date": {"proof": "document_seen", "note": "Geburtsurkunde"}, "location": {"note": "Köln"}},
}


def upload(web: Client, content: bytes | str | dict[str, object], reference: str = "") -> tuple[int, str]:
    """Send a case file; the status and the page."""
    raw = json.dumps(content).encode() if isinstance(content, dict) else content
    file = SimpleUploadedFile("fall.json", raw.encode() if isinstance(raw, str) else raw)
    response = web.post(reverse("cases:import"), {"file": file, "reference": reference})
    return response.status_code, response.content.decode()


def place(person: Person, fact_id: str, state: str, value: str) -> None:
    """Put an answer of another vocabulary into the database."""
    safe = person.case.safe
    slot = slot_of(safe, person.uuid, fact_id)
    sealed = safe.seal_text(answer_place(person.uuid, slot), json.dumps([fact_id, state, value, "", ""]))
    person.answers.create(slot=slot, sealed=sealed, by=person.case.lead)


def test_the_list_shows_the_cases_of_the_own_office_and_finds_them_by_key(web: Client, case: Case) -> None:
    make_case(make_user("bob", office="Beratung Süd"), "fremd")
    make_case(case.lead, "G-2 <b>")
    text = web.get(reverse("cases:list")).content.decode()
    assert "F-1" in text
    assert "G-2 &lt;b&gt;" in text
    assert "fremd" not in text
    found = web.post(reverse("cases:list"), {"suche": "g-2"}).content.decode()
    assert "G-2" in found
    assert ">F-1<" not in found
    assert "Kein Aktenzeichen" in web.post(reverse("cases:list"), {"suche": "\x00nein"}).content.decode()


@pytest.mark.parametrize("number", [1, 60])
def test_the_list_takes_few_queries_however_long_it_is(
    web: Client, counsellor: User, number: int, django_assert_max_num_queries: object
) -> None:
    for place in range(number):
        make_case(counsellor, f"F-{place}")
    web.get(reverse("cases:list"))  # the first page of a session keeps when it began
    with django_assert_max_num_queries(7):  # type: ignore[operator]
        assert web.get(reverse("cases:list"), {"seite": "x"}).status_code == 200


def test_a_new_case_needs_only_a_key(web: Client) -> None:
    response = web.post(reverse("cases:new"), {"reference": " F-7 ", "as_of": ""})
    case = Case.objects.get()
    assert response.headers["Location"] == reverse("cases:questionnaire", args=(case.uuid,))
    assert (case.reference, case.as_of, case.lead.username) == ("F-7", None, "ada")
    assert person_of(case).position == 0


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"reference": ""}, "Dieses Feld ist zwingend erforderlich"),
        ({"reference": "   "}, "Dieses Feld ist zwingend erforderlich"),
        ({"reference": "x" * 101}, "100"),
        ({"reference": "F-1"}, "gibt es in Ihrer Stelle schon"),
        ({"reference": "ok", "as_of": "31.02.2024"}, "Bitte ein ganzes Datum"),
        ({"reference": "ok", "as_of": "2024"}, "Bitte ein ganzes Datum"),
        ({"reference": "ok", "as_of": "morgen"}, "Bitte ein ganzes Datum"),
        ({"reference": "a\x00b"}, "Null"),
    ],
)
def test_a_new_case_with_faults_is_not_made_and_says_why(
    web: Client, case: Case, sent: dict[str, str], message: str
) -> None:
    response = web.post(reverse("cases:new"), sent)
    assert response.status_code == 422
    assert message in response.content.decode()
    assert Case.objects.count() == 1


def test_key_and_day_can_be_changed(web: Client, case: Case) -> None:
    address = reverse("cases:edit", args=(case.uuid,))
    assert web.post(address, {"reference": "F-1", "as_of": "21.07.2006"}).status_code == 302
    case.refresh_from_db()
    assert (case.as_of, case.version) == (date(2006, 7, 21), 1)
    make_case(case.lead, "F-2")
    refused = web.post(address, {"reference": "F-2", "as_of": "21.7.06"})
    assert refused.status_code == 422
    assert "<strong>F-1</strong>" in refused.content.decode()
    case.refresh_from_db()
    assert case.reference == "F-1"


def test_a_case_file_becomes_a_case_and_comes_out_the_same(web: Client) -> None:
    assert upload(web, CASE_FILE)[0] == 302
    case = Case.objects.get(reference="M-2026-014")
    response = web.get(page_of("cases:export", case))
    assert json.loads(response.content) == CASE_FILE
    assert "M-2026" not in response.headers["Content-Disposition"]


def test_a_note_without_an_answer_survives(web: Client) -> None:
    document = {**CASE_FILE, "facts": {}, "details": {"location": {"proof": "told", "note": "unklar"}}}
    assert upload(web, document)[0] == 302
    kept = answers_of(person_of(Case.objects.get()))
    assert kept == {"location": Answer(Gap.NOT_ASKED, Proof.TOLD, "unklar")}


@pytest.mark.parametrize("page", ["new", "import"])
def test_an_untouched_form_has_no_faults(web: Client, page: str) -> None:
    response = web.get(reverse(f"cases:{page}"))
    assert response.status_code == 200
    assert "noch einmal ansehen" not in response.content.decode()


def test_all_faults_of_a_file_are_named_and_nothing_is_made(web: Client) -> None:
    facts = {"current_status": "toleration", "no_such_fact": 1, "birth_date": "2023-02-30"}
    status, text = upload(web, {**CASE_FILE, "as_of": "gestern", "facts": facts})
    assert status == 422
    for path in ("facts.current_status", "facts.no_such_fact", "facts.birth_date", "as_of"):
        assert f"<code>{path}</code>" in text
    assert "(Geburtsdatum)" in text
    assert "kein Tag, den es gibt" in text
    assert "gemeint ist vielleicht „duldung“" in text
    assert "is not" not in text
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"\xff\xfe", b"[]", b"null", b"[" * 100_000, b'{"a": NaN}', b" " * (1024 * 1024 + 1)]
)
def test_what_is_no_case_file_is_refused(web: Client, raw: bytes) -> None:
    assert upload(web, raw)[0] == 422
    assert not Case.objects.exists()


def test_a_key_that_is_taken_or_missing_is_asked_for(web: Client) -> None:
    assert upload(web, CASE_FILE)[0] == 302
    status, text = upload(web, CASE_FILE)
    assert status == 422
    assert "gibt es in Ihrer Stelle schon" in text
    assert upload(web, CASE_FILE, reference="andere")[0] == 302
    without = {key: value for key, value in CASE_FILE.items() if key != "reference"}
    status, text = upload(web, without)
    assert status == 422
    assert "kein Aktenzeichen" in text


def test_characters_that_no_database_keeps_do_no_harm(web: Client) -> None:
    details = {"location": {"note": "vor\u0000nach"}}
    assert upload(web, {**CASE_FILE, "reference": "F\u0000-9", "details": details})[0] == 302
    case = Case.objects.get(reference="F-9")
    assert answers_of(person_of(case))["location"].note == "vornach"


def test_an_answer_the_vocabulary_no_longer_knows_does_no_harm(web: Client, case: Case) -> None:
    person = person_of(case)
    place(person, "no_such_fact", "answered", "x")
    place(person, "location", "answered", "on_the_moon")
    assert web.get(page_of("cases:section", case, "a")).status_code == 200
    assert answers_of(person) == {}
