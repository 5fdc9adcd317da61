"""Five decided cases from the login to the result with the keyboard alone, with JavaScript and without."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from advisor.cases.answers import answers_of
from advisor.cases.models import Case
from advisor.cases.sections import ALL_SECTIONS, Section
from advisor.cases.services import assessment_of
from advisor.cases.typed import Typed
from pathways.engine.facts import Day, Fact, OneOf, SomeOf
from pathways.law import LAW
from tests.browser.conftest import Windows
from tests.browser.keyboard import Keyboard, Stop
from tests.factories import PASSWORD, make_user, person_of
from tests.law.vignettes import Vignette, vignettes

# From abroad, a pupil, a family over years, a victim of trafficking, and one whose protection was refused.
SHORTER = ("decided/rc34", "decided/rc44")
PLAYED = ("decided/rc01", "decided/rc34", "decided/rc44", "decided/rc45", "decided/rc60")


def played() -> Iterator[Any]:
    """All with JavaScript; without it the two shorter ones, the others on demand."""
    for name in PLAYED:
        yield pytest.param(name, True, id=f"{name}-live")
        yield pytest.param(name, False, id=f"{name}-plain", marks=() if name in SHORTER else pytest.mark.long)


@pytest.mark.parametrize(("name", "scripts"), played())
def test_a_decided_case_from_login_to_result_by_keyboard(
    transactional_db: None, live_server: object, windows: Windows, name: str, scripts: bool
) -> None:
    vignette = next(vignette for vignette in vignettes() if vignette.name == name)
    make_user("ada")
    page = windows(viewport={"width": 1280, "height": 900}, java_script_enabled=scripts).new_page()
    keys = Keyboard(page)
    log_in(page, keys, live_server.url)  # type: ignore[attr-defined]
    case = new_case(keys, vignette)
    for section in ALL_SECTIONS:
        if asked := {fact.id: fact for fact in section.facts if fact.id in vignette.answers}:
            fill_in(keys, section, asked, vignette, scripts=scripts)
    keys.follow("Ergebnis", within="/ergebnis/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ergebnis")
    assert not keys.unseen, f"the focus went where nobody sees it: {keys.unseen}"
    comes_out_as_decided(case, vignette, page)


def log_in(page: Page, keys: Keyboard, server: str) -> None:
    """Come in at the front door."""
    page.goto(server)
    keys.fill("login", "ada")
    keys.fill("password", PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def new_case(keys: Keyboard, vignette: Vignette) -> Case:
    """A case on the day of the decision."""
    keys.follow("Neuer Fall")
    keys.fill("reference", vignette.name)
    keys.fill("as_of", f"{vignette.as_of:%d.%m.%Y}")
    keys.follow("Fall anlegen")
    return Case.objects.get(reference=vignette.name)


def fill_in(keys: Keyboard, section: Section, asked: dict[str, Fact], vignette: Vignette, *, scripts: bool) -> None:
    """Answer the questions of a section; answers bring up new ones, so perhaps in several rounds."""
    todo = dict(asked)
    while todo:
        keys.follow(section.title, within=f"/fragebogen/{section.slug}/")
        before = len(todo)
        while True:
            at = keys.next()
            if (at.question in todo and at.name == at.question) or at.name == f"{at.question}.gap":
                if at.question in todo:
                    answer(keys, at, todo.pop(at.question), vignette)
                    if scripts:
                        expect(keys.page.locator(f"#saved-{at.question}")).to_contain_text("gespeichert")
            elif at.name == "go" and at.value == "stay" and at.seen:
                break
        if not scripts:
            with keys.page.expect_navigation():
                keys.page.keyboard.press("Enter")
        assert len(todo) < before, f"never asked: {sorted(todo)}"


def answer(keys: Keyboard, at: Stop, fact: Fact, vignette: Vignette) -> None:
    """Answer the question whose first field has the focus."""
    typed = Typed.from_answer(fact, vignette.answers[fact.id])
    match fact:
        case Day() if typed.text:
            keys.page.keyboard.type(typed.text)
            keys.page.keyboard.press("Tab")
        case OneOf() | SomeOf() if at.tag == "select":
            for place, value in enumerate(typed.values):
                if place:
                    keys.reach(lambda stop: stop.tag == "select" and stop.question == fact.id)
                keys.pick(fact.by_id[value].label, value)
        case SomeOf():
            for value in sorted(typed.values, key=at.values.index):
                stop = at if at.value == value else keys.reach(lambda s, v=value: s.name == fact.id and s.value == v)
                assert not stop.checked
                keys.page.keyboard.press("Space")
        case _:
            keys.choose(at, typed.values[0])


def comes_out_as_decided(case: Case, vignette: Vignette, page: Page) -> None:
    """The answers are those of the decision, and the page says what the engine says and the decision expects."""
    person = person_of(case)
    assert answers_of(person) == vignette.answers
    verdicts = {result.pathway.id: result.verdict.value for result in assessment_of(person).pathways}
    for expected in vignette.expected:
        assert verdicts[expected.pathway] in expected.verdicts
    expect(page.locator(".result-pathway")).to_have_count(len(LAW.pathways))
    for pathway_id, verdict in verdicts.items():
        entry = page.locator(f".result-pathway#{pathway_id}")
        assert entry.get_attribute("data-tone") == verdict
