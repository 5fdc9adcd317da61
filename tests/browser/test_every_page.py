"""Every page there is, found in the list of addresses, filled and empty: for eyes, ears, fingers and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from advisor.accounts.models import User
from tests.browser import sight
from tests.browser.conftest import SHOTS, Windows, log_in
from tests.browser.full_office import Parts, everything_in, nothing_in, paths
from tests.browser.test_accounts import confirm

# For whoever is logged in or has no second factor, these lead elsewhere; a result needs answers sent with it.
ELSEWHERE = {
    "account_login-a",
    "account_signup-a",
    "mfa_authenticate-a",
    "mfa_reauthenticate-a",
    "mfa_reauthenticate_webauthn-a",
    "quickcheck-result-a",
}
# No name of a person in a title; the heading of this page is one.
MEANT = {("people-person-a", "title")}


Check = Callable[[Page], list[str]]
Look = Callable[..., list[str]]


@pytest.fixture
def everything(person_at_desk: User) -> Parts:
    """An office in which something of everything has happened."""
    return everything_in(person_at_desk)


@pytest.fixture
def nothing(person_at_desk: User) -> Parts:
    """A new office."""
    return nothing_in(person_at_desk)


@pytest.fixture
def look(live_server: object, windows: Windows) -> Look:
    """Opens every page in a window of that size and gives all that its checks find wrong, page by page."""

    def at_every_page(
        size: int, pages: Iterator[tuple[str, str, int]], *checks: Check, language: str = "de", night: bool = False
    ) -> list[str]:
        server = live_server.url  # type: ignore[attr-defined]
        page = windows(viewport={"width": size, "height": 900}, color_scheme="dark" if night else "light").new_page()
        log_in(page, server)
        page.goto(f"{server}/konto/bestaetigen/?next=/konto/")
        confirm(page)
        User.objects.update(language=language)
        faults = []
        for name, path, status in pages:
            answer = page.goto(server + path)
            assert answer is not None
            if answer.status not in (200, status) or "html" not in answer.headers["content-type"]:
                faults.append(f"{name}: {answer.status} {answer.headers['content-type']}")
                continue
            if page.url != server + path:
                faults += [] if name in ELSEWHERE else [f"{name}: leads to {page.url}"]
                continue
            sight.unfold(page)
            for check in checks:
                faults += [f"{name}: {fault}" for fault in check(page) if (name, fault.split(" ")[0]) not in MEANT]
            if SHOTS:
                page.screenshot(path=f"{SHOTS}/every-{name}-{size}.png", full_page=True)
        return faults

    return at_every_page


def larger_text(page: Page) -> list[str]:
    """Text of twice the size in a window of the same size."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found = sight.too_wide(page)
    page.evaluate("document.documentElement.style.fontSize = ''")
    return [f"text 200 %: {fault}" for fault in found]


def test_every_page_on_a_desk(look: Look, everything: Parts) -> None:
    faults = look(1280, paths(everything), sight.by_axe, sight.seen, sight.walked, sight.too_wide, larger_text)
    assert not faults, "\n".join(faults)


def test_every_page_on_a_phone_at_night(look: Look, everything: Parts) -> None:
    faults = look(320, paths(everything), sight.by_axe, sight.seen, sight.walked, sight.too_wide, night=True)
    assert not faults, "\n".join(faults)


def test_every_page_at_twice_the_size_in_english(look: Look, everything: Parts) -> None:
    # 1280 pixels at 200 % are 640 to lay out. The colours are those of the German page.
    faults = look(640, paths(everything), sight.by_axe_but_colours, sight.seen, sight.too_wide, language="en")
    assert not faults, "\n".join(faults)


def test_every_page_of_a_new_office(look: Look, nothing: Parts) -> None:
    pages = paths(nothing, empty=True)
    faults = look(320, pages, sight.by_axe_but_colours, sight.seen, sight.walked, sight.too_wide)
    assert not faults, "\n".join(faults)
