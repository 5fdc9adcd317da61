"""The result in a browser: a proposal played through beside the case, and what has changed since a kept state."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from advisor.accounts.models import User
from advisor.cases.answers import answers_of
from advisor.cases.models import Case
from advisor.cases.services import create_case
from advisor.demo.demo_cases import demo_cases
from tests.browser.conftest import Desk
from tests.factories import page_of, person_of


@pytest.fixture
def hardship(person_at_desk: User) -> Case:
    """A case in which opening one way closes another."""
    case = next(case for case in demo_cases(date.today()) if case.reference.startswith("D-01"))
    return create_case(person_at_desk, case.reference, answers=case.answers())


def play_through(page: Page) -> None:
    """Press the proposal of the result by keyboard."""
    button = page.locator("section[aria-labelledby=oeffnen]").get_by_role("button", name="Durchspielen")
    button.first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Was wäre, wenn")
    expect(page.get_by_role("row", name="§ 25 Abs. 4 S. 1")).to_contain_text("noch offen")
    expect(page.get_by_role("row", name="§ 23a Abs. 1 S. 1")).to_contain_text("scheidet derzeit aus")


def test_a_proposal_is_played_through_beside_the_case(desk: Desk, hardship: Case) -> None:
    before = answers_of(person_of(hardship))
    page = desk.open(page_of("cases:person_result", hardship))
    play_through(page)
    assert "was-waere-wenn" in page.url
    assert "?" not in page.url
    desk.accessible("was-waere-wenn-gespielt")
    page.get_by_label("2. Frage").select_option(label="D 3 Stand des Passes")
    page.get_by_role("button", name="Durchspielen", exact=True).click()
    expect(page.get_by_text("Ändern Sie jetzt die Antworten")).to_be_visible()
    desk.accessible("was-waere-wenn-frage")
    page.get_by_label("Anderer Tag").fill("irgendwann")
    page.get_by_role("button", name="Durchspielen", exact=True).click()
    summary = page.get_by_role("alert").filter(has_text="Bitte noch einmal ansehen")
    expect(summary).to_be_focused()
    summary.get_by_role("link").click()
    expect(page.get_by_label("Anderer Tag")).to_be_focused()
    desk.accessible("was-waere-wenn-fehler")
    assert answers_of(person_of(hardship)) == before


@pytest.mark.parametrize("width", [320], indirect=True, ids=["phone"])
def test_without_scripts_it_is_the_same(plain_desk: Desk, hardship: Case) -> None:
    page = plain_desk.open(page_of("cases:person_result", hardship))
    play_through(page)
    page.get_by_role("link", name="Zurück zum Ergebnis").click()
    page.get_by_role("button", name="Stand festhalten").click()
    expect(page.get_by_text("Der Stand ist festgehalten.")).to_be_visible()
    expect(page.get_by_text("Seitdem hat sich nichts geändert.")).to_be_visible()


def test_the_comparison_scrolls_by_keyboard_and_not_the_page(desk: Desk, hardship: Case) -> None:
    page = desk.open(page_of("cases:person_result", hardship))
    page.get_by_text("Vergleich der Wege, die in Betracht kommen").click()
    region = page.get_by_role("region", name="Was die Titel geben, die in Betracht kommen")
    expect(region).to_be_visible()
    region.focus()
    page.keyboard.press("ArrowRight")
    desk.accessible("vergleich")
