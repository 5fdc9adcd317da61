"""All questions of all sections on one page, for whoever knows them; each is found by its number."""

from __future__ import annotations

import re
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from advisor.cases.desk import desk
from advisor.cases.fetch import OpenCase, open_case
from advisor.cases.keeping import standing_of
from advisor.cases.questionnaire import questions_of
from advisor.cases.sections import ALL_SECTIONS, BY_SLUG, NUMBERS
from advisor.policies import Permission, needs
from pathways.engine.facts import Fact
from pathways.law import LAW

_NUMBER = re.compile(r"\s*([A-Za-z])[\s.]*0*(\d{1,3})\s*", re.ASCII)
_BY_NUMBER = {number: LAW.facts_by_id[key] for key, number in NUMBERS.items()}
_FIRST = 1  # sections that come with the page; the others are fetched as soon as it stands


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def page(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """All sections below one another; one alone where htmx asks for it; to one question where its number is given."""
    part = BY_SLUG.get(request.GET.get("teil", "")) if request.htmx else None  # type: ignore[attr-defined]
    opened = open_case(request, uuid, about, goes_on=part is not None)
    standing = standing_of(opened)
    if part is not None:
        context = {**desk(opened, "all", standing, section=part), "questions": questions_of(part, standing).values()}
        return render(request, "cases/_all_section.html", context)
    wanted = request.GET.get("nummer", "").strip()[:20]
    fact = numbered(wanted)
    if fact is not None and standing.is_shown(fact):
        return redirect(_address(opened, fact))
    context = {
        **desk(opened, "all", standing),
        "parts": [
            (each, questions_of(each, standing).values() if place < _FIRST else None)
            for place, each in enumerate(ALL_SECTIONS)
        ],
        "wanted": wanted,
        "hidden": fact,
    }
    return render(request, "cases/all.html", context)


def numbered(text: str) -> Fact | None:
    """The question with that number, as people write it: „B 4“, „b4“, „B 04“; None where there is none."""
    found = _NUMBER.fullmatch(text)
    return _BY_NUMBER.get(f"{found[1].upper()} {found[2]}") if found else None


def _address(opened: OpenCase, fact: Fact) -> str:
    where = (opened.case.uuid, opened.person.uuid, fact.section.lower())
    return f"{reverse('cases:section', args=where)}#q-{fact.id}"
