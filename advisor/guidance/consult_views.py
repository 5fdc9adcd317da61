"""Pages for putting a case to a releaser: the one of the case, the releaser's inbox, and the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from advisor.accounts.models import User
from advisor.cases.fetch import OpenCase, open_case
from advisor.cases.services import Stale, log
from advisor.guidance.consult_forms import AnswerForm, QuestionForm
from advisor.guidance.consultations import (
    answer,
    answer_of,
    ask,
    put_to,
    question_of,
    releasers,
    see_answers,
    withdraw,
)
from advisor.guidance.models import Consultation
from advisor.logbook.models import Action
from advisor.policies import Permission, needs


@dataclass(frozen=True, slots=True)
class Line:
    """A question with its answer, opened; ``is_mine``: it waits for the person looking."""

    row: Consultation
    question: str
    answer: str
    is_mine: bool


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def of_case(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What was asked about the case and answered; the team asks here."""
    opened = open_case(request, uuid)
    people = releasers(opened.case, opened.user)
    form = QuestionForm(request.POST if request.method == "POST" else None, people)
    if request.method == "POST" and form.is_valid():
        try:
            ask(opened.case, opened.user, form.cleaned_data["question"], form.cleaned_data["to"])
        except ValueError:
            form.add_error("to", _("In Ihrer Stelle gibt es gerade niemanden, der Fälle prüft und freigibt."))
        else:
            messages.success(request, _("Der Fall ist vorgelegt. Die Antwort steht dann auf dieser Seite."))
            return redirect("guidance:consult", uuid)
    see_answers(opened.case, opened.user)
    context = {
        "case": opened.case,
        "tab": "consult",
        "form": form,
        "may_write": opened.may_write,
        "has_releasers": people.exists(),
        "lines": _lines(opened),
    }
    return render(request, "guidance/consult.html", context, status=422 if form.errors else 200)


@require_POST
@needs(Permission.WORK_ON_CASES)
def take_back(request: HttpRequest, uuid: UUID, consultation: UUID) -> HttpResponse:
    """Take a question back; where it was answered meanwhile, the answer is what the page shows next."""
    opened = open_case(request, uuid, even_closed=True)
    row = Consultation.objects.filter(case=opened.case, uuid=consultation).first()
    if row is None:
        raise Http404
    row.case = opened.case
    try:
        withdraw(row, opened.user)
    except Stale:
        messages.warning(request, _("Diese Vorlage ist schon beantwortet oder zurückgezogen."))
    else:
        messages.success(request, _("Die Vorlage ist zurückgezogen."))
    return redirect("guidance:consult", uuid)


@require_safe
@needs(Permission.ANSWER_CONSULTATIONS)
def inbox(request: HttpRequest) -> HttpResponse:
    """The cases that wait for an answer: key, who asks, since when. The question itself stands with the case."""
    rows = put_to(cast(User, request.user))
    return render(request, "guidance/inbox.html", {"area": "inbox", "rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.ANSWER_CONSULTATIONS)
def reply(request: HttpRequest, consultation: UUID) -> HttpResponse:
    """The question about a case, with the way to its pages, and the answer."""
    user = cast(User, request.user)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    row = put_to(user).filter(uuid=consultation).first()
    if row is None:
        if not _was_put_to(user, consultation):
            raise Http404
        return _too_late(request)
    if request.method == "POST" and form.is_valid():
        try:
            answer(row, user, form.cleaned_data["answer"])
        except Stale:
            return _too_late(request)
        messages.success(request, _("Ihre Antwort steht jetzt im Fall."))
        return redirect("guidance:inbox")
    # Puts it on record that somebody has looked.
    if request.method == "POST":
        log(Action.CASE_VIEWED, row.case, user, subject="Vorlage")
    else:
        row.case = open_case(request, row.case.uuid).case
    context = {"area": "inbox", "row": row, "case": row.case, "form": form, "question": question_of(row)}
    return render(request, "guidance/reply.html", context, status=422 if form.errors else 200)


def _too_late(request: HttpRequest) -> HttpResponse:
    """Answered or taken back meanwhile: nothing of the case any more, but what was typed, to be copied."""
    status = 409 if request.method == "POST" else 404
    return render(request, "guidance/too_late.html", {"typed": request.POST.get("answer", "")}, status=status)


def _was_put_to(user: User, consultation: UUID) -> bool:
    """Whether a question that is open no longer was this person's to answer."""
    known = Consultation.objects.filter(Q(to=user) | Q(to=None), uuid=consultation, case__office=user.office)
    return known.exclude(asked_by=user).exists()


def _lines(opened: OpenCase) -> list[Line]:
    mine = set(put_to(opened.user).filter(case=opened.case).values_list("pk", flat=True))
    lines = []
    for row in Consultation.objects.filter(case=opened.case).select_related("asked_by", "answered_by", "to"):
        row.case = opened.case
        lines.append(Line(row, question_of(row), answer_of(row), row.pk in mine))
    return lines
