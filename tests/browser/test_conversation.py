"""The conversation in a browser: what changes is said, the focus stays, questions follow each other by keyboard."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from advisor.cases.answers import answers_of
from advisor.cases.models import Case
from advisor.cases.sections import ALL_SECTIONS
from tests.browser.conftest import Desk
from tests.factories import page_of, person_of

TOLD = "§ 22 S. 1 scheidet jetzt aus, weil nicht erfüllt ist: „Die Person befindet sich bei der Erstentscheidung"


def focused(page: Page) -> str:
    """The name of the field that has the focus, or the id of what else has it."""
    return str(page.evaluate("document.activeElement.name || document.activeElement.id"))


def test_an_answer_says_what_it_changes_and_leaves_the_focus_where_it_is(desk: Desk, desk_case: Case) -> None:
    page = desk.open(page_of("cases:section", desk_case, "a"))
    page.get_by_label("in Deutschland", exact=True).focus()
    page.keyboard.press("Space")
    expect(page.locator("#saved-location")).to_contain_text("gespeichert")
    expect(page.locator("#announcement")).to_contain_text(TOLD)
    expect(page.locator("#changes")).to_contain_text(TOLD)
    assert page.locator("#announcement").get_attribute("aria-live") == "polite"
    assert page.locator("[aria-live] #changes, #changes[aria-live]").count() == 0, "said once"
    assert page.evaluate("document.activeElement.id") == "f-location-in_germany"
    desk.accessible("conversation-changed")


def test_one_question_follows_the_other_by_keyboard(desk: Desk, desk_case: Case) -> None:
    page = desk.open(page_of("cases:next", desk_case))
    desk.accessible("next-question")
    page.locator("#f-location-in_germany").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("#q-location")).to_have_count(0)
    expect(page.locator("#announcement")).to_contain_text(TOLD)
    second = page.locator(".question [name=shown]").get_attribute("value")
    assert focused(page) == second, "the focus is in the next question"
    assert answers_of(person_of(desk_case))["location"].value == "in_germany"
    page.get_by_role("button", name="Später").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#q-{second}")).to_have_count(0)
    expect(page.get_by_text("1 zurückgestellt")).to_be_visible()
    assert page.url.endswith("/naechste/")
    assert second not in answers_of(person_of(desk_case))
    desk.accessible("next-question-later")


def test_what_cannot_be_read_comes_back_with_the_focus_on_the_fault(desk: Desk, desk_case: Case) -> None:
    page = desk.open(page_of("cases:one_by_one", desk_case, "a"))
    while (shown := page.locator(".question [name=shown]").get_attribute("value")) != "birth_date":
        page.get_by_role("button", name="Später").click()
        expect(page.locator(f"#q-{shown}")).to_have_count(0)
    field = page.locator("#f-birth_date")
    field.fill("gestern")
    field.press("Enter")
    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.locator("#f-birth_date")).to_have_value("gestern")
    desk.accessible("next-question-fault")


def test_the_whole_way_to_the_end_without_scripts(plain_desk: Desk, desk_case: Case) -> None:
    page = plain_desk.open(page_of("cases:next", desk_case))
    page.locator("#f-location-in_germany").check()
    page.get_by_role("button", name="Speichern und weiter").last.click()
    expect(page.locator("#changes")).to_contain_text(TOLD)
    for _ in range(60):
        if page.get_by_role("heading", name="Alles gefragt").count():
            break
        shown = page.locator(".question [name=shown]").get_attribute("value")
        not_known = page.locator(f"#f-{shown}-unknown")
        if not_known.count():
            not_known.check()
        else:
            page.locator(".question select").first.select_option("unknown")
        page.get_by_role("button", name="Speichern und weiter").last.click()
        page.wait_for_load_state()
        expect(page.locator(f"#q-{shown}")).to_have_count(0)
    expect(page.get_by_role("heading", name="Alles gefragt")).to_be_visible()
    plain_desk.accessible("next-question-end")
    page.get_by_role("link", name="Zum Ergebnis").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ergebnis")


def test_all_questions_come_while_one_reads_and_are_found_by_number(desk: Desk, desk_case: Case) -> None:
    page = desk.open(page_of("cases:all", desk_case))
    assert page.locator("#q-exploitation_form").count() == 0
    for _ in range(5 * len(ALL_SECTIONS)):
        # What has come above it has moved it down; while it comes itself, it is not there for a moment.
        page.evaluate("document.getElementById('i')?.scrollIntoView()")
        if page.locator("#q-exploitation_form").count():
            break
        page.wait_for_timeout(200)
    expect(page.locator("#q-exploitation_form")).to_be_attached()
    page.get_by_label("Nummer der Frage").fill("a1")
    page.keyboard.press("Enter")
    assert focused(page) == "location"
    page.keyboard.press("Space")
    expect(page.locator("#saved-location")).to_contain_text("gespeichert")
    assert focused(page) == "location"
    desk.accessible("all-questions")


def test_all_questions_are_a_link_away_without_scripts(plain_desk: Desk, desk_case: Case) -> None:
    page = plain_desk.open(page_of("cases:all", desk_case))
    page.get_by_label("Nummer der Frage").fill("A 4")
    page.get_by_role("button", name="Zur Frage").click()
    expect(page.locator("#q-birth_date")).to_be_in_viewport()
    page.go_back()
    plain_desk.accessible("all-questions-plain")
    page.locator("#i").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Menschenhandel")
