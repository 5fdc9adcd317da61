"""The page about the blank questionnaire, and the questionnaire itself to download."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from advisor.accounts.limits import limited
from advisor.blank.numbering import edition
from advisor.blank.paper import blank_pdf
from advisor.memo.views import PDFS, pdf_response
from advisor.policies import Permission, needs
from pathways.engine.fingerprint import law_version
from pathways.law import LAW


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.PRINT_RELEASED)
def page(request: HttpRequest) -> HttpResponse:
    """What the blank questionnaire is for, where to get it and how it comes back into a case."""
    context = {"area": "blank", "edition": edition(), "law_version": law_version(LAW)}
    return render(request, "blank/page.html", context)


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.PRINT_RELEASED)
@limited("pdf", PDFS, reading=True)
def pdf(request: HttpRequest) -> HttpResponse:
    """The blank questionnaire in German."""
    return pdf_response(blank_pdf("de"), "fragebogen-leer")


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.PRINT_RELEASED)
@limited("pdf", PDFS, reading=True)
def pdf_en(request: HttpRequest) -> HttpResponse:
    """The blank questionnaire in English, with the same numbers, for interpreters."""
    return pdf_response(blank_pdf("en"), "questionnaire-blank")
