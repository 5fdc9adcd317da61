"""What the tests of the quick check do with its pages."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from advisor.quickcheck.sent import unpacked
from pathways.engine.facts import Answer

CHECK, RESULT = reverse("quickcheck:check"), reverse("quickcheck:result")


def fields(response: HttpResponse) -> dict[str, list[str]]:
    """What the form on the page would send back, as a browser without JavaScript does."""
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<input\b[^>]*>", response.content.decode()):
        attributes = dict(re.findall(r'([\w.-]+)="([^"]*)"', tag))
        ticked = attributes.get("type") not in ("radio", "checkbox") or re.search(r"\bchecked\b", tag)
        if ticked and "name" in attributes and attributes["name"] != "csrfmiddlewaretoken":
            found.setdefault(attributes["name"], []).append(unescape(attributes.get("value", "")))
    for name, options in re.findall(
        r'<select[^>]*\sname="([^"]+)"[^>]*>(.*?)</select>', response.content.decode(), re.S
    ):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found.setdefault(name, []).append(chosen[1] if chosen else "")
    return found


def shown(response: HttpResponse) -> list[str]:
    """The questions whose fields stand on the page."""
    return fields(response).get("shown", [])


def send(web: Client, last: HttpResponse, where: str = CHECK, go: str = "on", **values: Any) -> HttpResponse:
    """The form of the last page, with these answers, by one of its buttons."""
    return web.post(where, {**fields(last), "go": go, **values})


def kept(response: HttpResponse) -> dict[str, Answer]:
    (text,) = fields(response)["kept"]
    return unpacked(text)


def words(response: HttpResponse) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", response.content.decode())))


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    with connection.cursor() as cursor:
        rows = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows[table] = sorted(cursor.fetchall(), key=repr)
    return rows
