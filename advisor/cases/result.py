"""The result: deadlines first, other routes, the eight pathways; and a page of its own for each with its reasons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from advisor.cases.answers import answers_of
from advisor.cases.comparison import comparison
from advisor.cases.due_days import counted_deadlines
from advisor.cases.family_matrix import notes_about
from advisor.cases.fetch import OpenCase, open_case
from advisor.cases.frame import frame
from advisor.cases.hold import hold
from advisor.cases.moved import seen
from advisor.cases.outlook import still_open
from advisor.cases.proofs import WORTH_PROVING, proof_list
from advisor.cases.result_papers import paper_tables
from advisor.cases.result_view import pathway_view, shared_of, shared_view, verdict_groups
from advisor.cases.scenario import proposals
from advisor.cases.services import assessment_of, keep_assessment
from advisor.cases.since_then import newest, says_the_same, since
from advisor.cases.standing import Standing
from advisor.policies import Permission, needs
from advisor.texts.lands import land_in
from advisor.texts.library import Library, library_of
from pathways.content.reading import CaseReading, read_assessment
from pathways.content.words import VERDICTS, marked
from pathways.engine.assess import Verdict
from pathways.engine.consultation import Assessment
from pathways.engine.facts import Answer
from pathways.law import LAW
from pathways.law.deadlines import COUNTING, HINTS
from pathways.law.effects import EFFECTS
from pathways.law.referrals import CONTACTS, STANDING_HINTS

_UNDECIDED = (VERDICTS[Verdict.OPEN], VERDICTS[Verdict.NOT_IN_FORCE])
_WORTH = tuple(VERDICTS[verdict] for verdict in WORTH_PROVING)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A person judged on the day of the case: the answers, the judgement, the same in words."""

    answers: dict[str, Answer]
    standing: Standing
    assessment: Assessment
    reading: CaseReading
    library: Library


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def of_case(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The way to the result of the one person a case is about, or to all of them side by side."""
    opened = open_case(request, uuid)
    if opened.persons > 1:
        return redirect("cases:persons", uuid)
    return redirect("cases:person_result", uuid, opened.person.uuid)


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def result(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """What the law says about a person on the day of the case, and what has changed since that was last kept."""
    opened = open_case(request, uuid, about)
    judged = _judge(opened)
    kept = newest(opened.person)
    context = {
        **frame(opened, "result"),
        **_of_the_law(),
        **_shown(judged, judged.library),
        **_deadlines(opened, judged),
        "moved": seen(opened),
        "since": since(kept, opened.person, judged.answers, judged.standing) if kept else None,
        **(notes_about(opened.case, opened.person) if opened.persons > 1 else {}),
    }
    return render(request, "cases/result.html", context)


@require_POST
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def keep(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """Keep the result as evidence, unless the last one kept says the same."""
    opened = open_case(request, uuid, about)
    answers = answers_of(opened.person)
    assessment = assessment_of(opened.person, answers)
    with transaction.atomic():
        hold(opened.case, running=True)
        kept = newest(opened.person)
        known = kept is not None and says_the_same(kept, opened.person, answers, assessment.as_of)
        if not known:
            keep_assessment(opened.person, assessment, answers, opened.user)
    if known:
        messages.info(request, _("Genau dieser Stand ist schon festgehalten."))
    else:
        messages.success(request, _("Der Stand ist festgehalten. Hier sehen Sie künftig, was sich seitdem ändert."))
    return redirect("cases:person_result", uuid, about)


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def pathway(request: HttpRequest, uuid: UUID, about: UUID, pathway_id: str) -> HttpResponse:
    """One pathway in a case: every criterion with the explanation derived from its rule, proof and sources."""
    opened = open_case(request, uuid, about)
    if pathway_id not in {known.id for known in LAW.pathways}:
        raise Http404
    judged = _judge(opened, pathway_id)
    shown = pathway_view(
        judged.reading,
        pathway_id,
        proposals(judged.standing, judged.assessment.ripening),
        judged.library,
    )
    context = {
        **frame(opened, "result"),
        "reading": shown.reading,
        "pathway": shown,
        "as_of": judged.reading.as_of,
        "texts_as_of": judged.reading.texts_as_of,
        "effects": EFFECTS.get(pathway_id, ()),
    }
    return render(request, "cases/result_pathway.html", context)


def _judge(opened: OpenCase, *explained: str) -> _Judged:
    answers = answers_of(opened.person)
    assessment = assessment_of(opened.person, answers)
    reading = read_assessment(assessment, answers, LAW, explained)
    library = library_of(opened.case.office_id)
    reading = replace(reading, land=land_in(library, assessment.view))
    return _Judged(answers, Standing(answers, assessment.as_of), assessment, reading, library)


def _shown(judged: _Judged, library: Library) -> dict[str, Any]:
    reading = judged.reading
    shared = shared_of(reading)
    opening = proposals(judged.standing, judged.assessment.ripening)
    worth = [pathway for pathway in reading.pathways if pathway.verdict in _WORTH]
    return {
        "reading": reading,
        "is_decided": any(pathway.verdict not in _UNDECIDED for pathway in reading.pathways),
        "groups": verdict_groups(reading, shared, opening, library),
        "shared": shared_view(shared),
        "proposals": opening,
        "compared": comparison(worth, EFFECTS),
        "others_compared": comparison([p for p in reading.pathways if p not in worth], EFFECTS),
        "papers": paper_tables(judged.assessment, proof_list(judged.assessment, judged.answers), judged.answers),
    }


def _deadlines(opened: OpenCase, judged: _Judged) -> dict[str, Any]:
    """The deadlines that run: those that are open, and those that somebody has called done."""
    running = judged.assessment.deadlines
    left = still_open(opened.case, opened.person.uuid, running)
    counted = list(zip(running, counted_deadlines(judged.assessment, judged.reading), strict=True))
    return {
        "due": [words for due, words in counted if due in left],
        "done": [words for due, words in counted if due not in left],
    }


def _of_the_law() -> dict[str, Any]:
    """What is the same for every case."""
    return {
        "deadline_hints": HINTS,
        "counting": COUNTING,
        "route_hints": [replace(hint, text=marked(hint.text)) for hint in STANDING_HINTS],
        "contacts": CONTACTS,
    }
