"""A database that cannot write: whoever answers is told so, nothing is acknowledged, and what was stays there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.faults.browser import Browser, Page
from tests.faults.conftest import House
from tests.faults.counsellor import SECTION, filled, says_saved
from tests.faults.running import Server

FACT = "passport_state"
LONG = "ä" * 3500
BEFORE, MEANWHILE, AFTER = ["valid", "", "vorher"], ["expired", "", "währenddessen"], ["none", "", "nachher"]


class Desk:
    """Somebody with one case, at one question."""

    def __init__(self, house: House, name: str) -> None:
        found = house.inside.ask("fill", name, 1)
        self.case = found["cases"][0]
        self._cookies = found["cookies"][0]
        self._page = f"/faelle/{self.case}/fragebogen/{SECTION}/"
        self._browser = Browser(0, {})

    def sit_down(self, server: Server) -> None:
        """Open the section."""
        self._browser = Browser(server.port, dict(self._cookies))
        assert self._browser.open(self._page).status == 200

    def answer(self, content: list[str]) -> Page:
        """Send the answer as htmx does."""
        return self._browser.send_answer(f"{self._page}{FACT}/", FACT, filled({FACT: content}))


def refused(page: Page) -> bool:
    """Whether the page says in words that nothing was saved for now."""
    return page.status == 503 and "kann gerade nicht speichern" in page.text and not says_saved(page, FACT)


def test_a_locked_database_is_said_and_acknowledges_nothing(house: House) -> None:
    desk = Desk(house, "locked")
    with Server({**house.env, "FAULTS_LOCK_WAIT": "1"}) as server:
        desk.sit_down(server)
        assert says_saved(desk.answer(BEFORE), FACT)
        with locked(house):
            assert refused(desk.answer(MEANWHILE))
            assert house.read(desk.case) == {FACT: BEFORE}
        assert says_saved(desk.answer(AFTER), FACT)
    assert house.read(desk.case) == {FACT: AFTER}
    assert house.inside.ask("faults") == []


def test_a_full_disk_is_said_and_acknowledges_nothing(house: House) -> None:
    if not house.is_sqlite:
        pytest.skip("the files of a PostgreSQL are not the server's")
    desk = Desk(house, "full")
    written: list[str] = BEFORE
    with Server(house.env, longest_file=_largest(house) + 64 * 1024) as server:
        desk.sit_down(server)
        for number in range(200):
            content = ["valid", "", f"{number} {LONG}"]
            page = desk.answer(content)
            if not says_saved(page, FACT):
                break
            written = content
        assert refused(page), page.status
        assert written is not BEFORE
        # As long as the one before: a short one might still fit.
        assert refused(desk.answer(["expired", "", f"{number} {LONG}"]))
    assert house.read(desk.case) == {FACT: written}
    with Server(house.env) as server:
        desk.sit_down(server)
        assert says_saved(desk.answer(AFTER), FACT)
    assert house.read(desk.case) == {FACT: AFTER}
    assert house.inside.ask("faults") == []


def test_what_is_committed_has_reached_the_disk(house: House) -> None:
    """Killing a process cannot show what a power cut does; this is what the database promises for it."""
    if house.is_sqlite:
        assert house.inside.ask("setting", "PRAGMA journal_mode") == "wal"
        assert house.inside.ask("setting", "PRAGMA synchronous") == 2  # FULL
    else:
        assert house.inside.ask("setting", "SHOW synchronous_commit") == "on"
        assert house.inside.ask("setting", "SHOW full_page_writes") == "on"


@contextmanager
def locked(house: House) -> Iterator[None]:
    """Somebody else holds the whole database, longer than the server waits."""
    url = house.env["DATABASE_URL"]
    if house.is_sqlite:
        with sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            yield
            connection.execute("ROLLBACK")
        connection.close()
        return
    import psycopg

    with psycopg.connect(url) as connection:
        connection.execute("LOCK TABLE cases_answer IN EXCLUSIVE MODE")
        yield
        connection.rollback()


def _largest(house: House) -> int:
    """Bytes of the longest file of the database."""
    file = Path(house.env["DATABASE_URL"].removeprefix("sqlite:///"))
    sizes = []
    for path in file.parent.glob(f"{file.name}*"):
        with suppress(FileNotFoundError):  # the last connection takes the journal with it when it closes
            sizes.append(path.stat().st_size)
    return max(sizes)
