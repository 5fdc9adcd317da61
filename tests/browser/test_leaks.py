"""A day at the desk with marked words: none of them in an address, a title, a file name or a log."""

from __future__ import annotations

import logging
import re

import pytest
from playwright.sync_api import Request, expect

from advisor.web.log_format import ValueFreeFormatter
from tests.browser.conftest import Desk

KEY, NOTE, SEARCH, DAY = MARKS = ("MARKEEINS7f3a", "MARKEZWEI7f3a", "MARKEDREI7f3a", "MARKEVIER7f3a")


@pytest.fixture
def width() -> int:
    """One window is enough where nothing depends on its width."""
    return 1280


def test_what_is_typed_is_seen_on_the_page_only(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    page, seen = desk.page, []
    page.context.on("request", lambda request: seen.append(_outside(request)))
    page.on("load", lambda _: seen.append(page.title()))
    with caplog.at_level(logging.DEBUG):
        page.get_by_role("link", name="Neuer Fall").first.click()
        page.get_by_label("Aktenzeichen Ihrer Stelle").fill(KEY)
        page.get_by_role("button", name="Fall anlegen").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Person und Ort")
        place = page.locator("#q-location")
        place.get_by_text("Nachweis und Notiz").click()
        place.get_by_label("Notiz").fill(NOTE)
        place.get_by_label("in Deutschland").check()
        expect(page.locator("#saved-location")).to_contain_text("gespeichert")
        page.locator("#q-birth_date").get_by_role("textbox").first.fill(DAY)
        page.keyboard.press("Tab")
        expect(page.locator("#q-birth_date")).to_contain_text("Diesen Tag gibt es nicht")
        page.locator("#q-birth_date").get_by_role("textbox").first.fill("")
        page.keyboard.press("Tab")
        case = re.search(r"/faelle/[0-9a-f-]{36}/", page.url)
        assert case
        for part in ("fragebogen/a/", "ergebnis/", "memo/", "angaben/"):
            desk.open(case[0] + part)
            seen += [page.title(), page.url]
        with page.expect_download() as download:
            page.get_by_role("link", name="Falldatei herunterladen").click()
        seen += [download.value.suggested_filename, download.value.url]
        desk.open("/faelle/")
        page.get_by_label("Aktenzeichen").fill(SEARCH)
        page.get_by_role("button", name="Suchen").click()
        expect(page.get_by_role("main")).to_contain_text(SEARCH)
        seen += [page.title(), page.url]
        cookies = str(page.context.cookies())
        stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    formatter = ValueFreeFormatter()
    log = "\n".join(map(formatter.format, caplog.records))
    assert seen
    for mark in MARKS:
        assert not [text for text in seen if mark in text]
        assert mark not in log + cookies + stored


def _outside(request: Request) -> str:
    return "\n".join([request.url, *request.headers.values()])
