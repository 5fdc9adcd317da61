"""An office with an admin in a browser."""

from __future__ import annotations

import pytest
from django.test import Client

from advisor.accounts.models import Office, Role, User
from tests.factories import make_user


@pytest.fixture
def admin(db: None) -> User:
    """The admin of an office."""
    return make_user("admin", "Beratung Nord", Role.OFFICE_ADMIN)


@pytest.fixture
def office(admin: User) -> Office:
    """The office."""
    assert admin.office is not None
    return admin.office


@pytest.fixture
def desk(admin: User) -> Client:
    """A browser in which the admin is logged in."""
    browser = Client()
    browser.force_login(admin)
    return browser
