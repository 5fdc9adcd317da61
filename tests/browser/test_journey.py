"""A counsellor's way from login to a judged case, with JavaScript and without, on a desk and on a phone."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from advisor.accounts.models import User
from advisor.cases.answers import answers_of
from advisor.cases.models import Case
from advisor.cases.services import assessment_of, save_answers
from pathways.engine.consultation import consult
from pathways.law import LAW
from tests.browser.conftest import Desk
from tests.factories import answers, page_of, person_of

# A decided case (OVG Bremen, 21.7.2006, 1 B 106/06).
PUPIL = answers(
    location="in_germany",
    birth_date="1990-08-06",
    federal_state="HB",
    enforceably_required_to_leave=True,
    ground_types=["finish_school_or_training"],
    school_or_training="attending_school",
)


def question(page: Page, fact_id: str):
    """The part of the page that holds a question."""
    return page.locator(f"#q-{fact_id}")


def new_case(page: Page) -> Case:
    """Make the case of the pupil by hand."""
    page.get_by_role("link", name="Neuer Fall").first.click()
    page.get_by_label("Aktenzeichen Ihrer Stelle").fill("RC44")
    page.get_by_label("Stichtag").fill("21.07.2006")
    page.get_by_role("button", name="Fall anlegen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Person und Ort")
    return Case.objects.get(reference="RC44")


def judged_like_the_file(case: Case) -> None:
    """What was entered gives the verdicts of the same answers in a file."""
    entered = assessment_of(person_of(case))
    expected = consult(LAW, PUPIL, date(2006, 7, 21))
    assert answers_of(person_of(case)) == PUPIL
    assert [r.verdict for r in entered.pathways] == [r.verdict for r in expected.pathways]


def to_section(page: Page, title: str) -> None:
    """Go to a section by its link."""
    page.get_by_role("navigation", name="Abschnitte").get_by_role("link", name=re.compile(f"^{title}")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


@pytest.mark.parametrize("width", [1280], indirect=True, ids=["desktop"])
def test_with_javascript_every_answer_is_saved_at_once_and_moves_the_pathways(desk: Desk) -> None:
    page = desk.page
    case = new_case(page)
    expect(question(page, "last_entry_date")).to_be_hidden()
    question(page, "location").get_by_label("in Deutschland").check()
    expect(question(page, "last_entry_date")).to_be_visible()
    expect(page.locator("#saved-location")).to_contain_text("gespeichert")
    expect(page.locator("#panel li").first).to_contain_text("scheidet jetzt aus, weil")
    expect(page.locator("#announcement")).to_contain_text("scheidet jetzt aus, weil")
    question(page, "birth_date").get_by_role("textbox").first.fill("6.8.1990")
    page.keyboard.press("Tab")
    expect(page.locator("#saved-birth_date")).to_contain_text("gespeichert")
    question(page, "federal_state").get_by_role("combobox").first.select_option("HB")
    expect(page.locator("#saved-federal_state")).to_contain_text("gespeichert")
    to_section(page, "Aufenthaltsstatus und Verfahren")
    question(page, "enforceably_required_to_leave").get_by_label("ja", exact=True).check()
    expect(page.locator("#saved-enforceably_required_to_leave")).to_contain_text("gespeichert")
    to_section(page, "Gründe des Einzelfalls")
    question(page, "ground_types").locator("[value=finish_school_or_training]").check()
    expect(page.locator("#saved-ground_types")).to_contain_text("gespeichert")
    to_section(page, "Arbeit, Schule, Sprache")
    question(page, "school_or_training").locator("[value=attending_school]").check()
    expect(page.locator("#saved-school_or_training")).to_contain_text("gespeichert")
    judged_like_the_file(case)


def test_without_javascript_the_same_case_has_the_same_result(plain_desk: Desk) -> None:
    page = plain_desk.page
    case = new_case(page)
    question(page, "location").get_by_label("in Deutschland").check()
    question(page, "birth_date").get_by_role("textbox").first.fill("06.08.1990")
    question(page, "federal_state").get_by_role("combobox").first.select_option("HB")
    page.get_by_role("button", name=re.compile("^Weiter")).click()
    expect(page.get_by_role("status").first).to_contain_text("dazugekommen")
    page.get_by_role("button", name=re.compile("^Weiter")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aufenthaltsstatus und Verfahren")
    question(page, "enforceably_required_to_leave").get_by_label("ja", exact=True).check()
    page.get_by_role("button", name="Speichern", exact=True).last.click()
    to_section(page, "Gründe des Einzelfalls")
    question(page, "ground_types").locator("[value=finish_school_or_training]").check()
    page.get_by_role("button", name="Speichern", exact=True).last.click()
    to_section(page, "Arbeit, Schule, Sprache")
    question(page, "school_or_training").locator("[value=attending_school]").check()
    page.get_by_role("button", name="Speichern", exact=True).last.click()
    expect(page.get_by_role("status").first).to_contain_text("Gespeichert")
    judged_like_the_file(case)


def test_the_keyboard_keeps_its_place_when_parts_of_the_page_are_swapped(
    desk: Desk, desk_case: Case, person_at_desk: User
) -> None:
    page = desk.open(page_of("cases:section", desk_case, "a"))
    question(page, "location").get_by_label("in Deutschland").focus()
    page.keyboard.press("Space")
    expect(question(page, "last_entry_date")).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "f-location-in_germany"
    page.keyboard.press("ArrowDown")
    expect(question(page, "last_entry_date")).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "f-location-abroad_home_country"


def test_a_wrong_date_is_told_beside_the_field_and_stays_there(desk: Desk, desk_case: Case) -> None:
    page = desk.open(page_of("cases:section", desk_case, "a"))
    field = question(page, "birth_date").get_by_role("textbox").first
    field.fill("31.2.2024")
    page.keyboard.press("Tab")
    expect(question(page, "birth_date")).to_contain_text("Diesen Tag gibt es nicht")
    expect(field).to_have_value("31.2.2024")
    expect(field).to_have_attribute("aria-invalid", "true")
    desk.accessible("fehler")
    field.fill("1.2.2024")
    page.keyboard.press("Tab")
    expect(page.locator("#saved-birth_date")).to_contain_text("gespeichert")
    expect(question(page, "birth_date")).not_to_contain_text("gibt es nicht")


def test_none_and_not_known_stand_alone(desk: Desk, desk_case: Case) -> None:
    page = desk.open(page_of("cases:section", desk_case, "e"))
    boxes = question(page, "ground_types")
    boxes.locator("[value=witness]").check()
    boxes.locator("[value=none]").check()
    expect(boxes.locator("[value=witness]")).not_to_be_checked()
    boxes.locator("[value=unknown]").check()
    expect(boxes.locator("[value=none]")).not_to_be_checked()
    expect(page.locator("#saved-ground_types")).to_contain_text("gespeichert")
    boxes.get_by_role("button", name="Antwort zurücksetzen").click()
    expect(boxes.locator("[value=unknown]")).not_to_be_checked()
    expect(page.locator("#announcement")).to_contain_text("Gespeichert")
    assert answers_of(person_of(desk_case)) == {}


def test_a_proposal_is_taken_over_with_one_press(desk: Desk, desk_case: Case) -> None:
    page = desk.open(page_of("cases:section", desk_case, "a"))
    question(page, "nationality").get_by_role("combobox").first.select_option("PL")
    question(page, "free_movement_status").get_by_role("button", name="Vorschlag übernehmen").click()
    expect(question(page, "free_movement_status").locator("[value=eu_eea_citizen]")).to_be_checked()
    desk.accessible("vorschlag")


def test_what_is_not_saved_is_said(desk: Desk, desk_case: Case) -> None:
    page = desk.open(page_of("cases:section", desk_case, "a"))
    page.context.set_offline(True)
    question(page, "location").get_by_label("in Deutschland").check()
    expect(page.get_by_role("alert")).to_contain_text("nicht gespeichert")
    question(page, "federal_state").get_by_role("combobox").first.select_option("HB")
    page.context.set_offline(False)
    expect(page.locator("#saved-location")).to_contain_text("gespeichert")
    expect(page.locator("#saved-federal_state")).to_contain_text("gespeichert")
    expect(page.get_by_role("alert")).to_be_hidden()
    assert answers_of(person_of(desk_case)) == answers(location="in_germany", federal_state="HB")


def test_enter_in_a_date_saves_it_and_keeps_the_place(desk: Desk, desk_case: Case) -> None:
    page = desk.open(page_of("cases:section", desk_case, "a"))
    field = question(page, "birth_date").get_by_role("textbox").first
    field.fill("12 3 1990")
    page.keyboard.press("Enter")
    expect(page.locator("#saved-birth_date")).to_contain_text("gespeichert")
    expect(field).to_be_focused()


@pytest.mark.parametrize("width", [1280], indirect=True, ids=["desktop"])
def test_what_is_typed_last_is_saved_before_a_link_is_followed(desk: Desk, desk_case: Case) -> None:
    page = desk.open(page_of("cases:section", desk_case, "a"))
    question(page, "location").get_by_label("in Deutschland").check()
    question(page, "birth_date").get_by_role("textbox").first.fill("12.03.1990")
    to_section(page, "Asyl und Schutz")
    assert answers_of(person_of(desk_case)) == answers(location="in_germany", birth_date="1990-03-12")


def test_an_answer_changed_in_another_window_is_not_overwritten_unasked(desk: Desk, desk_case: Case) -> None:
    page = desk.open(page_of("cases:section", desk_case, "a"))
    save_answers(person_of(desk_case), answers(location="in_germany", federal_state="HB"), desk_case.lead)
    land = question(page, "federal_state")
    land.get_by_role("combobox").first.select_option("BY")
    expect(land).to_contain_text("Inzwischen ist hier etwas anderes gespeichert: „Bremen“")
    desk.accessible("inzwischen")
    land.get_by_role("button", name="Meine Angabe speichern").click()
    expect(land.locator("[aria-invalid]")).to_have_count(0)
    expect(land.get_by_role("combobox").first).to_be_focused()
    assert answers_of(person_of(desk_case)) == answers(location="in_germany", federal_state="BY")
    place = question(page, "location")
    place.get_by_label("im Ausland, im Herkunftsland").check()
    place.get_by_role("button", name="Gespeicherte Antwort behalten").click()
    expect(place.get_by_label("in Deutschland")).to_be_checked()
    expect(place.get_by_label("in Deutschland")).to_be_focused()


def test_without_javascript_both_answers_are_shown_too(plain_desk: Desk, desk_case: Case) -> None:
    page = plain_desk.open(page_of("cases:section", desk_case, "a"))
    save_answers(person_of(desk_case), answers(location="abroad_home_country"), desk_case.lead)
    question(page, "federal_state").get_by_role("combobox").first.select_option("BY")
    question(page, "location").get_by_label("in Deutschland").check()
    page.get_by_role("button", name=re.compile("^Weiter")).click()
    expect(question(page, "location")).to_contain_text("Inzwischen ist hier etwas anderes gespeichert")
    expect(question(page, "location").get_by_label("in Deutschland")).to_be_checked()
    assert answers_of(person_of(desk_case)) == answers(location="abroad_home_country", federal_state="BY")
    page.get_by_role("button", name="Meine Angabe speichern").click()
    expect(page.get_by_role("status").first).to_contain_text("espeichert")
    assert answers_of(person_of(desk_case))["location"].value == "in_germany"
