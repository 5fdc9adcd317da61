"""An office at work in which every text is marked: no mark in an address, a title, a file name, a head or the log."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page, Request, Response

from advisor.web.log_format import ValueFreeFormatter
from tests.browser.conftest import Windows
from tests.factories import page_of
from tests.matrix.expected import EXPECTED, LETTERS
from tests.matrix.test_matrix import address
from tests.matrix.world import Desk, log_everybody_in, make_desk

MARK = "MARKE7f3a"
# Nothing of the office stands there, or it is a file.
NOT_WALKED = (
    *("web:", "account", "mfa", "cases:export", "memo:download", "memo:print", "memo:report_pdf"),
    *("blank:pdf", "followup:case_calendar", "followup:feed", "batch:download"),
)


@pytest.fixture
def office(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """An office in which everything that was typed holds the mark."""
    monkeypatch.setattr("advisor.memo.render.write_pdf", lambda *_: b"%PDF-")
    desk = make_desk("Beratung Nord", lambda name: f"{MARK} {name}")
    log_everybody_in(desk)
    return desk


def test_no_mark_leaves_the_page(
    office: Desk, live_server: Any, windows: Windows, caplog: pytest.LogCaptureFixture
) -> None:
    seen: list[str] = []
    on_pages = 0
    with caplog.at_level(logging.DEBUG):
        for letter in "TOQAV":
            page = _window(office, letter, live_server.url, windows, seen)
            for where in _walk(office, letter):
                page.goto(live_server.url + where)
                seen.append(page.title())
                on_pages += MARK in page.content()
            _work(office, letter, page, live_server.url)
            seen.append(str(page.context.cookies()))
            seen.append(page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])"))
    log = "\n".join(map(ValueFreeFormatter().format, caplog.records))
    assert on_pages > 40
    assert len(log.splitlines()) > 20
    assert MARK not in log
    assert not [text for text in seen if MARK in text]


def _window(office: Desk, letter: str, server: str, windows: Windows, seen: list[str]) -> Page:
    context = windows(viewport={"width": 1280, "height": 800})
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": office.sessions[letter], "url": server}])
    context.on("request", lambda request: seen.append(_asked(request)))
    context.on("response", lambda response: seen.append(_answered(response)))
    return context.new_page()


def _asked(request: Request) -> str:
    return "\n".join([request.url, *request.headers.values()])


def _answered(response: Response) -> str:
    return "\n".join(response.headers.values())


def _walk(office: Desk, letter: str) -> list[str]:
    """The pages this person reaches."""
    return [
        address(name, "own", office, office)
        for name, row in EXPECTED.items()
        if not name.startswith(NOT_WALKED) and not name.endswith(("_pdf", "_csv", ":table"))
        if row.of("GET", "own")[LETTERS.index(letter)] in "+r"
    ]


def _work(office: Desk, letter: str, page: Page, server: str) -> None:
    """What this person types and has done, wrong at first where the form can be wrong."""
    case = office.folders["open"].case
    if letter == "O":
        page.goto(server + reverse("cases:reason", args=(case.uuid,)))
        _fill(page, "reason", ("kurz", f"Vertretung von {MARK} im Urlaub"), "Fall öffnen")
    elif letter == "T":
        page.goto(server + reverse("cases:edit", args=(case.uuid,)))
        _fill(page, "as_of", (MARK,), "Speichern")
        page.goto(server + reverse("guidance:consult", args=(case.uuid,)))
        _fill(page, "question", ("", f"Frage zu {MARK}"), "Fall vorlegen")
        _download(page, server + page_of("cases:export", case))
    elif letter == "Q":
        page.goto(server + reverse("guidance:reply", args=(office.folders["open"].asked.uuid,)))
        _fill(page, "answer", (f"Antwort zu {MARK}",), "Antwort in den Fall geben")
    elif letter == "A":
        page.goto(server + reverse("people:invite"))
        page.get_by_label("Ehrenamt").check()
        _fill(page, "note", ("", MARK), None)
        for name in ("logbook:table", "guidance:report_csv"):
            _download(page, server + address(name, "own", office, office))


def _fill(page: Page, field: str, texts: tuple[str, ...], button: str | None) -> None:
    for text in texts:
        page.locator(f"[name={field}]").fill(text)
        wanted = page.get_by_role("main")
        (wanted.get_by_role("button", name=button) if button else wanted.locator("[type=submit]")).first.click()
        page.wait_for_load_state()


def _download(page: Page, where: str) -> None:
    with page.expect_download() as download:
        page.evaluate("where => { location.href = where }", where)
    assert MARK not in download.value.suggested_filename
