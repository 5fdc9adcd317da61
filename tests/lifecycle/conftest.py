"""An office with an admin, a counsellor with cases, and days to travel to."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from advisor.accounts.models import Role, User
from advisor.cases.models import Case
from tests.factories import make_case, make_user


@pytest.fixture
def today() -> date:
    """Today, as the pages see it; everything else in these tests is counted from it."""
    return timezone.localdate()


@pytest.fixture
def admin(counsellor: User) -> User:
    """The admin of the counsellor's office."""
    return make_user("admin", "Beratung Nord", Role.OFFICE_ADMIN)


@pytest.fixture
def desk(admin: User) -> Client:
    """A browser in which the admin is logged in."""
    browser = Client()
    browser.force_login(admin)
    return browser


@pytest.fixture
def foreign(db: None) -> Case:
    """A case of another office."""
    return make_case(make_user("eve", "Beratung Süd"), "S-1")


@pytest.fixture
def foreign_admin(foreign: Case) -> Client:
    """A browser in which the admin of the other office is logged in."""
    browser = Client()
    browser.force_login(make_user("ewe", "Beratung Süd", Role.OFFICE_ADMIN))
    return browser
