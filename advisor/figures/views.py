"""Pages of the statistics: all of them by theme, one table, the hardship commissions, and what the office counts."""

from __future__ import annotations

from typing import cast

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_safe

from advisor.accounts.models import User
from advisor.figures import commissions, official
from advisor.figures import office as own_figures
from advisor.logbook.models import Action
from advisor.logbook.record import record
from advisor.policies import Permission, may, needs
from advisor.texts.library import Library, built_in_library, library_of
from advisor.texts.tables import own_table, slot_of_table, table_in
from advisor.web.csv_rows import csv_response
from pathways.law.figures import Table, Theme, kept_out, unrecorded


@require_safe
@needs(Permission.READ_FIGURES)
def overview(request: HttpRequest) -> HttpResponse:
    """Everything there is, by theme; what is left out and what nobody counts."""
    context = {
        "area": "figures",
        "themes": official.listed(_library(request)),
        "hardship": Theme.HARDSHIP,
        "kept_out": kept_out(),
        "unrecorded": unrecorded(),
        "has_own": may(cast(User, request.user), Permission.MANAGE_GUIDANCE),
    }
    return render(request, "figures/overview.html", context)


@require_safe
@needs(Permission.READ_FIGURES)
def one(request: HttpRequest, table: str) -> HttpResponse:
    """One table with its chart."""
    library = _library(request)
    context = {
        "area": "figures",
        "sheet": official.sheet(_found(library, table)),
        "own": own_table(library, table),
        "slot": slot_of_table(table),
        "may_edit": may(cast(User, request.user), Permission.EDIT_TEXTS),
    }
    return render(request, "figures/table.html", context)


@require_GET
@needs(Permission.READ_FIGURES)
def one_csv(request: HttpRequest, table: str) -> HttpResponse:
    """One table for a spreadsheet."""
    library = _library(request)
    head, rows = official.csv_table(_found(library, table), own_table(library, table))
    return csv_response(f"zahlen-{table}", head, rows)


@require_safe
@needs(Permission.READ_FIGURES)
def hardship(request: HttpRequest) -> HttpResponse:
    """What the hardship commissions counted, Land by Land."""
    parts = commissions.parts()
    context = {
        "area": "figures",
        "parts": [part for part in parts if part.periods],
        "without": [part.name for part in parts if not part.periods],
    }
    return render(request, "figures/hardship.html", context)


@require_GET
@needs(Permission.READ_FIGURES)
def hardship_csv(request: HttpRequest) -> HttpResponse:
    """The same for a spreadsheet."""
    return csv_response(f"zahlen-{commissions.SLUG}", *commissions.csv_table())


@require_safe
@needs(Permission.MANAGE_GUIDANCE)
def own(request: HttpRequest) -> HttpResponse:
    """What the office counts itself."""
    return render(request, "figures/office.html", {"area": "figures", "figures": _counted(request, "page")})


@require_GET
@needs(Permission.MANAGE_GUIDANCE)
def own_csv(request: HttpRequest) -> HttpResponse:
    """The same for a spreadsheet."""
    with override("de"):  # a record of the office, whoever takes it
        rows = own_figures.csv_rows(_counted(request, "csv"))
        return csv_response("zahlen-stelle", own_figures.CSV_COLUMNS, rows)


def _counted(request: HttpRequest, form: str) -> own_figures.OfficeFigures:
    """The figures of the office of the person logged in, put on record with their form."""
    user = cast(User, request.user)
    figures = own_figures.office_figures(user)
    with transaction.atomic():
        record(Action.FIGURES_COUNTED, by=user, office_id=user.office_id, subject=form)
    return figures


def _found(library: Library, slug: str) -> Table:
    try:
        return table_in(library, slug)
    except KeyError:
        raise Http404 from None


def _library(request: HttpRequest) -> Library:
    office = cast(User, request.user).office
    return library_of(office) if office else built_in_library()
