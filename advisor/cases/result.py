"""The result page: deadlines first, then other routes, then the eight pathways with everything they rest on."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from advisor.cases.fetch import open_case
from advisor.cases.result_view import verdict_groups
from advisor.cases.services import answers_of, assessment_of
from pathways.content.reading import read_assessment
from pathways.content.words import marked
from pathways.law import LAW
from pathways.law.deadlines import HINTS
from pathways.law.referrals import CONTACTS, STANDING_HINTS


@require_safe
def result(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What the law says about a case on its day."""
    opened = open_case(request, uuid)
    answers = answers_of(opened.person)
    reading = read_assessment(assessment_of(opened.person, answers), answers, LAW)
    context = {
        "case": opened.case,
        "tab": "result",
        "reading": reading,
        "groups": verdict_groups(reading),
        "deadline_hints": HINTS,
        "route_hints": [replace(hint, text=marked(hint.text)) for hint in STANDING_HINTS],
        "contacts": CONTACTS,
        # Every answer leads to its question; written once here instead of reversed for each of them.
        "questions_at": reverse("cases:questionnaire", args=(uuid,)),
    }
    return render(request, "cases/result.html", context)
