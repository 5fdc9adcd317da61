"""The page "Unterlagen & Fristen" of a person: what has to be brought, what is due, and what is done of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as Day
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from advisor.cases.dates import Noted, forget_date, keep_date, new_date_id
from advisor.cases.fetch import OpenCase, open_case
from advisor.cases.frame import frame
from advisor.cases.papers import Overtaken, Paper, Progress, keep_paper, new_paper_id
from advisor.followup.case_page import CasePage
from advisor.followup.forms import DateForm, NewDateForm, NewPaperForm, PaperForm
from advisor.followup.paper_lines import PaperLine
from advisor.policies import Permission, needs
from advisor.web.errors import trouble
from pathways.law.deadlines import COUNTING

_OOB = mark_safe('hx-swap-oob="true"')  # marks the parts of a line that are put in place of the old ones
NEW = "neu"  # in the address of a paper that is not there yet


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def of_case(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The way to the page of the first person of a case."""
    return redirect("followup:case", uuid, open_case(request, uuid).person.uuid)


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def page(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """What is due and what has to be brought."""
    return _page(request, open_case(request, uuid, about))


@require_POST
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def paper(request: HttpRequest, uuid: UUID, about: UUID, paper: str) -> HttpResponse:
    """Note how far one paper is, or add or take away one of the team's own; with htmx its line again."""
    opened = open_case(request, uuid, about)
    if paper == NEW:
        return _new_paper(request, opened)
    line = CasePage(opened, timezone.localdate()).line(paper)
    if line is None:
        raise Http404
    form = PaperForm(request.POST)
    if not form.is_valid():
        return _line_again(request, opened, line, form, 422)
    try:
        keep_paper(opened.person, _wanted(request, line, form), opened.user, form.cleaned_data["was"])
    except Overtaken as overtaken:
        form.add_error(None, _("Jemand anderes hat hier inzwischen etwas anderes vermerkt. Bitte noch einmal ansehen."))
        return _line_again(request, opened, replace(line, paper=overtaken.now), form, 409)
    if request.htmx:  # type: ignore[attr-defined]
        now = CasePage(opened, timezone.localdate()).line(paper)
        return _row(request, opened, now, saved=True) if now else HttpResponse("")
    return redirect(f"{_at(opened)}#u-{paper}")


def _wanted(request: HttpRequest, line: PaperLine, form: PaperForm) -> Paper:
    if request.POST.get("tun") == "entfernen" and line.paper.is_own:
        return Paper(line.paper.id)
    sent = form.cleaned_data
    progress = Progress(sent["progress"]) if sent["progress"] else None
    return Paper(line.paper.id, progress, sent["note"], sent["asked_on"], line.words)


def _new_paper(request: HttpRequest, opened: OpenCase) -> HttpResponse:
    form = NewPaperForm(request.POST)
    if form.is_valid():
        fresh = Paper(new_paper_id(), Progress.MISSING, words=form.cleaned_data["words"])
        try:
            keep_paper(opened.person, fresh, opened.user, Paper(fresh.id).fingerprint)
        except ValueError:
            form.add_error("words", _("Mehr eigene Unterlagen nimmt ein Fall nicht auf."))
        else:
            return redirect(f"{_at(opened)}#u-{fresh.id}")
    return _page(request, opened, new_paper=form, status=422)


@require_POST
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def date(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """Call a deadline or an own date done or open again, add an own date, or take one away."""
    opened = open_case(request, uuid, about)
    match request.POST.get("tun"):
        case "termin":
            return _new_date(request, opened)
        case "erledigt" | "offen" | "entfernen" as wanted:
            return _noted(request, opened, wanted)
        case _:
            return trouble(request, 400)


def _noted(request: HttpRequest, opened: OpenCase, wanted: str) -> HttpResponse:
    form = DateForm(request.POST)
    key = request.POST.get("id", "")
    try:
        day = Day.fromisoformat(sent) if (sent := request.POST.get("day", "")) else None
    except ValueError:
        return trouble(request, 400)
    line = CasePage(opened, timezone.localdate()).find(key, day)
    if line is None:
        messages.warning(request, _("Diese Frist steht nach den Angaben nicht mehr da. Nichts wurde vermerkt."))
        return _page(request, opened, status=409)
    if not form.is_valid():
        return _page(request, opened, faulty=form, faulty_id=key, status=422)
    noted = line.noted or Noted(key, day)
    if wanted == "erledigt":
        keep_date(opened.person, replace(noted, done=True, note=form.cleaned_data["note"]), opened.user)
        messages.success(request, _("Als erledigt vermerkt."))
    elif noted.is_own and wanted == "offen":
        keep_date(opened.person, replace(noted, done=False), opened.user)
    else:
        forget_date(opened.person, noted, opened.user)
    return redirect(f"{_at(opened)}#fristen")


def _new_date(request: HttpRequest, opened: OpenCase) -> HttpResponse:
    form = NewDateForm(request.POST)
    if form.is_valid():
        sent = form.cleaned_data
        try:
            keep_date(opened.person, Noted(new_date_id(), sent["day"], words=sent["words"]), opened.user)
        except ValueError:
            form.add_error("words", _("Mehr eigene Termine nimmt ein Fall nicht auf."))
        else:
            messages.success(request, _("Der Termin ist eingetragen."))
            return redirect(f"{_at(opened)}#fristen")
    return _page(request, opened, new_date=form, status=422)


def _line_again(request: HttpRequest, opened: OpenCase, line: PaperLine, form: PaperForm, status: int) -> HttpResponse:
    if request.htmx:  # type: ignore[attr-defined]
        return _row(request, opened, replace(line, form=form), status=422)  # what htmx puts in place
    return _page(request, opened, sent=line.paper.id, paper_form=form, status=status)


def _row(
    request: HttpRequest, opened: OpenCase, line: PaperLine, *, saved: bool = False, status: int = 200
) -> HttpResponse:
    context = {
        "case": opened.case,
        "person": opened.person,
        "may_write": True,
        "line": line,
        "saved": saved,
        "lines_at": _at(opened),
        "oob": _OOB,
    }
    return render(request, "followup/_paper.html", context, status=status)


def _at(opened: OpenCase) -> str:
    return reverse("followup:case", args=(opened.case.uuid, opened.person.uuid))


def _page(
    request: HttpRequest,
    opened: OpenCase,
    *,
    sent: str = "",
    paper_form: Form | None = None,
    new_paper: Form | None = None,
    new_date: Form | None = None,
    faulty: Form | None = None,
    faulty_id: str = "",
    status: int = 200,
) -> HttpResponse:
    shown = CasePage(opened, timezone.localdate())
    context: dict[str, Any] = {
        **frame(opened, "papers"),
        "oob": "",
        "here": _at(opened),
        # Ninety addresses in full would weigh more than what the page says.
        "lines_at": "" if request.path == _at(opened) else _at(opened),
        "due": shown.due,
        "done": shown.done,
        "groups": shown.groups(sent, paper_form),
        "counting": COUNTING,
        "new_paper": new_paper or NewPaperForm(),
        "new_date": new_date or NewDateForm(),
        "faulty": faulty,
        "faulty_id": faulty_id,
        "sent": sent,
        "paper_form": paper_form,
        "faults": [form for form in (paper_form, new_paper, new_date, faulty) if form is not None],
    }
    return render(request, "followup/case.html", context, status=status)
