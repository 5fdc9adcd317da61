"""A family of six in a browser: added, answered for together and apart, seen side by side, each always by name."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from advisor.accounts.models import User
from advisor.cases.answers import answers_of
from advisor.cases.models import Case, Person
from pathways.engine.facts import Gap
from tests.browser.conftest import Desk
from tests.factories import make_case
from tests.families.household import make_family, member, say

NAMES = ("Anna", "Ben", "Cem", "Dana", "Emil", "Fee")


def land_of(case: Case, name: str) -> object:
    """The Land that holds for somebody."""
    found = answers_of(member(case, name)).get("federal_state")
    return found.value if found else None


def section(person: Person) -> str:
    """The first section about somebody."""
    return f"/faelle/{person.case.uuid}/person/{person.uuid}/fragebogen/a/"


def choose_land(page: Page, land: str, *, only: str = "", scripts: bool) -> None:
    """Answer the question for the Land; ``only``: for this person alone."""
    question = page.locator("#q-federal_state")
    if only:
        question.get_by_label(f"nur {only}").check()
    question.locator("select").first.select_option(label=land)
    if scripts:
        expect(page.locator("#saved-federal_state")).to_contain_text("gespeichert")
    else:
        page.get_by_role("button", name=re.compile("^Speichern")).last.click()
        expect(page.get_by_role("status").first).to_contain_text("espeichert")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_family_of_six_from_the_first_person_to_the_matrix(
    request: pytest.FixtureRequest, scripts: bool, person_at_desk: User, width: int
) -> None:
    desk: Desk = request.getfixturevalue("desk" if scripts else "plain_desk")
    case = make_case(person_at_desk, "F-6", location="in_germany", federal_state="NW", last_entry_date="2024-03")
    page = desk.open(f"/faelle/{case.uuid}/personen/")
    desk.accessible("personen-eine")
    page.get_by_role("link", name="Name und Beziehung").click()
    page.get_by_label("Name oder Bezeichnung").fill("Anna")
    page.get_by_role("button", name="Speichern").click()
    for number, name in enumerate(NAMES[1:]):
        page.get_by_role("link", name="Person hinzufügen").click()
        if number == 0:
            page.get_by_role("button", name="Person hinzufügen").click()
            expect(page.locator(".error-summary")).to_contain_text("Bitte eine Bezeichnung angeben")
            desk.accessible("person-neu-fehler")
        page.get_by_label("Name oder Bezeichnung").fill(name)
        page.get_by_label("Für Anna ist diese Person").select_option(label="Kind")
        page.get_by_role("button", name="Person hinzufügen").click()
        expect(page.get_by_role("heading", name=name)).to_be_visible()
    assert [land_of(case, name) for name in NAMES] == ["NW"] * 6
    assert "location" not in answers_of(member(case, "Ben")), "where somebody stays is not presupposed"
    desk.accessible("personen-sechs")

    page.get_by_role("link", name="Fragebogen: Ben").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ben")
    choose_land(page, "Bayern", only="Ben", scripts=scripts)
    assert [land_of(case, name) for name in NAMES] == ["NW", "BY", "NW", "NW", "NW", "NW"]
    desk.accessible("fragebogen-ben")

    page.get_by_role("navigation", name="Personen in diesem Fall").get_by_role("link", name="Cem").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cem")
    expect(page.locator("#q-federal_state")).to_contain_text("Eine eigene Antwort hat: Ben.")
    choose_land(page, "Hessen", scripts=scripts)
    assert [land_of(case, name) for name in NAMES] == ["HE", "BY", "HE", "HE", "HE", "HE"]
    expect(page.get_by_role("button", name=re.compile("^Weiter für Cem"))).to_be_visible()
    assert "Cem" not in page.title()

    page.get_by_role("link", name="Personen", exact=True).click()
    table = page.get_by_role("table") if width > 640 else page.locator(".family-matrix")
    expect(table.locator("tbody tr")).to_have_count(8)
    expect(table.locator("tbody td")).to_have_count(48)
    page.get_by_role("link", name="§ 22 S. 1, Anna: scheidet derzeit aus").click()
    expect(page.get_by_role("navigation", name="Personen in diesem Fall").locator("[aria-current]")).to_have_text(
        "Anna"
    )

    page.get_by_role("link", name="Personen", exact=True).click()
    page.get_by_role("link", name="Entfernen: Fee").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Fee aus dem Fall entfernen")
    desk.accessible("person-entfernen")
    page.get_by_role("button", name="Fee entfernen").click()
    expect(page.get_by_role("heading", name="Fee")).to_have_count(0)
    assert case.persons.count() == 5


def test_two_windows_on_two_persons_keep_apart(desk: Desk, person_at_desk: User) -> None:
    case = make_family(person_at_desk, "F-2", "Anna", "Ben")
    anna, ben = member(case, "Anna"), member(case, "Ben")
    first = desk.open(section(anna))
    second = first.context.new_page()
    second.goto(desk.server + section(ben))
    choose_land(first, "Bayern", only="Anna", scripts=True)
    choose_land(second, "Hessen", only="Ben", scripts=True)
    first.get_by_label("im Ausland, im Herkunftsland").check()
    expect(first.locator("#saved-location")).to_contain_text("gespeichert")
    second.get_by_label("in Deutschland", exact=True).check()
    expect(second.locator("#saved-location")).to_contain_text("gespeichert")
    assert (land_of(case, "Anna"), land_of(case, "Ben")) == ("BY", "HE")
    assert answers_of(anna)["location"].value == "abroad_home_country"
    assert answers_of(ben)["location"].value == "in_germany"
    second.close()


def test_the_focus_stays_on_for_whom_an_answer_holds(desk: Desk, person_at_desk: User) -> None:
    case = make_family(
        person_at_desk, "F-3", "Anna", "Ben", federal_state="NW", location="in_germany", last_entry_date="unknown"
    )
    page = desk.open(section(member(case, "Anna")))
    page.locator("#for-federal_state-own").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q-federal_state")).to_contain_text("ändert sich für alle")
    assert page.evaluate("document.activeElement.id") == "for-federal_state-all"
    assert land_of(case, "Ben") == "NW"
    page.locator("#for-last_entry_date-all").check()
    expect(page.locator("#q-last_entry_date")).to_contain_text("ändert sich für alle")
    assert answers_of(member(case, "Ben"))["last_entry_date"].value is Gap.NOT_KNOWN, "only for whom has changed"


def test_notes_and_the_result_of_one_of_a_family(desk: Desk, person_at_desk: User) -> None:
    case = make_family(person_at_desk, "F-4", "Anna", "Ben", location="in_germany", asylum_history="recognised_refugee")
    say(member(case, "Ben"), birth_date="2015-05-05", location="abroad_home_country")
    page = desk.open(f"/faelle/{case.uuid}/ergebnis/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Personen in diesem Fall")
    for details in page.locator("details").all():
        details.evaluate("element => element.open = true")
    desk.accessible("personen-hinweise")
    page.get_by_role("link", name="Ergebnis: Ben").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ben")
    expect(page.locator(".family-notes").first).to_contain_text("mit Flüchtlingsschutz oder Asyl")
    desk.accessible("ergebnis-ben")
