"""The questionnaire: a section a page; one answer at a time with htmx, a whole section without JavaScript."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from advisor.cases.fetch import OpenCase, open_case
from advisor.cases.panel import panel
from advisor.cases.question import Question
from advisor.cases.sections import ALL_SECTIONS, BY_SLUG, Section, after, progress
from advisor.cases.services import answers_of, day_of, last_answered, save_answers
from advisor.cases.standing import Standing
from advisor.cases.submission import BUTTONS, Submission, one_answer, speaks_of, whole_section
from advisor.web.errors import trouble


@require_safe
def first(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The way to where one left off: the section of the last answer, the first one in a new case."""
    last = last_answered(open_case(request, uuid).person)
    part = next((part for part in ALL_SECTIONS if last in part.facts), ALL_SECTIONS[0])
    return redirect("cases:section", uuid, part.slug)


@require_http_methods(["GET", "HEAD", "POST"])
def section(request: HttpRequest, uuid: UUID, section: str) -> HttpResponse:
    """The questions of one section; a POST saves all of them that hold an answer."""
    part = _section(section)
    opened = open_case(request, uuid)
    standing = _standing(opened)
    if request.method != "POST":
        return render(request, "cases/section.html", _page(opened, part, standing))
    sent = whole_section(part, request.POST, standing)
    return _whole_page(request, opened, part, standing, sent)


@require_POST
def answer(request: HttpRequest, uuid: UUID, section: str, fact_id: str) -> HttpResponse:
    """Save the answer to one question; with htmx the parts of the page that are now different."""
    part = _section(section)
    fact = next((fact for fact in part.facts if fact.id == fact_id), None)
    if fact is None:
        raise Http404
    opened = open_case(request, uuid)
    if not speaks_of(fact, request.POST):
        return trouble(request, 400)
    standing = _standing(opened)
    sent = one_answer(fact, request.POST, standing)
    if not request.htmx:  # type: ignore[attr-defined]
        return _whole_page(request, opened, part, standing, sent)
    now = _save(opened, standing, sent)
    before, questions = standing.questions(part), _questions(part, now, sent)
    context = _context(opened, part, now, before=standing)
    context["changed"] = [
        question
        for question in questions.values()
        if _looks_different(question, before[question.id], own=question.id == fact_id, sent=sent)
    ]
    context["saved"] = not sent.refused and fact_id
    context["own"] = questions[fact_id]
    context["opened"] = sum(q.asked and not before[q.id].asked for q in questions.values())
    return render(request, "cases/_answered.html", context, status=422 if sent.refused else 200)


def _whole_page(
    request: HttpRequest, opened: OpenCase, part: Section, standing: Standing, sent: Submission
) -> HttpResponse:
    """Without htmx: what could be read is saved; the page again where something was refused, otherwise onward."""
    now = _save(opened, standing, sent)
    if sent.refused:
        return render(request, "cases/section.html", _page(opened, part, now, sent), status=422)
    return _onward(request, opened, part, standing, now)


def _looks_different(question: Question, before: Question, *, own: bool, sent: Submission) -> bool:
    if own:
        # Its fields already show what was typed; writing them anew would close folds and lose what is being typed.
        return sent.redraw or bool(question.error) or len(question.selects) != len(before.selects)
    return question != before


def _section(slug: str) -> Section:
    if slug not in BY_SLUG:
        raise Http404
    return BY_SLUG[slug]


def _standing(opened: OpenCase) -> Standing:
    return Standing(answers_of(opened.person), day_of(opened.case))


def _save(opened: OpenCase, standing: Standing, sent: Submission) -> Standing:
    if not sent.answers:
        return standing
    save_answers(opened.person, sent.answers, opened.user)
    return Standing({**standing.answers, **sent.answers}, standing.as_of)


def _questions(part: Section, standing: Standing, sent: Submission | None) -> dict[str, Question]:
    questions = standing.questions(part)
    return questions if sent is None else {key: sent.mark(question) for key, question in questions.items()}


def _page(opened: OpenCase, part: Section, standing: Standing, sent: Submission | None = None) -> dict[str, Any]:
    """What the whole page needs."""
    questions = tuple(_questions(part, standing, sent).values())
    return {
        **_context(opened, part, standing),
        "next_section": after(part),
        "questions": questions,
        "faulty": [question for question in questions if question.error],
    }


def _context(opened: OpenCase, part: Section, standing: Standing, before: Standing | None = None) -> dict[str, Any]:
    """What the parts of the page need that every answer can change."""
    return {
        "case": opened.case,
        "tab": "questions",
        # Written once here instead of reversed for every link.
        "questions_at": reverse("cases:questionnaire", args=(opened.case.uuid,)),
        "result_at": reverse("cases:result", args=(opened.case.uuid,)),
        "section": part,
        "progress": progress(standing.view, standing.answers),
        "panel": panel(standing, before),
    }


def _address(opened: OpenCase, part: Section, fact_id: str) -> str:
    return f"{reverse('cases:section', args=(opened.case.uuid, part.slug))}#q-{fact_id}"


def _onward(request: HttpRequest, opened: OpenCase, part: Section, before: Standing, now: Standing) -> HttpResponse:
    """After saving: to what has just come up in this section, to the next one, or back to the same."""
    new = [fact for fact in part.facts if now.is_open(fact) and not before.is_shown(fact)]
    if new:
        text = "Eine Frage ist" if len(new) == 1 else f"{len(new)} Fragen sind"
        messages.info(request, f"Gespeichert. {text} durch Ihre Antworten dazugekommen.")
        return redirect(_address(opened, part, new[0].id))
    for fact in part.facts:
        if any(request.POST.get(button) == fact.id for button in BUTTONS):
            return redirect(_address(opened, part, fact.id))
    following = after(part)
    if request.POST.get("go") != "on":
        messages.success(request, "Gespeichert.")
        return redirect("cases:section", opened.case.uuid, part.slug)
    if following is None:
        return redirect("cases:result", opened.case.uuid)
    return redirect("cases:section", opened.case.uuid, following.slug)
