"""What belongs to access and to no single page: states, keys, colours of a system, help in one place."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from advisor.accounts.models import User
from advisor.cases.models import Case
from advisor.cases.services import create_case
from advisor.demo.demo_cases import demo_cases
from tests.browser import sight
from tests.browser.conftest import Desk
from tests.browser.keyboard import MOST_STOPS, Keyboard
from tests.factories import page_of

on_a_desk = pytest.mark.parametrize("width", [1280], indirect=True, ids=["desktop"])


@pytest.fixture
def full_case(person_at_desk: User) -> Case:
    """A case with answers, deadlines, judgements and points for and against."""
    case = next(case for case in demo_cases(date.today()) if case.reference.startswith("D-02"))
    return create_case(person_at_desk, case.reference, answers=case.answers())


def test_before_the_login(desk: Desk) -> None:
    desk.page.context.clear_cookies()
    for path in ("/anmelden/", "/passwort-vergessen/", "/impressum/", "/datenschutz/", "/barrierefreiheit/"):
        desk.open(path)
        desk.accessible(path.strip("/"))
    desk.open("/anmelden/")
    desk.page.get_by_role("button", name="Anmelden").click()
    expect(desk.page.locator(".error-summary")).to_be_focused()
    desk.accessible("anmelden-leer", colours=True)


def test_where_nothing_is_found(desk: Desk, full_case: Case) -> None:
    for path in ("/faelle/?suche=nichts", "/faelle/nichts/", page_of("cases:all", full_case) + "?nummer=Z99"):
        desk.open(path)
        desk.accessible("".join(sign if sign.isalnum() else "-" for sign in path), colours=True)


def test_what_a_case_of_one_person_comes_to(desk: Desk, full_case: Case) -> None:
    for path in (
        page_of("cases:person_result", full_case),
        page_of("cases:pathway", full_case, "p25_4_1"),
        page_of("memo:person_preview", full_case) + "?laenge=ausfuehrlich&weg=p23a",
        page_of("followup:case", full_case),
        reverse("cases:persons", args=(full_case.uuid,)),
    ):
        sight.unfold(desk.open(path))
        desk.accessible("".join(sign if sign.isalnum() else "-" for sign in path))


@pytest.mark.parametrize("name", ["cases:section", "cases:person_result", "followup:case"])
@on_a_desk
def test_tab_goes_through_a_page_and_out_of_it(desk: Desk, full_case: Case, name: str) -> None:
    page = desk.open(page_of(name, full_case, *(["b"] if name == "cases:section" else [])))
    keys = Keyboard(page)
    for _ in range(MOST_STOPS):
        page.evaluate("window.before = document.activeElement")
        if keys.next().tag == "body":
            break
        assert page.evaluate("document.activeElement !== window.before"), f"the focus is caught at {keys.here()}"
    else:
        raise AssertionError(f"no end after {MOST_STOPS} stops")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("!!document.activeElement.closest('footer')"), "and back again"
    assert not keys.unseen


def test_the_first_stop_leads_past_the_head(desk: Desk, full_case: Case) -> None:
    page = desk.open(page_of("cases:section", full_case, "a"))
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Zum Inhalt springen")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")


@on_a_desk
def test_in_the_colours_of_a_system(desk: Desk, full_case: Case) -> None:
    page = desk.page
    page.emulate_media(forced_colors="active")
    desk.open(page_of("cases:section", full_case, "a"))
    chosen = page.locator(".question input[type=radio]:checked").first
    assert look(page, "appearance", ".question input[type=radio]:checked") == "auto", "drawn by the system"
    chosen.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert look(page, "outlineStyle", ":focus-visible") != "none"
    assert "underline" in look(page, "textDecorationLine", ".tabs a[aria-current]")
    assert not sight.walked(page)
    desk.open(page_of("cases:person_result", full_case))
    expect(page.locator("main .verdict-symbol").first).to_be_visible()


def look(page: Page, what: str, selector: str) -> str:
    """How the first element of that kind is drawn."""
    return str(
        page.evaluate("([what, found]) => getComputedStyle(document.querySelector(found))[what]", [what, selector])
    )


@on_a_desk
def test_help_stands_in_the_same_place_everywhere(desk: Desk, full_case: Case) -> None:
    places = set()
    for path in ("/", "/faelle/", page_of("cases:section", full_case, "a"), "/konto/", "/schnellpruefung/"):
        links = desk.open(path).locator("footer a").all()
        places.add(tuple(link.get_attribute("href") for link in links))
    assert len(places) == 1


@on_a_desk
def test_what_is_said_once_is_not_asked_again(desk: Desk, full_case: Case) -> None:
    page = desk.open(reverse("cases:edit", args=(full_case.uuid,)))
    assert page.locator("[name=reference]").input_value() == full_case.reference
    desk.open("/faelle/neu/")
    page.get_by_label("Aktenzeichen Ihrer Stelle").fill("F-77")
    page.get_by_label("Stichtag").fill("31.02.2026")
    page.get_by_role("button", name="Fall anlegen").click()
    assert page.get_by_label("Aktenzeichen Ihrer Stelle").input_value() == "F-77"
    assert page.get_by_label("Stichtag").input_value() == "31.02.2026"
    desk.open("/schnellpruefung/")
    page.locator("#f-location-in_germany").check()
    page.get_by_role("button", name="Ergebnis ansehen und drucken").click()
    page.get_by_label("Aktenzeichen Ihrer Stelle").fill("F-78")
    page.get_by_role("button", name="Fall anlegen").click()
    page.get_by_role("navigation", name="Dieser Fall").wait_for()
    desk.open(page_of("cases:section", Case.objects.get(reference="F-78"), "a"))
    expect(page.locator("#f-location-in_germany")).to_be_checked()
