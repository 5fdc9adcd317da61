"""What has to be true of every response, whatever was sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.db import connection
from django.db.models import Model
from django.http import HttpResponse

from advisor.accounts.models import CacheEntry
from advisor.web.errors import TROUBLES

_KEPT = (
    "accounts",
    "mfa",
    "cases",
    "guidance",
    "memo",
    "lifecycle",
    "texts",
    "editorial",
    "rescreen",
    "batch",
    "dossier",
)
_ASKS = re.compile(r"\s*(SELECT|SAVEPOINT|RELEASE|ROLLBACK|BEGIN)\b", re.IGNORECASE)
_WRITES = re.compile(r"\s*(INSERT( OR IGNORE)? INTO|UPDATE|DELETE FROM)\s+[\"`]?(?P<table>\w+)", re.IGNORECASE)


def checked(response: HttpResponse, *allowed: int, part: bool = False) -> str:
    """The text of a response that is no fault of ours, carries our headers and, where it refuses, helps.

    ``allowed``: the statuses it may have; ``part``: for htmx a piece of a page may come back. Empty for a file.
    """
    assert response.status_code < 500, response.status_code
    if allowed:
        assert response.status_code in allowed, response.status_code
    protected(response)
    if not response.headers.get("Content-Type", "").startswith("text/html"):
        assert response.status_code < 400, "a refusal is a page"
        return ""
    text = response.content.decode()
    if response.status_code >= 400 and not part and response.wsgi_request.method != "HEAD":
        _helps(response.status_code, text)
    return text


def protected(response: HttpResponse) -> None:
    """Our headers, and a redirection that stays with us."""
    headers = response.headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    target = urlsplit(headers.get("Location", "/"))
    assert not target.scheme, target
    assert not target.netloc, target


def _helps(status: int, text: str) -> None:
    """Our page, in German: what happened and what to do; a form says it beside the field."""
    assert '<html lang="de">' in text
    assert 'class="wordmark"' in text
    assert text.count("<h1") == 1
    if status == 422:
        assert 'role="alert"' in text
        return
    assert TROUBLES[status].title in text
    assert TROUBLES[status].text in text
    assert ">Zur Startseite</a>" in text


def inert(page: str, text: str) -> None:
    """A text that could be markup never stands in a page as it was sent."""
    if set(text) & set('<>&"'):
        assert text not in page


@contextmanager
def written() -> Iterator[list[str]]:
    """The statements sent while this is open that can have changed a row of `everything`; asking is none."""
    tables = {model._meta.db_table for model in _models()}
    found: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not _ASKS.match(sql):
            named = _WRITES.match(sql)
            if named is None or named["table"] in tables:
                found.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield found


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of ours, to see whether anything has changed; the time of a login aside."""
    found = {}
    with connection.cursor() as cursor:
        for label, sql in _statements():
            cursor.execute(sql)
            found[label] = cursor.fetchall()
    return found


@cache
def _statements() -> tuple[tuple[str, str], ...]:
    """What reads all rows of each model, written once: it is asked for thousands of times."""
    quote = connection.ops.quote_name
    found = []
    for model in _models():
        columns = [quote(field.column) for field in model._meta.concrete_fields if field.name != "last_login"]
        table, key = quote(model._meta.db_table), quote(model._meta.pk.column)
        found.append((model._meta.label, f"SELECT {', '.join(columns)} FROM {table} ORDER BY {key}"))
    return tuple(found)


def _models() -> list[type[Model]]:
    models = (model for label in _KEPT for model in apps.get_app_config(label).get_models())
    return [model for model in models if model is not CacheEntry]  # that counts attempts
