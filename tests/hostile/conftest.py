"""A case with answers and a case of another office."""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import MagicMock

import pytest
from django.test import Client

from advisor.accounts.models import User
from advisor.cases.models import Case
from advisor.web.plain_request import PlainRequest
from tests.command.conftest import assess, write
from tests.factories import make_case, make_user

__all__ = ["assess", "write"]


@pytest.fixture(autouse=True)
def read_as_served(monkeypatch: pytest.MonkeyPatch) -> None:
    """The client of the tests reads a request as the server does."""
    monkeypatch.setattr("django.test.client.WSGIRequest", PlainRequest)


@pytest.fixture
def answered(counsellor: User) -> Case:
    """A case of the counsellor's office with answers of every type."""
    facts = {"location": "in_germany", "nationality": ["RU"], "birth_date": "1999-03", "current_status": "duldung"}
    return make_case(counsellor, "F-2", **facts)


@pytest.fixture
def foreign(db: None) -> Case:
    """A case of another office."""
    return make_case(make_user("eve", "Beratung Süd"), "S-1", location="in_germany")


@pytest.fixture
def stranger(foreign: Case) -> Client:
    """A browser in which somebody of the other office is logged in."""
    client = Client()
    client.force_login(foreign.lead)
    return client


@pytest.fixture
def no_paper(monkeypatch: pytest.MonkeyPatch) -> Callable[..., bytes]:
    """The PDF writer, which takes seconds, replaced where it is not the one attacked."""
    writer = MagicMock(return_value=b"%PDF-")
    monkeypatch.setattr("advisor.memo.render.write_pdf", writer)
    return writer
