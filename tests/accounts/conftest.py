"""People with codes, and browsers that have logged in by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import Role, User
from tests.factories import PASSWORD, make_user


@dataclass(frozen=True, slots=True)
class App:
    """The app on somebody's telephone, at one moment."""

    secret: str
    moment: int

    def code(self, later: int = 0) -> str:
        """The code it shows, or will show some half minutes later."""
        return format_hotp_value(hotp_value(self.secret, self.moment + later))


@pytest.fixture
def moment(monkeypatch: pytest.MonkeyPatch) -> int:
    """The half minute in which the test runs, which does not end while it does."""
    now = 58_000_000
    tolerance = app_settings.TOTP_TOLERANCE
    monkeypatch.setattr(
        "allauth.mfa.totp.internal.auth.yield_hotp_counters_from_time",
        lambda: iter(range(now - tolerance, now + tolerance + 1)),
    )
    return now


@pytest.fixture
def app(counsellor: User, moment: int) -> App:
    """The app of the counsellor."""
    secret = generate_totp_secret()
    TOTP.activate(counsellor, secret)
    return App(secret, moment)


@pytest.fixture
def spare_codes(counsellor: User, app: App) -> list[str]:
    """The spare codes of the counsellor."""
    return RecoveryCodes.activate(counsellor).get_unused_codes()


@pytest.fixture
def admin(db: None) -> User:
    """Somebody who manages the counsellor's office."""
    return make_user("vera", "Beratung Nord", Role.OFFICE_ADMIN)


@pytest.fixture
def log_in() -> Callable[..., HttpResponse]:
    """Fill in the login form."""

    def filled(browser: Client, username: str = "ada", password: str = PASSWORD) -> HttpResponse:
        return browser.post(reverse("account_login"), {"login": username, "password": password})

    return filled


@pytest.fixture
def desk(admin: User, log_in: Callable[..., HttpResponse]) -> Client:
    """The browser of that admin, who has lately confirmed that it is really them."""
    browser = Client()
    log_in(browser, "vera")
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return browser


@pytest.fixture(autouse=True)
def no_attempts_before(request: pytest.FixtureRequest) -> None:
    """Where a test has the database, nobody has tried anything yet."""
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        cache.clear()


def stored(user: User) -> str:
    """All that the database holds of somebody's second factor."""
    rows: list[Any] = list(Authenticator.objects.filter(user=user).values_list("data", flat=True))
    return repr(rows)
