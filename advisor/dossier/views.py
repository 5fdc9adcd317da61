"""Pages for the papers for a hardship commission: what is there and missing, each section, PDF and file to edit."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from advisor.accounts.limits import limited
from advisor.cases.answers import answers_of
from advisor.cases.fetch import OpenCase, open_case
from advisor.cases.frame import frame
from advisor.cases.services import log
from advisor.dossier.compose import PATHWAY, printed_unless_said
from advisor.dossier.entries import Entry, Overtaken, entries_of, keep_entry
from advisor.dossier.forms import SectionForm, read, shown
from advisor.dossier.making import composed_dossier, make_dossier
from advisor.dossier.sections import BY_ID, SECTIONS, Section
from advisor.dossier.word import dossier_docx
from advisor.logbook.models import Action
from advisor.memo.views import PDFS, pdf_response
from advisor.policies import Permission, needs
from advisor.web.errors import trouble
from pathways.content.reading import read_assessment
from pathways.engine.assess import Verdict
from pathways.law import LAW

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def overview(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """What the papers hold, what is missing, and how they are submitted."""
    opened = open_case(request, uuid, about, Action.DOSSIER_VIEWED)
    composed = composed_dossier(opened.person, opened.adviser, several=opened.persons > 1)
    assessment = composed.given.assessment
    reading = next(
        way for way in read_assessment(assessment, composed.given.answers, LAW).pathways if way.id == PATHWAY
    )
    doubtful = assessment.result(PATHWAY).verdict in (Verdict.EXCLUDED, Verdict.NOT_IN_FORCE)
    context = {**frame(opened, "dossier"), "dossier": composed.dossier, "reading": reading, "doubtful": doubtful}
    return render(request, "dossier/overview.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def section(request: HttpRequest, uuid: UUID, about: UUID, part: str) -> HttpResponse:
    """One section: what the answers say already, and the fields for the rest."""
    opened = open_case(request, uuid, about, Action.DOSSIER_VIEWED)
    found = BY_ID.get(part)
    if found is None:
        raise Http404
    default = printed_unless_said(found, answers_of(opened.person))
    if request.method != "POST":
        kept = entries_of(opened.person).get(part, Entry(part))
        return _section(request, opened, found, shown(found, kept, default=default))
    if "war" not in request.POST:  # no form of ours; saving it would empty the section
        return trouble(request, 400)
    form, entry = read(found, request.POST, default=default)
    if form.is_faulty:
        return _section(request, opened, found, form, 422)
    try:
        keep_entry(opened.person, entry, opened.user, form.was)
    except Overtaken as overtaken:
        form.was = overtaken.now.fingerprint
        there = shown(found, overtaken.now, default=default)
        return _section(request, opened, found, form, 409, there)
    messages.success(request, _("Gespeichert."))
    if request.POST.get("weiter") == "uebersicht":
        return redirect("dossier:overview", uuid, about)
    return redirect("dossier:section", uuid, about, part)


@require_POST
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
@limited("pdf", PDFS)
def pdf(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """The papers as PDF, kept as it is with the judgement it rests on."""
    opened = open_case(request, uuid, about)
    _kept, content = make_dossier(opened.person, opened.user, several=opened.persons > 1)
    return pdf_response(content, f"haertefall-{str(uuid)[:8]}")


@require_POST
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
@limited("pdf", PDFS)
def word(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """The papers as a file to edit: a draft, which is not kept."""
    opened = open_case(request, uuid, about)
    composed = composed_dossier(opened.person, opened.user, several=opened.persons > 1)
    content = dossier_docx(composed.dossier)
    with transaction.atomic():
        log(Action.DOSSIER_MADE, opened.case, opened.user, subject="DOCX")
    headers = {"Content-Disposition": f'attachment; filename="haertefall-{str(uuid)[:8]}.docx"'}
    return HttpResponse(content, content_type=_DOCX, headers=headers)


def _section(
    request: HttpRequest,
    opened: OpenCase,
    found: Section,
    form: SectionForm,
    status: int = 200,
    there: SectionForm | None = None,
) -> HttpResponse:
    """``there``: what somebody else has written into the section meanwhile."""
    composed = composed_dossier(opened.person, opened.adviser, several=opened.persons > 1)
    place = SECTIONS.index(found)
    context: dict[str, Any] = {
        **frame(opened, "dossier"),
        "part": composed.dossier.parts[place],
        "enclosures": composed.dossier.enclosures,
        "section": found,
        "form": form,
        "there": there,
        "following": SECTIONS[place + 1] if place + 1 < len(SECTIONS) else None,
    }
    return render(request, "dossier/section.html", context, status=status)
