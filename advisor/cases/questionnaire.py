"""The questionnaire: a section a page; one answer at a time with htmx, a whole section without JavaScript."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from advisor.cases.answers import last_answered
from advisor.cases.desk import desk
from advisor.cases.fetch import OpenCase, open_case
from advisor.cases.keeping import Kept, keep, remember, remembered, standing_of
from advisor.cases.question import Question
from advisor.cases.sections import ALL_SECTIONS, BY_SLUG, Section, after
from advisor.cases.standing import Standing
from advisor.cases.submission import BUTTONS, Submission, one_answer, speaks_of, whole_section
from advisor.policies import Permission, needs
from advisor.web.errors import trouble
from pathways.engine.facts import Fact


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
    part = section_of(section)
    opened = open_case(request, uuid, about)
    if request.method == "POST":
        return _whole_page(request, opened, part, keep(opened, partial(whole_section, part, request.POST)))
    standing = standing_of(opened)
    before = remembered(request, opened, standing)
    return render(request, "cases/section.html", _page(opened, part, standing, before))


@require_POST
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def answer(request: HttpRequest, uuid: UUID, about: UUID, section: str, fact_id: str) -> HttpResponse:
    """Save the answer to one question; with htmx the parts of the page that are now different."""
    part = section_of(section)
    fact = next((fact for fact in part.facts if fact.id == fact_id), None)
    if fact is None:
        raise Http404
    opened = open_case(request, uuid, about)
    if not speaks_of(fact, request.POST):
        return trouble(request, 400)
    done = keep(opened, partial(one_answer, fact, request.POST))
    if not request.htmx:  # type: ignore[attr-defined]
        return _whole_page(request, opened, part, done)
    sent = done.sent
    shown = [*dict.fromkeys([part, *(BY_SLUG[slug] for slug in request.POST.getlist("loaded") if slug in BY_SLUG)])]
    before = {key: question for each in shown for key, question in done.before.questions(each).items()}
    questions = {key: question for each in shown for key, question in questions_of(each, done.now, sent).items()}
    context = desk(opened, "all" if "loaded" in request.POST else "talk", done.now, done.before, part)
    context["changed"] = [
        question
        for question in questions.values()
        if _looks_different(question, before[question.id], own=question.id == fact_id, sent=sent)
    ]
    context["saved"] = not sent.refused and fact_id
    context["own"] = questions[fact_id]
    context["opened"] = sum(q.asked and not before[q.id].asked for q in questions.values())
    return render(request, "cases/_answered.html", context, status=422 if sent.refused else 200)


def _whole_page(request: HttpRequest, opened: OpenCase, part: Section, done: Kept) -> HttpResponse:
    """Without htmx, once what could be read is saved: the page again where something was refused, else onward."""
    if done.sent.refused:
        page = _page(opened, part, done.now, done.before, done.sent)
        return render(request, "cases/section.html", page, status=422)
    remember(request, opened, done)
    return _onward(request, opened, part, done.before, done.now)


def _looks_different(question: Question, before: Question, *, own: bool, sent: Submission) -> bool:
    if own:
        # Its fields already show what was typed; writing them anew would close folds and lose what is being typed.
        return sent.redraw or bool(question.error) or len(question.selects) != len(before.selects)
    return question != before


def section_of(slug: str) -> Section:
    """The section in an address; Http404 where there is none."""
    if slug not in BY_SLUG:
        raise Http404
    return BY_SLUG[slug]


def questions_of(part: Section, standing: Standing, sent: Submission | None = None) -> dict[str, Question]:
    """The questions of a section by fact id, with what was typed and refused where something was."""
    questions = standing.questions(part)
    return questions if sent is None else {key: sent.mark(question) for key, question in questions.items()}


def _page(
    opened: OpenCase, part: Section, standing: Standing, before: Standing | None, sent: Submission | None = None
) -> dict[str, Any]:
    """What the whole page needs."""
    questions = tuple(questions_of(part, standing, sent).values())
    return {
        **desk(opened, "talk", standing, before, part),
        "next_section": after(part),
        "questions": questions,
        "here": reverse("cases:section", args=(*_where(opened), part.slug)),
        "faulty": [question for question in questions if question.error],
    }


def _where(opened: OpenCase) -> tuple[UUID, UUID]:
    return opened.case.uuid, opened.person.uuid


def _address(opened: OpenCase, part: Section, fact_id: str) -> str:
    return f"{reverse('cases:section', args=(*_where(opened), part.slug))}#q-{fact_id}"


def _onward(request: HttpRequest, opened: OpenCase, part: Section, before: Standing, now: Standing) -> HttpResponse:
    """After saving: to what has just come up in this section, to the next one, or back to the same."""
    new = [fact for fact in part.facts if now.is_open(fact) and not before.is_shown(fact)]
    if new:
        text = ngettext(
            "Gespeichert. Eine Frage ist durch Ihre Antworten dazugekommen.",
            "Gespeichert. {n} Fragen sind durch Ihre Antworten dazugekommen.",
            len(new),
        )
        messages.info(request, text.format(n=len(new)))
        return redirect(_address(opened, part, new[0].id))
    for fact in part.facts:
        if any(request.POST.get(button) == fact.id for button in BUTTONS):
            return redirect(_address(opened, part, fact.id))
    following = after(part)
    if request.POST.get("go") != "on":
        messages.success(request, _("Gespeichert."))
        return redirect("cases:section", *_where(opened), part.slug)
    if following is None:
        return redirect("cases:person_result", *_where(opened))
    return redirect("cases:section", *_where(opened), following.slug)
