"""A form that could not be taken comes back with what was typed, to whom typed it and to nobody else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from advisor.accounts.models import User
from advisor.cases.models import Case
from advisor.web.resend import LARGEST, resend
from advisor.web.spoken import spoken
from pathways.law.facts import FACTS
from tests.factories import page_of
from tests.web.steps import HTMX, section_address

pytestmark = pytest.mark.django_db

OURS = {"Sec-Fetch-Site": "same-origin"}
NOTE = 'Er sagt: "nie".\n<b>Zweite Zeile</b> & mehr'
TYPED = {"shown": "location", "location": "in_germany", "location.note": NOTE, "go": "on"}


def fields(response: HttpResponse) -> dict[str, list[str]]:
    """What the form on the page sends again."""
    found: dict[str, list[str]] = {}
    for name, value in re.findall(
        r'<input type="hidden" name="(.*?)" value="(.*?)" />', response.content.decode(), re.S
    ):
        found.setdefault(unescape(name), []).append(unescape(value))
    return found


@pytest.fixture
def strict(counsellor: User) -> Client:
    """A logged-in browser whose forms need a seal."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(counsellor)
    return client


def test_after_the_session_has_ended_the_form_comes_back_and_goes_through_once_more(
    client: Client, case: Case, counsellor: User
) -> None:
    response = client.post(section_address(case, "a"), TYPED, headers=OURS)
    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"]
    page = response.content.decode()
    assert "Sie sind abgemeldet" in page
    assert f'action="{section_address(case, "a")}"' in page
    sent_again = fields(response)
    sent_again.pop("csrfmiddlewaretoken")
    assert sent_again == {name: [value] for name, value in TYPED.items()}
    client.force_login(counsellor)
    assert client.post(section_address(case, "a"), sent_again, headers=OURS).status_code == 302
    assert NOTE in client.get(section_address(case, "a")).context["questions"][0].typed.note


def test_what_was_typed_is_listed_in_the_words_of_the_page(client: Client, case: Case) -> None:
    page = client.post(section_address(case, "a"), TYPED, headers=OURS).content.decode()
    assert "<dd>" in page
    assert "in Deutschland" in page
    assert "&lt;b&gt;Zweite Zeile&lt;/b&gt;" in page
    assert "<b>Zweite" not in page
    assert "<dt>shown" not in page


def test_a_seal_that_no_longer_fits_is_replaced_and_the_form_goes_through(strict: Client, case: Case) -> None:
    strict.get(reverse("cases:new"))
    old = {**TYPED, "csrfmiddlewaretoken": "a" * 64}
    response = strict.post(section_address(case, "a"), old, headers=OURS)
    assert response.status_code == 403
    assert "Bitte senden Sie noch einmal" in response.content.decode()
    again = fields(response)
    assert again["csrfmiddlewaretoken"] != ["a" * 64]
    assert strict.post(section_address(case, "a"), again, headers=OURS).status_code == 302


def test_the_seal_of_now_can_be_asked_for(strict: Client, case: Case) -> None:
    token = strict.get(reverse("web:token")).content.decode()
    assert strict.post(section_address(case, "a"), {**TYPED, "csrfmiddlewaretoken": token}).status_code == 302


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
    ],
)
def test_what_another_site_sends_is_never_offered_to_be_sent_again(
    client: Client, strict: Client, case: Case, headers: Mapping[str, str]
) -> None:
    for browser, status in ((client, 302), (strict, 403)):
        for more in ({}, HTMX):
            response = browser.post(section_address(case, "a"), TYPED, headers={**headers, **more})
            assert response.status_code in (status, 200)  # 200: htmx is told where to go
            assert "Zweite Zeile" not in response.content.decode()
            assert "X-CSRFToken" not in response.headers


def test_where_a_browser_names_only_the_origin_ours_will_do(client: Client, case: Case) -> None:
    response = client.post(section_address(case, "a"), TYPED, headers={"Origin": "http://testserver"})
    assert response.status_code == 401
    assert fields(response)


def test_htmx_gets_a_sentence_and_keeps_its_page(client: Client, case: Case) -> None:
    address = page_of("cases:answer", case, "a", "location")
    response = client.post(address, {"location": "in_germany", "location.note": NOTE}, headers={**OURS, **HTMX})
    page = response.content.decode()
    assert response.status_code == 401
    assert "data-refused" in page
    assert "Sie sind abgemeldet" in page
    assert "<html" not in page
    assert "Zweite" not in page
    assert response.headers["X-CSRFToken"]


@pytest.mark.parametrize(
    "name", ["password", "password1", "oldpassword", "code", "otp", "csrfmiddlewaretoken", "credential", "my_token"]
)
def test_passwords_codes_and_tokens_never_come_back(rf: RequestFactory, name: str) -> None:
    request = rf.post("/x/", {name: "GEHEIM-7f3a", "username": "ada"}, headers=OURS)
    page = resend(request, 503).content.decode()
    assert "GEHEIM" not in page
    assert ("Noch einmal senden" in page) is (name == "csrfmiddlewaretoken")


def test_no_question_is_taken_for_a_secret(rf: RequestFactory) -> None:
    asked = [fact.id for fact in FACTS]
    again = fields(resend(rf.post("/x/", dict.fromkeys(asked, "x"), headers=OURS), 503))
    assert set(asked) <= set(again)


def test_a_file_is_to_be_chosen_again(rf: RequestFactory) -> None:
    sent = {"file": SimpleUploadedFile("MARKE.json", b"{}"), "reference": "F-7"}
    page = resend(rf.post("/x/", sent, headers=OURS), 503).content.decode()
    assert "Bitte die Datei neu wählen" in page
    assert 'enctype="multipart/form-data"' in page
    assert 'value="F-7"' in page
    assert "MARKE" not in page


def test_what_is_too_long_to_come_back_is_left_in_the_browser(rf: RequestFactory) -> None:
    page = resend(rf.post("/x/", {"note": "ä" * (LARGEST + 1)}, headers=OURS), 503).content.decode()
    assert len(page) < 10_000
    assert "einen Schritt zurück" in page


def test_a_stale_version_is_sent_again_only_with_the_fresh_one(rf: RequestFactory) -> None:
    request = rf.post("/x/", {"version": "3", "reference": "F-7"}, headers=OURS)
    assert "Noch einmal senden" not in resend(request, 409).content.decode()
    assert fields(resend(request, 409, fresh={"version": "4"}))["version"] == ["4"]


def test_the_form_never_leads_to_another_host(rf: RequestFactory) -> None:
    request = rf.post("/x/", {"a": "b"}, headers=OURS)
    request.path = request.path_info = "//evil.example/x"
    assert 'action="//' not in resend(request, 503).content.decode()


def test_a_request_that_only_reads_gets_the_plain_page(rf: RequestFactory) -> None:
    response = resend(rf.get("/x/", headers=OURS), 503, retry_after=5)
    assert "Noch einmal senden" not in response.content.decode()
    assert response.headers["Retry-After"] == "5"


def test_answers_are_said_as_questions_and_answers() -> None:
    sent = [("birth_date.gap", "unknown"), ("reference", "f"), ("go", "x"), ("kind", "advice"), ("why", "Sie bat.")]
    lines = {line.label: line.text for line in spoken(sent)}
    assert list(lines.values()) == ["weiß nicht", "f", "Sie bat."]
    assert lines["Aktenzeichen"] == "f"
