"""The yearly report as a page and as a table for a spreadsheet; as PDF it is written by `advisor.memo`."""

from __future__ import annotations

from typing import cast

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_safe

from advisor.accounts.models import User
from advisor.guidance.report import COLUMNS, FIRST_YEAR, LAST_YEAR, YearReport, year_report
from advisor.logbook.models import Action
from advisor.logbook.record import record
from advisor.policies import Permission, needs
from advisor.web.csv_rows import csv_response


@require_safe
@needs(Permission.MANAGE_GUIDANCE)
def page(request: HttpRequest, year: int) -> HttpResponse:
    """The report on a year."""
    return render(request, "guidance/report.html", {"area": "guidance", "report": report_for(request, year, "page")})


@require_GET
@needs(Permission.MANAGE_GUIDANCE)
def table(request: HttpRequest, year: int) -> HttpResponse:
    """The papers of a year as CSV."""
    report = report_for(request, year, "csv")
    with override("de"):  # a record of the office, whoever takes it
        return csv_response(f"anleitung-{year}", COLUMNS, [line.cells for line in report.papers])


def report_for(request: HttpRequest, year: int, form: str) -> YearReport:
    """The report on a year of the office of the person logged in, put on record with its form; Http404."""
    user = cast(User, request.user)
    if user.office is None or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    report = year_report(user.office, year)
    with transaction.atomic():
        record(Action.REPORT_MADE, by=user, office_id=user.office_id, subject=f"guidance {year} {form}")
    return report
