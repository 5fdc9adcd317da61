"""One question at a time: the best one to put now, or those of a section in turn.

Questions put off wait in the form alone; neither the address nor the database knows of them.
"""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from advisor.cases.desk import desk
from advisor.cases.fetch import OpenCase, open_case
from advisor.cases.keeping import Kept, keep, standing_of
from advisor.cases.next_question import Ask, leftovers, next_of
from advisor.cases.question import Question
from advisor.cases.questionnaire import section_of
from advisor.cases.sections import Section, after
from advisor.cases.standing import Standing
from advisor.cases.submission import one_answer, speaks_of
from advisor.cases.typed import shown_words
from advisor.policies import Permission, needs
from advisor.web.errors import trouble
from pathways.engine.facts import Fact
from pathways.law import LAW

_SAME_AGAIN = ("clear", "restore")  # buttons after which one wants to see the question once more


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def best(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """The question that can decide most; a POST saves its answer, or puts it off, and shows the next one."""
    return _in_turn(request, open_case(request, uuid, about), None)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def of_section(request: HttpRequest, uuid: UUID, about: UUID, section: str) -> HttpResponse:
    """The open questions of a section one after another."""
    part = section_of(section)
    return _in_turn(request, open_case(request, uuid, about), part)


def _in_turn(request: HttpRequest, opened: OpenCase, part: Section | None) -> HttpResponse:
    if request.method != "POST":
        standing = standing_of(opened)
        return _show(request, opened, part, Kept.nothing(standing), next_of(standing, (), part))
    data = request.POST
    fact = LAW.facts_by_id.get(data.get("shown", ""))
    later = [key for key in dict.fromkeys(data.getlist("later")) if key in LAW.facts_by_id]
    if fact is None:
        # Nothing was shown: questions that were put off are wanted after all.
        standing = standing_of(opened)
        return _show(request, opened, part, Kept.nothing(standing), next_of(standing, (), part))
    if data.get("skip") == fact.id:
        standing = standing_of(opened)
        later.append(fact.id)
        return _show(request, opened, part, Kept.nothing(standing), next_of(standing, later, part), later)
    if not speaks_of(fact, data):
        return trouble(request, 400)
    done = keep(opened, partial(one_answer, fact, data))
    if done.sent.refused or any(button in data for button in _SAME_AGAIN):
        return _show(request, opened, part, done, Ask(fact), later, answered=fact)
    if done.now.is_open(fact):
        later.append(fact.id)  # nothing was answered: it need not come back at once
    return _show(request, opened, part, done, next_of(done.now, later, part), later, answered=fact)


def _show(
    request: HttpRequest,
    opened: OpenCase,
    part: Section | None,
    done: Kept,
    ask: Ask | None,
    later: list[str] | None = None,
    answered: Fact | None = None,
) -> HttpResponse:
    """The page with this question, or with the end; with htmx what is different on it."""
    question = None if ask is None else done.sent.mark(done.now.question(ask.fact))
    refused = bool(done.sent.refused)
    context: dict[str, Any] = {
        **desk(opened, "next", done.now, done.before, part),
        "alone": True,
        "ask": ask,
        "question": question,
        "later": list(dict.fromkeys(later or ())),
        "faulty": [question] if refused else [],
        "own": question if refused else None,
        "saved": answered is not None and answered.id in done.sent.answers,
        "put_off": _put_off(done.now, later or ()),
        "just": _just(answered, done.now, question),
    }
    if ask is None:
        context["left"] = leftovers(done.now) if part is None else None
        context["next_section"] = None if part is None else after(part)
    template = "cases/_one_swap.html" if request.htmx else "cases/one.html"  # type: ignore[attr-defined]
    return render(request, template, context, status=422 if refused else 200)


def _put_off(standing: Standing, later: list[str] | tuple[()]) -> int:
    """How many of the questions put off are still open."""
    return sum(standing.is_open(LAW.facts_by_id[key]) for key in dict.fromkeys(later))


def _just(answered: Fact | None, standing: Standing, shown: Question | None) -> dict[str, Any] | None:
    """The question that was answered just now and its answer, to go back to; None while it is still shown."""
    if answered is None or answered.id not in standing.answers or (shown is not None and shown.fact is answered):
        return None
    return {"fact": answered, "words": shown_words(answered, standing.answers[answered.id])}
