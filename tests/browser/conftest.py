"""A real Chromium against a running server; every request to anywhere else and every policy violation is a failure."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, Page

from advisor.accounts.models import User
from advisor.cases.models import Case
from tests.browser import sight
from tests.factories import PASSWORD, make_case, make_user

# Playwright's own loop runs in this thread; the ORM calls of the tests are still one after the other.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

SHOTS = os.environ.get("WEGWEISER_SHOTS")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None, tmp_path_factory: pytest.TempPathFactory) -> None:
    """SQLite in a file, as it is served: in memory a page and its pictures do not wait for each other, they fail."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "browser.sqlite3")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The Chromium of the system where there is one, otherwise the one Playwright has fetched."""
    path = os.environ.get("WEGWEISER_CHROMIUM", "/usr/bin/chromium")
    return {"executable_path": path} if path else {}


@pytest.fixture
def person_at_desk(transactional_db: None) -> User:
    """Somebody who can log in."""
    return make_user("ada")


@pytest.fixture
def desk_case(person_at_desk: User) -> Case:
    """A case without answers."""
    return make_case(person_at_desk, "F-1")


class Desk:
    """A browser window of somebody who is logged in."""

    def __init__(self, page: Page, server: str, *, scripts: bool = True) -> None:
        self.page = page
        self.server = server
        self.scripts = scripts

    def open(self, path: str) -> Page:
        """Go to a page of the application."""
        self.page.goto(self.server + path)
        return self.page

    def accessible(self, name: str, *, colours: bool = False) -> None:
        """Nothing that axe or our own checks find; WEGWEISER_SHOTS names a folder for pictures.

        ``colours``: of a page in a state that is not among those of `test_every_page`, where colours are measured.
        """
        self.page.wait_for_load_state()  # a click waits for the next page to begin, not for all of it
        if SHOTS:
            width = (self.page.viewport_size or {"width": 0})["width"]
            self.page.screenshot(path=f"{SHOTS}/{name}-{width}.png", full_page=True, caret="initial")
        found = [*sight.seen(self.page), *sight.too_wide(self.page)]
        if self.scripts:  # axe waits by a clock that stands still in a window without JavaScript
            found += sight.by_axe(self.page) if colours else sight.by_axe_but_colours(self.page)
        assert not found, "\n".join([name, *found])


def by_menu(page: Page, place: str) -> None:
    """Go to a place of the head of the page; on a phone it is behind a button."""
    button = page.locator(".masthead .menu > summary")
    if button.is_visible():
        button.click()
    page.get_by_role("navigation", name="Hauptnavigation").get_by_role("link", name=place, exact=True).click()


# Browser and htmx write a line for every answer above 399 and for a lost connection; those are meant.
_MEANT = ("Failed to load resource", "htmx:", "Response Status Error Code")
Windows = Callable[..., BrowserContext]


def watch(context: BrowserContext, server: str, faults: list[str]) -> None:
    """Note in ``faults`` what a window asks of another host, and every error of a script or against a policy."""
    context.on("request", lambda r: None if r.url.startswith((server, "data:")) else faults.append(f"asks {r.url}"))
    context.on(
        "console",
        lambda m: faults.append(f"console: {m.text}") if m.type == "error" and not m.text.startswith(_MEANT) else None,
    )
    context.on("weberror", lambda error: faults.append(f"script: {error.error}"))


@pytest.fixture
def windows(live_server: Any, browser: Browser) -> Iterator[Windows]:
    """Opens windows that share nothing; the test fails where one asked another host or broke a policy.

    Takes what Playwright's `new_context` takes.
    """
    faults: list[str] = []
    opened: list[BrowserContext] = []

    def window(**options: Any) -> BrowserContext:
        context = browser.new_context(**{"locale": "de-DE", "reduced_motion": "reduce", **options})
        watch(context, live_server.url, faults)
        opened.append(context)
        return context

    yield window
    for context in opened:
        context.close()
    assert not faults


@pytest.fixture(params=[1280, 320], ids=["desktop", "phone"])
def width(request: pytest.FixtureRequest) -> int:
    """The width of the window."""
    return int(request.param)


@pytest.fixture
def desk(live_server: Any, windows: Windows, person_at_desk: User, width: int) -> Desk:
    """A window with JavaScript, logged in by hand."""
    return _desk(live_server.url, windows, width, scripts=True)


@pytest.fixture
def plain_desk(live_server: Any, windows: Windows, person_at_desk: User, width: int) -> Desk:
    """A window without JavaScript, logged in by hand."""
    return _desk(live_server.url, windows, width, scripts=False)


def _desk(server: str, windows: Windows, width: int, *, scripts: bool) -> Desk:
    context = windows(viewport={"width": width, "height": 800}, java_script_enabled=scripts)
    page = context.new_page()
    log_in(page, server)
    return Desk(page, server, scripts=scripts)


def log_in(page: Page, server: str) -> None:
    """Log in by hand."""
    page.goto(f"{server}/anmelden/")
    page.get_by_label("Benutzername").fill("ada")
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden").click()
    page.get_by_role("button", name="Abmelden").wait_for()
