"""What the server writes into its log: what went wrong and where, never what was entered."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, OperationalError
from django.test import Client
from django.urls import reverse
from django.utils.module_loading import import_string

from advisor.cases.models import Case
from advisor.memo import render
from tests.hostile.addresses import ADDRESSES, path
from tests.web.steps import HTMX

pytestmark = pytest.mark.django_db

MARK = "MARKE-7f3a"
OURS = {"Sec-Fetch-Site": "same-origin"}
BODY = {"location": "in_germany", "location.note": MARK, "shown": "location", "reference": MARK, "reason": MARK}


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """All that the handler of production would write, even at the chattiest level."""
    options = dict(settings.LOGGING["formatters"]["without values"])
    formatter = import_string(options.pop("()"))(options["format"])
    text = io.StringIO()
    handler = logging.StreamHandler(text)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield text
    root.removeHandler(handler)
    root.setLevel(level)


def written_once(write: Callable[..., bytes]) -> Callable[..., bytes]:
    """A writer of papers that takes its time for the first one only, and hands that out again."""
    kept: list[bytes] = []

    def first(*what: Any, **options: Any) -> bytes:
        if not kept:
            kept.append(write(*what, **options))
        return kept[0]

    return first


def test_the_settings_use_the_format_without_values() -> None:
    assert settings.LOGGING["handlers"]["console"]["formatter"] == "without values"
    assert settings.LOGGING["root"]["handlers"] == ["console"]
    assert not settings.ADMINS


@pytest.mark.parametrize("error", [RuntimeError, ValueError, IntegrityError, OperationalError])
def test_a_failing_page_is_logged_without_the_words_of_the_failure(
    web: Client, case: Case, monkeypatch: pytest.MonkeyPatch, written: io.StringIO, error: type[Exception]
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        try:
            raise KeyError(MARK)
        except KeyError as cause:
            raise error(f"Key (note)=({MARK}) already exists") from cause

    monkeypatch.setattr("advisor.cases.keeping.save_answers", fail)
    web.raise_request_exception = False
    for name in ("cases:section", "cases:answer"):
        for headers in ({}, OURS, OURS | HTMX):
            web.post(path(name, case.uuid), BODY, headers=headers)
    text = written.getvalue()
    assert MARK not in text
    assert error.__name__ in text
    assert "KeyError" in text
    assert "questionnaire.py" in text, "where it happened"


def test_the_database_repeats_no_row_in_the_log(
    web: Client, case: Case, monkeypatch: pytest.MonkeyPatch, written: io.StringIO
) -> None:
    Case.objects.filter(pk=case.pk).update(reference=MARK)

    def twice(*_: Any, **__: Any) -> None:
        Case.objects.create(office_id=case.office_id, lead=case.lead, reference=MARK, key=case.key)

    monkeypatch.setattr("advisor.cases.keeping.save_answers", twice)
    web.raise_request_exception = False
    assert web.post(path("cases:section", case.uuid), BODY).status_code == 500
    assert MARK not in written.getvalue()
    assert "IntegrityError" in written.getvalue()


def test_no_address_writes_down_what_is_sent_to_it(
    web: Client, case: Case, written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    web.raise_request_exception = False
    # The writer of papers has a log as well; one paper shows what it says.
    monkeypatch.setattr("advisor.memo.render.write_pdf", written_once(render.write_pdf))
    for name in ADDRESSES:
        for client in (Client(), web):
            client.force_login(case.lead) if client is web else None
            address = path(name, case.uuid)
            for headers in ({}, OURS, HTMX):
                client.post(address, BODY, headers=headers)
                client.put(address, MARK, headers=headers)
                client.generic("POST", address, MARK.encode(), "text/plain", headers=headers)
    assert MARK not in written.getvalue()
    assert written.getvalue()


def test_a_template_that_fails_does_not_write_down_its_context(web: Client, case: Case, written: io.StringIO) -> None:
    logging.getLogger("django.template").debug("Exception while resolving %s", MARK)
    logging.getLogger("django.db.backends").debug("INSERT %s", MARK)
    web.get(reverse("cases:list"))
    assert MARK not in written.getvalue()


@pytest.mark.parametrize("address", ["/einladung/{}/", "/passwort-vergessen/1a-{}/neu/"])
def test_a_link_that_opens_an_account_is_not_logged(client: Client, written: io.StringIO, address: str) -> None:
    token = "cz1abc-0123456789abcdef0123456789abcdef"
    assert client.put(address.format(token)).status_code == 405
    assert "…" in written.getvalue()
    assert token not in written.getvalue()
    assert token[-32:] not in written.getvalue()
