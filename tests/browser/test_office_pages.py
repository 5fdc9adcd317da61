"""How the pages of an office lead to each other, and how they look to whoever may only read, or not even that."""

from __future__ import annotations

from uuid import UUID

import pytest
from playwright.sync_api import expect

from advisor.accounts.models import Role, RoleGrant, User
from advisor.cases.models import Case
from advisor.guidance.consultations import ask
from tests.browser.conftest import Desk
from tests.browser.full_office import Parts, everything_in
from tests.factories import make_case, make_user, page_of


@pytest.fixture
def parts(person_at_desk: User) -> Parts:
    """What the addresses need; ada has all roles, and something of everything there is."""
    return everything_in(person_at_desk)


def test_from_a_case_to_all_that_belongs_to_it(desk: Desk, parts: Parts) -> None:
    page = desk.open("/faelle/{uuid}/person/{about}/fragebogen/a/".format(**parts))
    tabs = page.get_by_role("navigation", name="Dieser Fall").get_by_role("link")
    assert tabs.all_inner_texts() == [
        "Fragebogen",
        "Ergebnis",
        "Unterlagen & Fristen",
        "Memo",
        "Personen",
        "Vorlegen",
        "Verwalten",
    ]
    tabs.last.click()
    around = page.get_by_role("navigation", name="Diesen Fall verwalten").get_by_role("link")
    expect(around).to_have_text(["Angaben", "Team", "Stand und Löschen", "Auskunft", "Protokoll"])
    for label in ("Team", "Stand und Löschen", "Auskunft"):
        around.filter(has_text=label).click()
        expect(around.filter(has_text=label)).to_have_attribute("aria-current", "page")
    desk.open("/faelle/{uuid}/person/{about}/memo/".format(**parts))
    page.get_by_role("link", name="Aufbewahrte Memos und Freigaben").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aufbewahrte Papiere")


def test_a_case_of_somebody_else(desk: Desk, person_at_desk: User) -> None:
    case = make_case(make_user("karl"), "F-2026/18")
    page = desk.open(page_of("cases:section", case, "a"))
    desk.accessible("outside")
    page.get_by_role("link", name="Mit Begründung öffnen").click()
    desk.accessible("reason")
    page.get_by_role("button", name="Fall öffnen").click()
    expect(page.get_by_text("Bitte einen Grund angeben.").first).to_be_visible()
    desk.accessible("reason-empty")
    page.get_by_label("Warum").focus()
    page.keyboard.type("Vertretung im Urlaub")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Person und Ort")


def test_a_case_that_is_only_read(desk: Desk, person_at_desk: User) -> None:
    RoleGrant.objects.filter(user=person_at_desk).update(role=Role.RELEASER)
    colleague = make_user("karl")
    case = make_case(colleague, "F-2026/19", location="in_germany")
    ask(case, colleague, "Reicht das?")
    page = desk.open(page_of("cases:section", case, "a"))
    expect(page.get_by_text("Sie können diesen Fall lesen, aber nicht ändern.")).to_be_visible()
    expect(page.get_by_role("link", name="Verwalten")).to_have_count(0)
    desk.accessible("read-only")
    assert shown_to_all(case.uuid, desk) == {200}


def shown_to_all(uuid: UUID, desk: Desk) -> set[int]:
    """What the links of a case's head answer."""
    links = desk.page.get_by_role("navigation", name="Dieser Fall").get_by_role("link")
    paths = [link.get_attribute("href") or "" for link in links.all()]
    assert all(str(uuid) in path for path in paths)
    return {desk.page.request.get(desk.server + path).status for path in paths}


def test_a_page_of_another_role(desk: Desk, person_at_desk: User) -> None:
    page = desk.open("/stelle/personen/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Das ist hier nicht erlaubt")
    desk.accessible("403")
    page.get_by_role("link", name="Zur Startseite").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Was heute ansteht")


def test_a_case_kept_from_deletion(desk: Desk, person_at_desk: User, parts: Parts) -> None:
    assert Case.objects.filter(uuid=UUID(str(parts["uuid"]))).exists()
    desk.open(f"/faelle/{parts['uuid']}/loeschen/")
    expect(desk.page.get_by_role("heading", name="Dieser Fall lässt sich noch nicht löschen")).to_be_visible()
    desk.accessible("delete-blocked")
