"""Nothing typed is lost: without a network, with a server that cannot write, and after the session has ended."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import OperationalError
from playwright.sync_api import Page, expect

from advisor.cases import keeping
from advisor.cases.answers import answers_of
from advisor.cases.models import Case
from tests.browser.conftest import Desk, log_in
from tests.factories import answers, page_of, person_of

SAVED = re.compile("[Gg]espeichert")


@pytest.fixture
def width() -> int:
    """One window is enough where nothing depends on its width."""
    return 1280


def question(page: Page, fact_id: str) -> Any:
    """The part of the page that holds a question."""
    return page.locator(f"#q-{fact_id}")


def kept(case: Case) -> dict[str, Any]:
    """The answers of a case."""
    return answers_of(person_of(case))


@pytest.fixture
def count_saves(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for every time answers are saved."""
    saves: list[int] = []
    real = keeping.save_answers

    def counted(*args: Any, **kwargs: Any) -> Any:
        found = real(*args, **kwargs)
        saves.append(1)
        return found

    monkeypatch.setattr(keeping, "save_answers", counted)
    return saves


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Lets saving fail the next so many times, as where the database is locked."""
    real = keeping.save_answers
    left = [0]

    def sometimes(*args: Any, **kwargs: Any) -> Any:
        if left[0]:
            left[0] -= 1
            raise OperationalError("database is locked")
        return real(*args, **kwargs)

    monkeypatch.setattr(keeping, "save_answers", sometimes)
    monkeypatch.setattr("advisor.web.outage.RETRY_AFTER", 1)

    def fail(times: int) -> None:
        left[0] = times

    return fail


def end_sessions() -> None:
    """What a logout, an end by the office or the idle time does."""
    Session.objects.all().delete()


def test_without_a_network_the_answer_stays_and_is_saved_once_when_it_is_back(
    desk: Desk, desk_case: Case, count_saves: list[int]
) -> None:
    page = desk.open(page_of("cases:section", desk_case, "a"))
    page.context.set_offline(True)
    question(page, "location").get_by_label("in Deutschland").check()
    expect(page.get_by_role("alert")).to_contain_text("keine Verbindung")
    expect(page.locator("#saved-location")).to_be_empty()
    desk.accessible("ohne-netz")
    page.context.set_offline(False)
    expect(page.locator("#saved-location")).to_contain_text(SAVED)
    expect(page.get_by_role("alert")).to_be_hidden()
    assert kept(desk_case) == answers(location="in_germany")
    assert len(count_saves) == 1


def test_a_connection_that_fails_without_the_browser_knowing_is_tried_again(desk: Desk, desk_case: Case) -> None:
    page = desk.open(page_of("cases:section", desk_case, "a"))
    page.route("**/fragebogen/a/**", lambda route: route.abort("connectionreset"), times=2)
    question(page, "federal_state").get_by_role("combobox").first.select_option("HB")
    expect(page.get_by_role("alert")).to_contain_text("Noch nicht gespeichert")
    expect(page.locator("#saved-federal_state")).to_contain_text(SAVED, timeout=10_000)
    assert kept(desk_case) == answers(federal_state="HB")


def test_the_last_of_several_answers_given_without_a_network_counts(desk: Desk, desk_case: Case) -> None:
    page = desk.open(page_of("cases:section", desk_case, "a"))
    page.context.set_offline(True)
    land = question(page, "federal_state").get_by_role("combobox").first
    land.select_option("HB")
    expect(page.get_by_role("alert")).to_be_visible()
    land.select_option("BY")
    page.context.set_offline(False)
    expect(page.locator("#saved-federal_state")).to_contain_text(SAVED)
    assert kept(desk_case) == answers(federal_state="BY")


def test_without_a_network_the_page_is_not_left_without_a_warning(desk: Desk, desk_case: Case) -> None:
    page = desk.open(page_of("cases:section", desk_case, "a"))
    warnings: list[str] = []
    page.on("dialog", lambda dialog: (warnings.append(dialog.type), dialog.dismiss()))
    page.context.set_offline(True)
    question(page, "location").get_by_label("in Deutschland").check()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Weiter")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Person und Ort")
    page.close(run_before_unload=True)
    page.wait_for_timeout(300)
    assert warnings == ["beforeunload"]


def test_without_a_network_a_form_stays_where_it_is(desk: Desk) -> None:
    page = desk.open("/faelle/neu/")
    field = page.get_by_label("Aktenzeichen Ihrer Stelle")
    field.fill("F-78")
    page.context.set_offline(True)
    page.get_by_role("button", name="Fall anlegen").click()
    expect(page.get_by_role("alert")).to_contain_text("senden Sie noch einmal")
    expect(field).to_have_value("F-78")
    page.context.set_offline(False)
    page.get_by_role("button", name="Fall anlegen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Person und Ort")


def test_what_is_typed_and_not_yet_sent_is_warned_of_too(desk: Desk, desk_case: Case) -> None:
    page = desk.open(page_of("cases:section", desk_case, "a"))
    warnings: list[str] = []
    page.on("dialog", lambda dialog: (warnings.append(dialog.type), dialog.dismiss()))
    question(page, "location").get_by_text("Nachweis und Notiz").click()
    question(page, "location").get_by_label("Notiz").press_sequentially("halb")
    page.close(run_before_unload=True)
    page.wait_for_timeout(300)
    assert warnings == ["beforeunload"]


def test_saved_is_said_of_what_is_saved_only(desk: Desk, desk_case: Case) -> None:
    page = desk.open(page_of("cases:section", desk_case, "a"))
    field = question(page, "birth_date").get_by_role("textbox").first
    field.fill("1990")
    page.keyboard.press("Tab")
    expect(page.locator("#saved-birth_date")).to_contain_text(SAVED)
    field.press_sequentially("x")
    expect(page.locator("#saved-birth_date")).to_be_empty()


def test_a_server_that_cannot_write_once_is_asked_again(
    desk: Desk, desk_case: Case, busy: Callable[[int], None]
) -> None:
    page = desk.open(page_of("cases:section", desk_case, "a"))
    busy(1)
    question(page, "location").get_by_label("in Deutschland").check()
    expect(page.get_by_role("alert")).to_contain_text("Wegweiser kann gerade nicht speichern")
    expect(page.locator("#saved-location")).to_contain_text(SAVED, timeout=10_000)
    expect(page.get_by_role("alert")).to_be_hidden()
    assert kept(desk_case) == answers(location="in_germany")


def test_a_whole_section_that_could_not_be_saved_comes_back_and_is_sent_once_more(
    plain_desk: Desk, desk_case: Case, busy: Callable[[int], None]
) -> None:
    page = plain_desk.open(page_of("cases:section", desk_case, "a"))
    busy(1)
    question(page, "location").get_by_label("in Deutschland").check()
    page.get_by_role("button", name=re.compile("^Weiter")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wegweiser kann gerade nicht speichern")
    expect(page.get_by_role("definition")).to_contain_text(["in Deutschland"])
    page.get_by_role("button", name="Noch einmal senden").click()
    expect(page.get_by_role("status").first).to_contain_text(SAVED)
    assert kept(desk_case) == answers(location="in_germany")


def test_after_a_new_login_in_a_second_window_the_answer_is_saved(desk: Desk, desk_case: Case) -> None:
    page = desk.open(page_of("cases:section", desk_case, "a"))
    end_sessions()
    question(page, "location").get_by_label("in Deutschland").check()
    expect(page.get_by_role("alert")).to_contain_text("Sie sind abgemeldet")
    desk.accessible("abgemeldet")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="In einem neuen Fenster anmelden").click()
    second = opened.value
    log_in(second, desk.server)
    page.bring_to_front()
    page.get_by_role("button", name="Jetzt noch einmal senden").click()
    expect(page.locator("#saved-location")).to_contain_text(SAVED)
    expect(page.get_by_role("alert")).to_be_hidden()
    question(page, "federal_state").get_by_role("combobox").first.select_option("HB")
    expect(page.locator("#saved-federal_state")).to_contain_text(SAVED)
    assert kept(desk_case) == answers(location="in_germany", federal_state="HB")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_form_sent_after_the_session_has_ended_comes_back_and_goes_through(
    request: pytest.FixtureRequest, desk_case: Case, scripts: bool
) -> None:
    desk: Desk = request.getfixturevalue("desk" if scripts else "plain_desk")
    page = desk.open("/faelle/neu/")
    end_sessions()
    page.get_by_label("Aktenzeichen Ihrer Stelle").fill("F-77")
    page.get_by_role("button", name="Fall anlegen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sie sind abgemeldet")
    expect(page.get_by_role("definition")).to_have_text(["F-77"])
    if scripts:
        desk.accessible("401")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="In einem neuen Fenster anmelden").click()
    log_in(opened.value, desk.server)
    page.bring_to_front()
    page.get_by_role("button", name="Noch einmal senden").click()
    if not scripts:  # the login has changed the seal of the form, and only a script can fetch the new one
        expect(page.get_by_role("heading", level=1)).to_have_text("Bitte senden Sie noch einmal")
        page.get_by_role("button", name="Noch einmal senden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Person und Ort")
    assert Case.objects.filter(reference="F-77").count() == 1


def test_after_the_logout_the_way_back_shows_nothing(desk: Desk, desk_case: Case) -> None:
    desk.open(page_of("cases:section", desk_case, "a"))
    page = desk.open("/faelle/")
    expect(page.get_by_role("main")).to_contain_text("F-1")
    page.get_by_role("button", name="Abmelden").click()
    expect(page.get_by_role("button", name="Anmelden")).to_be_visible()
    for _ in range(2):
        page.go_back()
        expect(page.get_by_role("button", name="Anmelden")).to_be_visible()
        expect(page.locator("body")).not_to_contain_text("F-1")
