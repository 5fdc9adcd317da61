"""Logging in as people do: with an app, with a key, with a spare code; and sessions that end."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import BrowserContext, Page, expect

from advisor.accounts.models import Role, User
from tests.browser.conftest import Desk, by_menu, log_in
from tests.factories import PASSWORD, make_user

Windows = Callable[..., BrowserContext]


def code(secret: str, later: int = 0) -> str:
    """What an app shows now, or will some half minutes later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))


def confirm(page: Page) -> None:
    """Type the password once more where that is asked for."""
    if "bestaetigen" in page.url:
        page.get_by_label("Passwort").fill(PASSWORD)
        page.get_by_role("button", name="Bestätigen").click()


def begin(page: Page, server: str, username: str = "ada") -> None:
    """The first step of a login."""
    page.goto(f"{server}/anmelden/")
    page.get_by_label("Benutzername").fill(username)
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden", exact=True).click()


def leave(page: Page) -> None:
    """Log out."""
    page.get_by_role("button", name="Abmelden").click()
    page.get_by_role("heading", name="Anmelden").wait_for()


def test_an_app_is_set_up_because_it_must_be_and_used_then(
    live_server: Any, windows: Windows, person_at_desk: User, settings: Any, width: int
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    page = windows(viewport={"width": width, "height": 800}).new_page()
    desk = Desk(page, live_server.url)
    begin(page, live_server.url)
    expect(page.get_by_role("heading", name="Zweiter Faktor")).to_be_visible()
    desk.accessible("second-factor")
    page.get_by_role("link", name="App einrichten").click()
    assert page.locator(".qr").evaluate("image => image.complete && image.naturalWidth > 50")
    desk.accessible("app")
    secret = page.locator(".secret").inner_text()
    page.get_by_label("Code").fill("000000")
    page.get_by_role("button", name="App einrichten").click()
    expect(page.get_by_role("alert").first).to_contain_text("stimmt nicht")
    assert page.locator(".secret").inner_text() == secret
    page.get_by_label("Code").fill(code(secret))
    page.get_by_role("button", name="App einrichten").click()
    expect(page.get_by_role("heading", name="Ersatzcodes")).to_be_visible()
    expect(page.locator(".codes code")).to_have_count(10)
    spare = page.locator(".codes code").all_inner_texts()
    desk.accessible("spare-codes")
    page.get_by_role("link", name="gesichert").click()
    expect(page.get_by_role("heading", name="Was heute ansteht")).to_be_visible()

    leave(page)
    begin(page, live_server.url)
    desk.accessible("second-step")
    page.get_by_label("Code").fill(code(secret, 1))
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("heading", name="Was heute ansteht")).to_be_visible()

    leave(page)
    begin(page, live_server.url)
    page.get_by_label("Code").fill(spare[3])
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("heading", name="Was heute ansteht")).to_be_visible()


@pytest.fixture
def key(windows: Windows) -> Page:
    """A window of a device with a security key that always agrees."""
    page = windows().new_page()
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "usb", "hasUserVerification": True, "isUserVerified": True}
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": {**options, "automaticPresenceSimulation": True}})
    return page


def test_a_key_is_set_up_and_used(live_server: Any, key: Page, person_at_desk: User) -> None:
    desk = Desk(key, live_server.url)
    log_in(key, live_server.url)
    desk.open("/konto/zweiter-faktor/schluessel/neu/")
    confirm(key)
    key.get_by_label("Name des Schlüssels").fill("Schlüsselbund")
    desk.accessible("new-key")
    key.get_by_role("button", name="Schlüssel einrichten").click()
    expect(key.get_by_role("heading", name="Ersatzcodes")).to_be_visible()
    desk.open("/konto/zweiter-faktor/schluessel/")
    expect(key.get_by_text("Schlüsselbund", exact=True)).to_be_visible()
    desk.accessible("keys")

    leave(key)
    begin(key, live_server.url)
    expect(key.get_by_role("heading", name="Zweiter Schritt")).to_be_visible()
    desk.accessible("second-step-key")
    key.get_by_role("button", name="Schlüssel benutzen").click()
    expect(key.get_by_role("heading", name="Was heute ansteht")).to_be_visible()


def test_a_device_without_that_key_does_not_get_in(
    live_server: Any, key: Page, windows: Windows, person_at_desk: User
) -> None:
    log_in(key, live_server.url)
    key.goto(f"{live_server.url}/konto/zweiter-faktor/schluessel/neu/")
    confirm(key)
    key.get_by_role("button", name="Schlüssel einrichten").click()
    key.get_by_role("heading", name="Ersatzcodes").wait_for()
    other = windows().new_page()
    devices = other.context.new_cdp_session(other)
    devices.send("WebAuthn.enable")
    begin(other, live_server.url)
    refuse = "() => { navigator.credentials.get = () => Promise.reject(new DOMException('', 'NotAllowedError')) }"
    other.evaluate(refuse)
    other.get_by_role("button", name="Schlüssel benutzen").click()
    expect(other.locator("[data-key-fault]")).to_contain_text("nicht geklappt")
    other.goto(f"{live_server.url}/faelle/")
    expect(other.get_by_role("heading", name="Zweiter Schritt")).to_be_visible()
    other.get_by_role("button", name="Abbrechen").click()
    expect(other.get_by_role("heading", name="Anmelden", exact=True)).to_be_visible()


