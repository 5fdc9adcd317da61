"""An office with its people: one who advises, one who releases, one who manages; and another office."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from advisor.accounts.models import Role, User
from advisor.cases.models import Case
from tests.factories import make_case, make_user


def browser_of(user: User) -> Client:
    """A browser in which somebody is logged in."""
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def today() -> date:
    """The day the pages take for today."""
    return timezone.localdate()


@pytest.fixture
def tomorrow(today: date) -> date:
    return today + timedelta(days=1)


@pytest.fixture
def yesterday(today: date) -> date:
    return today - timedelta(days=1)


@pytest.fixture
def releaser(counsellor: User) -> User:
    """Somebody of the same office who answers questions."""
    return make_user("rita", "Beratung Nord", Role.RELEASER)


@pytest.fixture
def admin(counsellor: User) -> User:
    """Somebody who manages the same office."""
    return make_user("olga", "Beratung Nord", Role.OFFICE_ADMIN)


@pytest.fixture
def foreign(db: None) -> Case:
    """A case of another office."""
    return make_case(make_user("eve", "Beratung Süd"), "S-1", location="in_germany")


@pytest.fixture(autouse=True)
def paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """The PDF writer, which takes seconds: each file stands for what was to be printed."""
    monkeypatch.setattr(
        "advisor.memo.render.write_pdf", lambda html, identifier, *_: f"%PDF-{identifier}\n{html}".encode()
    )
