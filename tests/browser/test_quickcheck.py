"""The quick check and entering by number, in a real Chromium: live, by keyboard, with and without JavaScript."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from advisor.cases.answers import answers_of
from advisor.cases.models import Case
from tests.browser.conftest import Desk
from tests.factories import person_of

CHECK = reverse("quickcheck:check")


def test_pathways_move_while_one_answers(desk: Desk) -> None:
    page = desk.open(CHECK)
    desk.accessible("quickcheck-empty")
    page.get_by_role("button", name="Person und Ort").click()
    page.locator("#q-last_entry_date").wait_for(state="hidden")
    page.locator("#f-location-in_germany").focus()
    page.keyboard.press("Space")
    page.locator("#q-last_entry_date").wait_for(state="visible")
    expect(page.locator("#announcement")).to_contain_text("§ 22 S. 1")
    expect(page.locator("#panel")).to_contain_text("scheidet derzeit aus")
    # The focus has stayed, and nothing stands in the address.
    assert page.evaluate("document.activeElement.id") == "f-location-in_germany"
    assert page.url.endswith(CHECK)
    desk.accessible("quickcheck-live")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Ergebnis ansehen und drucken").click()
    page.get_by_role("heading", name="Ergebnis der Schnellprüfung").wait_for()
    expect(page.locator("article")).to_contain_text("Aufenthaltsort: in Deutschland")
    assert page.evaluate("window.scrollY") == 0
    desk.accessible("quickcheck-result")
    assert Case.objects.count() == 0


@pytest.mark.parametrize("width", [1280], ids=["desktop"], indirect=True)
def test_without_javascript_a_check_becomes_a_case(plain_desk: Desk) -> None:
    page = plain_desk.open(CHECK)
    page.locator("#f-location-in_germany").check()
    page.get_by_role("button", name="Weiter", exact=True).click()
    page.get_by_role("button", name="Person und Ort").click()
    assert page.locator("#f-location-in_germany").is_checked()
    page.locator("#f-birth_date").fill("31.02.2000")
    page.get_by_role("button", name="Stand zeigen").last.click()
    page.get_by_role("heading", name="1 Antwort ist so nicht zu lesen").wait_for()
    page.locator("#f-birth_date").fill("1999")
    page.get_by_role("button", name="Ergebnis ansehen und drucken").click()
    page.get_by_label("Aktenzeichen Ihrer Stelle").fill("Q-1")
    page.get_by_role("button", name="Fall anlegen").click()
    page.get_by_role("navigation", name="Dieser Fall").wait_for()
    assert set(answers_of(person_of(Case.objects.get(reference="Q-1")))) == {"location", "birth_date"}


def test_a_paper_comes_back_by_its_numbers(desk: Desk, desk_case: Case) -> None:
    page = desk.open(reverse("blank:entry", args=(desk_case.uuid, person_of(desk_case).uuid)))
    desk.accessible("by-number-empty")
    field = page.get_by_label("Eine Zeile für jede Antwort")
    field.fill("A 1: 1\nA 2: RU\nA 7: 99")
    page.get_by_role("button", name="Speichern").click()
    page.get_by_role("heading", name="2 Antworten sind gespeichert").wait_for()
    expect(page.locator(".error-summary")).to_be_focused()
    assert field.input_value() == "A 7: 99"
    field.fill("A 1: 2")
    page.get_by_role("button", name="Speichern").click()
    page.get_by_role("checkbox", name="A 1").check()
    desk.accessible("by-number-replacing")
    page.get_by_role("button", name="Speichern").click()
    page.get_by_role("heading", name="1 Antwort ist gespeichert").wait_for()
    assert answers_of(person_of(desk_case))["location"].value == "abroad_home_country"


def test_the_page_of_the_paper(desk: Desk) -> None:
    desk.open(reverse("blank:page"))
    desk.accessible("blank")