@pytest.fixture
def short(settings: Any) -> None:
    """Sessions that idle out while one watches."""
    settings.SESSION_IDLE_AGE = 8
    settings.SESSION_WARNING = 6


def test_an_idle_session_warns_and_can_be_kept(
    short: None, live_server: Any, windows: Windows, person_at_desk: User
) -> None:
    page = windows().new_page()
    log_in(page, live_server.url)
    stay = page.get_by_role("button", name="Angemeldet bleiben")
    expect(stay).to_be_visible(timeout=6_000)
    Desk(page, live_server.url).accessible("session-warning")
    stay.click()
    expect(stay).to_be_hidden()
    # Nobody answers the second time.
    expect(page.get_by_role("heading", name="Sie sind abgemeldet")).to_be_visible(timeout=15_000)
    Desk(page, live_server.url).accessible("session-over")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Weiter auf dieser Seite").click()
    expect(page.get_by_text("noch nicht wieder angemeldet")).to_be_visible()
    other = page.context.new_page()
    log_in(other, live_server.url)
    page.get_by_role("button", name="Weiter auf dieser Seite").click()
    expect(page.get_by_role("heading", name="Sie sind abgemeldet")).to_be_hidden()


def test_another_window_keeps_the_session_of_both(
    short: None, live_server: Any, windows: Windows, person_at_desk: User
) -> None:
    page = windows().new_page()
    log_in(page, live_server.url)
    expect(page.get_by_role("button", name="Angemeldet bleiben")).to_be_visible(timeout=6_000)
    other = page.context.new_page()
    other.goto(f"{live_server.url}/faelle/")
    other.evaluate("() => document.querySelector('[data-stay]').click()")
    other.close()
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_role("button", name="Angemeldet bleiben")).to_be_hidden()


def test_a_session_is_found_in_the_list_and_ended(
    live_server: Any, windows: Windows, person_at_desk: User, width: int
) -> None:
    lost = windows(user_agent="Verlorenes Telefon").new_page()
    log_in(lost, live_server.url)
    page = windows(viewport={"width": width, "height": 800}).new_page()
    log_in(page, live_server.url)
    desk = Desk(page, live_server.url)
    desk.open("/konto/")
    desk.accessible("account")
    page.get_by_role("link", name="Meine Sitzungen").click()
    expect(page.get_by_text("Verlorenes Telefon")).to_be_visible()
    desk.accessible("sessions")
    page.get_by_role("button", name="Beenden", exact=True).click()
    expect(page.get_by_text("Verlorenes Telefon")).to_be_hidden()
    lost.reload()
    expect(lost.get_by_role("heading", name="Anmelden")).to_be_visible()


def test_somebody_is_invited_joins_and_is_switched_off(
    live_server: Any, windows: Windows, person_at_desk: User, width: int
) -> None:
    make_user("vera", "Beratung Nord", Role.OFFICE_ADMIN)
    page = windows(viewport={"width": width, "height": 800}).new_page()
    desk = Desk(page, live_server.url)
    begin(page, live_server.url, "vera")
    by_menu(page, "Personen")
    desk.accessible("people")
    page.get_by_role("link", name="Jemanden einladen").click()
    confirm(page)
    page.get_by_label("Beratung:").check()
    page.get_by_label("Für wen").fill("Nora")
    desk.accessible("invite")
    page.get_by_role("button", name="Link erzeugen").click()
    desk.accessible("invited")
    link = page.locator("main .card-plain a").inner_text()

    other = windows(viewport={"width": width, "height": 800}).new_page()
    other.goto(link)
    assert link.rsplit("/", 2)[1] not in other.url
    Desk(other, live_server.url).accessible("join")
    for label, text in (("Vorname", "Nora"), ("Nachname", "Neu"), ("Benutzername", "nora")):
        other.get_by_label(label).fill(text)
    other.locator("#id_password1").fill("correct horse staple")
    other.locator("#id_password2").fill("correct horse staple")
    other.get_by_role("button", name="Konto anlegen").click()
    expect(other.get_by_role("heading", name="Was heute ansteht")).to_be_visible()

    by_menu(page, "Personen")
    page.get_by_role("link", name="Nora Neu").click()
    desk.accessible("person")
    page.get_by_role("link", name="Konto stilllegen").click()
    desk.accessible("deactivate")
    page.get_by_role("button", name="Konto stilllegen").click()
    expect(page.get_by_text("Das Konto von Nora Neu ist stillgelegt.")).to_be_visible()
    other.reload()
    expect(other.get_by_role("heading", name="Anmelden")).to_be_visible()
