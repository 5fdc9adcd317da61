"""The log in a real browser: legible, searchable with and without scripts, on a desk and on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from advisor.accounts.models import Role, User
from advisor.logbook import lines
from advisor.logbook.models import Action
from advisor.logbook.record import record
from tests.browser.conftest import Desk
from tests.factories import make_case, make_user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def person_at_desk(transactional_db: None) -> User:
    """Somebody who advises and runs the office, where a few things have happened."""
    user = make_user("ada", "Beratung Nord", Role.COUNSELLOR, Role.OFFICE_ADMIN)
    case = make_case(user, "F-2026/17-Nord")
    for action in (Action.CASE_VIEWED, Action.ANSWERED, Action.OPENED_FROM_OUTSIDE, Action.MEMO_RELEASED):
        record(action, by=user, office_id=user.office_id, case=case.uuid, subject="cases:section")
    return user


def test_the_log_is_read_and_searched(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "PAGE_SIZE", 5)
    read_and_search(desk)


def test_the_log_needs_no_scripts(plain_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "PAGE_SIZE", 5)
    read_and_search(plain_desk)


def read_and_search(desk: Desk) -> None:
    """Search, turn the page, go to the log of a case."""
    page = desk.open("/protokoll/")
    expect(page.get_by_role("rowheader").nth(1)).to_have_text("Memo freigegeben")
    page.get_by_label("Vorgang").select_option("Antworten gespeichert")
    page.get_by_role("button", name="Zeigen").click()
    expect(page.get_by_role("rowheader")).to_have_text(["Antworten gespeichert"])
    page.get_by_role("link", name="Alles zeigen").click()
    page.get_by_role("link", name="Ältere").click()
    expect(page.get_by_role("link", name="Neueste")).to_be_visible()
    desk.open("/protokoll/?vorgang=answered")  # looking at the log writes into it as well
    page.get_by_role("link", name="F-2026/17-Nord").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Protokoll: F-2026/17-Nord")


def test_the_log_is_accessible(desk: Desk) -> None:
    desk.open("/protokoll/")
    desk.accessible("log")
    desk.page.get_by_role("link", name="F-2026/17-Nord").first.click()
    desk.accessible("log-case")
    desk.open("/protokoll/?von=2026-02-02&bis=2026-02-01")
    desk.accessible("log-refused")


def test_the_table_is_downloaded(desk: Desk) -> None:
    page = desk.open("/protokoll/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Als Tabelle herunterladen").click()
    assert download.value.suggested_filename.startswith("protokoll-2")
