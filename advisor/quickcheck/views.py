"""The quick check: no case, nothing kept. What was answered travels in the form and is gone with the page."""

from __future__ import annotations

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from advisor.accounts.limits import limited
from advisor.accounts.models import User
from advisor.cases.forms import CaseForm
from advisor.cases.models import REFERENCE_TAKEN
from advisor.cases.panel import panel
from advisor.cases.sections import progress
from advisor.cases.services import ReferenceTaken, create_case
from advisor.memo.views import PDFS, pdf_response
from advisor.policies import Permission, may, needs
from advisor.quickcheck.desk import Desk, changed, desk, next_best
from advisor.quickcheck.paper import sheet_pdf
from advisor.quickcheck.sent import Sent, read_form
from advisor.quickcheck.sheet import sheet
from advisor.web.errors import trouble

_FOR = (Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(*_FOR)
def check(request: HttpRequest) -> HttpResponse:
    """Questions and the eight pathways beside them; with htmx only what a new answer has changed."""
    sent = _sent(request)
    if request.method != "POST":
        return render(request, "quickcheck/check.html", _context(request, sent, next_best(sent.now)))
    now = desk(request.POST, sent)
    if request.htmx:  # type: ignore[attr-defined]
        context = _context(request, sent, now) | {"questions": changed(sent, now.facts)}
        context["opened"] = sum(sent.now.is_shown(f) and not sent.before.is_shown(f) for f in now.facts)
        return render(request, "quickcheck/_live.html", context)
    return render(request, "quickcheck/check.html", _context(request, sent, now), status=422 if sent.refused else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(*_FOR)
def result(request: HttpRequest) -> HttpResponse:
    """What comes of the answers, to read and print."""
    if request.method != "POST":
        return redirect("quickcheck:check")
    sent = _sent(request)
    if sent.refused:
        return render(request, "quickcheck/check.html", _context(request, sent, desk(request.POST, sent)), status=422)
    return _result(request, sent)


@require_POST
@needs(*_FOR)
@limited("pdf", PDFS)
def pdf(request: HttpRequest) -> HttpResponse:
    """The same as a file; it is made, sent and forgotten."""
    return pdf_response(sheet_pdf(sheet(_sent(request).now)), "schnellpruefung")


@require_POST
@needs(Permission.WORK_ON_CASES)
def keep(request: HttpRequest) -> HttpResponse:
    """Make a case of the answers, under a key of the office: from now on they are kept, sealed."""
    user, sent = cast(User, request.user), _sent(request)
    if not sent.now.answers:
        return trouble(request, 400)
    form = CaseForm(request.POST, user=user, submit=_("Fall anlegen"))
    if form.is_valid():
        wanted = form.values
        try:
            case = create_case(user, wanted["reference"], wanted["as_of"], sent.now.answers, kind=wanted["kind"])
        except ReferenceTaken:
            form.add_error("reference", _(REFERENCE_TAKEN))
        else:
            return redirect("cases:questionnaire", case.uuid)
    return _result(request, sent, form, status=422)


def _sent(request: HttpRequest) -> Sent:
    return read_form(request.POST, timezone.localdate())


def _context(request: HttpRequest, sent: Sent, now: Desk) -> dict[str, Any]:
    """What the page of questions needs."""
    questions = tuple(sent.question(fact) for fact in now.facts)
    return {
        "area": "quickcheck",
        "desk": now,
        "kept": sent.kept,
        "answered": len(sent.now.answers),
        "questions": questions,
        "may_print": may(cast(User, request.user), Permission.WORK_ON_CASES, Permission.PRINT_RELEASED),
        "faulty": [question for question in questions if question.error],
        "panel": panel(sent.now, sent.before),
        "progress": progress(sent.now.view, sent.now.answers),
    }


def _result(request: HttpRequest, sent: Sent, form: CaseForm | None = None, status: int = 200) -> HttpResponse:
    user = cast(User, request.user)
    may_keep = may(user, Permission.WORK_ON_CASES) and bool(sent.now.answers)
    if may_keep and form is None:
        form = CaseForm(None, user=user, submit=_("Fall anlegen"))
        form.fields["reference"].widget.attrs["autofocus"] = False  # the result is read first
    context = {
        "area": "quickcheck",
        "sheet": sheet(sent.now),
        "kept": sent.kept,
        "form": form,
    }
    return render(request, "quickcheck/result.html", context, status=status)
