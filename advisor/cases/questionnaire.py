"""The questionnaire: a section a page; one answer at a time with htmx, a whole section without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from advisor.cases.fetch import NotWritable, OpenCase, open_case
from advisor.cases.frame import frame
from advisor.cases.panel import panel
from advisor.cases.question import Question
from advisor.cases.sections import ALL_SECTIONS, BY_SLUG, Section, after, progress
from advisor.cases.services import ATTEMPTS, Stale, answers_of, day_of, last_answered, save_answers
from advisor.cases.standing import Standing
from advisor.cases.submission import BUTTONS, Submission, one_answer, speaks_of, whole_section
from advisor.policies import Permission, needs
from advisor.web.errors import trouble
from pathways.engine.facts import Fact


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was sent, and how the case stood before and after what could be saved of it."""

    before: Standing
    sent: Submission
    now: Standing


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def first(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The way to where one left off: person and section of the last answer, the first ones in a new case."""
    opened = open_case(request, uuid)
    person, fact = last_answered(opened.case) or (opened.person, None)
    return redirect("cases:section", uuid, person.uuid, _part_of(fact).slug)


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def first_of_person(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """The way to where one left off with one person."""
    opened = open_case(request, uuid, about)
    found = last_answered(opened.case, opened.person)
    return redirect("cases:section", uuid, about, _part_of(found[1] if found else None).slug)


def _part_of(fact: Fact | None) -> Section:
    return next((part for part in ALL_SECTIONS if fact in part.facts), ALL_SECTIONS[0])


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def section(request: HttpRequest, uuid: UUID, about: UUID, section: str) -> HttpResponse:
    """The questions of one section; a POST saves all of them that hold an answer."""
    part = _section(section)
    opened = open_case(request, uuid, about)
    if request.method != "POST":
        return render(request, "cases/section.html", _page(opened, part, _standing(opened)))
    return _whole_page(request, opened, part, _kept(opened, partial(whole_section, part, request.POST)))


@require_POST
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def answer(request: HttpRequest, uuid: UUID, about: UUID, section: str, fact_id: str) -> HttpResponse:
    """Save the answer to one question; with htmx the parts of the page that are now different."""
    part = _section(section)
    fact = next((fact for fact in part.facts if fact.id == fact_id), None)
    if fact is None:
        raise Http404
    opened = open_case(request, uuid, about)
    if not speaks_of(fact, request.POST):
        return trouble(request, 400)
    done = _kept(opened, partial(one_answer, fact, request.POST))
    if not request.htmx:  # type: ignore[attr-defined]
        return _whole_page(request, opened, part, done)
    sent, now = done.sent, done.now
    before, questions = done.before.questions(part), _questions(part, now, sent)
    context = _context(opened, part, now, before=done.before)
    context["changed"] = [
        question
        for question in questions.values()
        if _looks_different(question, before[question.id], own=question.id == fact_id, sent=sent)
    ]
    context["saved"] = not sent.refused and fact_id
    context["own"] = questions[fact_id]
    context["opened"] = sum(q.asked and not before[q.id].asked for q in questions.values())
    return render(request, "cases/_answered.html", context, status=422 if sent.refused else 200)


def _whole_page(request: HttpRequest, opened: OpenCase, part: Section, done: _Kept) -> HttpResponse:
    """Without htmx, once what could be read is saved: the page again where something was refused, else onward."""
    if done.sent.refused:
        return render(request, "cases/section.html", _page(opened, part, done.now, done.sent), status=422)
    return _onward(request, opened, part, done.before, done.now)


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


def _kept(opened: OpenCase, read: Callable[[Standing], Submission]) -> _Kept:
    """Read what was sent against what is kept, and save what can be.

    Where somebody else saves between the two, it is read again, so that a conflict with theirs is seen; Stale where
    that happens again and again.
    """
    for attempt in range(ATTEMPTS):
        if attempt:
            opened.case.refresh_from_db(fields=["version", "as_of", "state", "destroy_on", "sealed_outlook"])
            if not opened.case.is_running:
                raise NotWritable(opened.case)
        standing = _standing(opened)
        sent = read(standing)
        if not sent.answers:
            return _Kept(standing, sent, standing)
        now = Standing({**standing.answers, **sent.answers}, standing.as_of)
        try:
            save_answers(opened.person, sent.answers, opened.user, opened.case.version, now=now)
        except Stale:
            continue
        return _Kept(standing, sent, now)
    raise Stale(f"after {ATTEMPTS} attempts")


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
        **frame(opened, "questions"),
        "section": part,
        "progress": progress(standing.view, standing.answers),
        "panel": panel(standing, before),
    }


def _where(opened: OpenCase) -> tuple[UUID, UUID]:
    return opened.case.uuid, opened.person.uuid


def _address(opened: OpenCase, part: Section, fact_id: str) -> str:
    return f"{reverse('cases:section', args=(*_where(opened), part.slug))}#q-{fact_id}"


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
        return redirect("cases:section", *_where(opened), part.slug)
    if following is None:
        return redirect("cases:person_result", *_where(opened))
    return redirect("cases:section", *_where(opened), following.slug)
