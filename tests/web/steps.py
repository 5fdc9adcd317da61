"""What the tests of the questionnaire do with its pages."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpResponse
from django.test import Client

from advisor.cases.answers import answers_of
from advisor.cases.models import Case
from pathways.engine.facts import Answer
from pathways.law.facts import FACTS_BY_ID
from tests.factories import page_of, person_of

HTMX = {"HX-Request": "true"}


def section_address(case: Case, slug: str) -> str:
    """The page of a section."""
    return page_of("cases:section", case, slug)


def show(web: Client, case: Case, slug: str) -> str:
    """The page of a section as text."""
    response = web.get(section_address(case, slug))
    assert response.status_code == 200
    return response.content.decode()


def send(web: Client, case: Case, fact_id: str, value: Any = None, **more: str) -> HttpResponse:
    """Answer one question the way htmx does."""
    slug = FACTS_BY_ID[fact_id].section.lower()
    data = {**({} if value is None else {fact_id: value}), **{key.replace("__", "."): v for key, v in more.items()}}
    return web.post(page_of("cases:answer", case, slug, fact_id), data, headers=HTMX)


def kept(case: Case) -> dict[str, Answer]:
    """The answers of a case."""
    return answers_of(person_of(case))


def element(html: str, key: str) -> str:
    """The element with that id: from its tag to the one that closes it, without what only a swap needs."""
    start = re.search(rf'<(\w+) id="{re.escape(key)}"', html)
    assert start, f"no element {key}"
    tag, depth = start[1], 0
    for match in re.finditer(rf"</?{tag}\b", html[start.start() :]):
        depth += -1 if match[0].startswith("</") else 1
        if depth == 0:
            found = html[start.start() : start.start() + match.end()]
            return " ".join(re.sub(r'hx-swap-oob="true"', "", found).split())
    raise AssertionError(f"{key} is not closed")
