"""The result: deadlines first, other routes, the eight pathways; and a page of its own for each with its reasons."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from advisor.cases.fetch import OpenCase, open_case
from advisor.cases.frame import frame
from advisor.cases.result_view import pathway_view, shared_of, shared_view, verdict_groups
from advisor.cases.services import answers_of, assessment_of
from advisor.policies import Permission, needs
from pathways.content.reading import CaseReading, effect_topics, read_assessment
from pathways.content.words import marked
from pathways.law import LAW
from pathways.law.deadlines import COUNTING, HINTS
from pathways.law.effects import EFFECTS
from pathways.law.referrals import CONTACTS, STANDING_HINTS


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def of_case(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The way to the result of the first person of a case."""
    opened = open_case(request, uuid)
    return redirect("cases:person_result", uuid, opened.person.uuid)


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def result(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """What the law says about a person on the day of the case."""
    opened = open_case(request, uuid, about)
    reading = _reading(opened)
    shared = shared_of(reading)
    context = {
        **frame(opened, "result"),
        "reading": reading,
        "groups": verdict_groups(reading, shared),
        "shared": shared_view(shared),
        "effects": effect_topics(reading.pathways, EFFECTS),
        "deadline_hints": HINTS,
        "counting": COUNTING,
        "route_hints": [replace(hint, text=marked(hint.text)) for hint in STANDING_HINTS],
        "contacts": CONTACTS,
    }
    return render(request, "cases/result.html", context)


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def pathway(request: HttpRequest, uuid: UUID, about: UUID, pathway_id: str) -> HttpResponse:
    """One pathway in a case: every criterion with the explanation derived from its rule, proof and sources."""
    opened = open_case(request, uuid, about)
    if pathway_id not in {known.id for known in LAW.pathways}:
        raise Http404
    case = _reading(opened, pathway_id)
    shown = pathway_view(case, pathway_id)
    context = {
        **frame(opened, "result"),
        "reading": shown.reading,
        "pathway": shown,
        "as_of": case.as_of,
        "texts_as_of": case.texts_as_of,
        "effects": EFFECTS.get(pathway_id, ()),
    }
    return render(request, "cases/result_pathway.html", context)


def _reading(opened: OpenCase, *explained: str) -> CaseReading:
    answers = answers_of(opened.person)
    return read_assessment(assessment_of(opened.person, answers), answers, LAW, explained)
