"""Every page without a violation that axe finds, in light and dark, and no wider than the window."""

from __future__ import annotations

from datetime import date

import pytest

from advisor.accounts.models import User
from advisor.cases.models import Case
from advisor.cases.sections import ALL_SECTIONS
from advisor.cases.services import create_case
from advisor.demo.demo_cases import demo_cases
from tests.browser.conftest import Desk


@pytest.fixture
def full_case(person_at_desk: User) -> Case:
    """A case with answers, deadlines, judgements and points for and against."""
    case = next(case for case in demo_cases(date.today()) if case.reference.startswith("D-02"))
    return create_case(person_at_desk, case.reference, answers=case.answers())


def test_pages_around_cases(desk: Desk, full_case: Case) -> None:
    for name, path in {
        "liste": "/faelle/",
        "leer": "/faelle/?suche=nichts",
        "neu": "/faelle/neu/",
        "einlesen": "/faelle/einlesen/",
        "angaben": f"/faelle/{full_case.uuid}/angaben/",
    }.items():
        desk.open(path)
        desk.accessible(name)
    desk.open("/faelle/neu/")
    desk.page.get_by_role("button", name="Fall anlegen").click()
    assert desk.page.evaluate("document.activeElement.className").startswith("alert"), "the summary has the focus"


def test_the_login_page(desk: Desk) -> None:
    desk.page.context.clear_cookies()
    desk.open("/anmelden/")
    desk.accessible("anmelden")


def test_the_pages_open_to_all(desk: Desk) -> None:
    desk.page.context.clear_cookies()
    for name in ("impressum", "datenschutz", "barrierefreiheit"):
        desk.open(f"/{name}/")
        desk.accessible(name)


def test_every_section_of_the_questionnaire(desk: Desk, full_case: Case) -> None:
    for section in ALL_SECTIONS:
        desk.open(f"/faelle/{full_case.uuid}/fragebogen/{section.slug}/")
        unfold(desk)
        desk.accessible(f"fragebogen-{section.slug}")


@pytest.mark.parametrize("width", [1280], indirect=True, ids=["desktop"])
def test_in_the_dark(desk: Desk, full_case: Case) -> None:
    desk.page.emulate_media(color_scheme="dark")
    for path in ("fragebogen/a/", "fragebogen/e/", "ergebnis/", "memo/", "angaben/"):
        desk.open(f"/faelle/{full_case.uuid}/{path}")
        unfold(desk)
        desk.accessible(f"dunkel-{path.replace('/', '-')}")


@pytest.mark.parametrize(
    "path", ["ergebnis/", "ergebnis/p25_4_1/", "ergebnis/p23a/", "memo/", "memo/?laenge=ausfuehrlich&weg=p23a"]
)
def test_result_and_memo(desk: Desk, full_case: Case, path: str) -> None:
    desk.open(f"/faelle/{full_case.uuid}/{path}")
    unfold(desk)
    desk.accessible("".join(sign if sign.isalnum() else "-" for sign in path))


def unfold(desk: Desk) -> None:
    """Open every fold, so that its content is looked at too."""
    desk.page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")


def test_an_address_that_is_none(desk: Desk) -> None:
    desk.open("/faelle/nichts/")
    desk.accessible("404")
