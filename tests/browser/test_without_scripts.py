"""What has to be brought, entry by number, the start page and the language, in a window without JavaScript."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from advisor.accounts.models import User
from advisor.cases.answers import answers_of
from advisor.cases.dates import noted_dates
from advisor.cases.models import Case
from advisor.cases.papers import Progress, papers_of
from tests.browser.conftest import Desk
from tests.factories import make_case, page_of, person_of

pytestmark = pytest.mark.parametrize("width", [320], indirect=True, ids=["phone"])


@pytest.fixture
def refused(person_at_desk: User) -> Case:
    """A case with a decision served three days ago."""
    served = timezone.localdate() - timedelta(days=3)
    return make_case(
        person_at_desk,
        "F-1",
        location="in_germany",
        federal_state="BY",
        current_status="no_document",
        decision_kind="abh_refusal_title",
        decision_served_on=served.isoformat(),
        remedy_instruction="correct",
        remedy_filed=["none"],
    )


def german(day: date) -> str:
    """A day as people write it."""
    return f"{day:%d.%m.%Y}"


def test_from_the_start_page_to_what_is_due_and_what_has_to_be_brought(plain_desk: Desk, refused: Case) -> None:
    page = plain_desk.open("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Was heute ansteht")
    page.get_by_role("main").get_by_role("link", name="F-1").first.click()
    expect(page.get_by_role("navigation", name="Dieser Fall")).to_be_visible()
    page.get_by_role("link", name="Unterlagen & Fristen").click()
    day = timezone.localdate() + timedelta(days=9)
    page.get_by_text("Eigenen Termin eintragen", exact=True).click()
    page.get_by_label("Tag", exact=True).fill(german(day))
    page.get_by_label("Was ist an dem Tag?").fill("Anhörung")
    page.get_by_role("button", name="Eintragen").click()
    expect(page.get_by_text("Der Termin ist eingetragen.")).to_be_visible()
    assert [(noted.words, noted.day) for noted in noted_dates(person_of(refused))] == [("Anhörung", day)]
    take(page, "Erledigt?: Anhörung")
    page.locator("details[open] form").get_by_role("button", name="Als erledigt vermerken").click()
    expect(page.get_by_text("Als erledigt vermerkt.")).to_be_visible()
    page.get_by_label("Weitere Unterlage").fill("Brief des Sportvereins")
    page.get_by_role("button", name="Hinzufügen").click()
    paper = page.locator("form.paper", has_text="Brief des Sportvereins")
    paper.get_by_label("liegt vor").check()
    paper.get_by_role("button", name="Speichern").click()
    assert [(each.words, each.progress) for each in papers_of(person_of(refused)).values()] == [
        ("Brief des Sportvereins", Progress.THERE)
    ]


def take(page: Page, summary: str) -> None:
    """Open a fold by its words."""
    page.locator("summary", has_text=summary).first.click()


def test_a_paper_is_typed_in_by_its_numbers(plain_desk: Desk, desk_case: Case) -> None:
    page = plain_desk.open(page_of("cases:section", desk_case, "a"))
    page.get_by_role("link", name="Nach Nummer eingeben").click()
    page.get_by_label("Eine Zeile für jede Antwort").fill("A 1: 1\nA 7: 99")
    page.get_by_role("button", name="Prüfen, was das heißt").click()
    assert answers_of(person_of(desk_case)) == {}
    page.get_by_label("Eine Zeile für jede Antwort").fill("A 1: 1")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_role("heading", name="1 Antwort ist gespeichert")).to_be_visible()
    assert answers_of(person_of(desk_case))["location"].value == "in_germany"


def test_the_language_is_chosen_where_one_is_and_stays(plain_desk: Desk, desk_case: Case) -> None:
    path = page_of("cases:section", desk_case, "b")
    page = plain_desk.open(path)
    page.get_by_role("button", name="Fragen auch auf Englisch").click()
    expect(page).to_have_url(plain_desk.server + path)
    expect(page.locator(".question legend [lang=en]").first).to_be_visible()
    page.get_by_role("button", name="English").click()
    expect(page).to_have_url(plain_desk.server + path)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    plain_desk.open(reverse("start"))
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("button", name="Deutsch").click()
    assert page.locator("html").get_attribute("lang") == "de"
