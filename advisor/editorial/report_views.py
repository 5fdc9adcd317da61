"""Pages for saying that something is wrong with a text, and for dealing with what was said."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from advisor.accounts.limits import limited
from advisor.editorial.asked import asked_slot, office_of
from advisor.editorial.forms import ReportForm
from advisor.editorial.labels import name_of_slot
from advisor.editorial.shelf import entry_of
from advisor.policies import Permission, needs
from advisor.texts.faults import TextFault
from advisor.texts.library import library_of
from advisor.texts.models import Report
from advisor.texts.writing import message_of, report, settle
from advisor.vault.faults import VaultFault

_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    """A report, opened, with the words for its text."""

    row: Report
    label: str
    message: str


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.READ_TEXTS)
@limited("text-report", "60/h/user")
def report_page(request: HttpRequest, slot: str) -> HttpResponse:
    """Say what is wrong with a text; nothing of a case belongs here."""
    asked, language = asked_slot(request, slot)
    user, office = office_of(request)
    form = ReportForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            report(asked.id, user, form.cleaned_data["message"], language)
        except TextFault as fault:
            form.add_error("message", str(fault))
        else:
            messages.success(request, _("Danke. Die Redaktion Ihrer Stelle sieht Ihre Meldung."))
            return redirect(f"{reverse('editorial:slot', args=(asked.id,))}?sprache={language}")
    entry = entry_of(library_of(office), asked, language)
    context = {"area": "texts", "entry": entry, "form": form}
    return render(request, "editorial/report.html", context, status=422 if form.errors else 200)


@require_safe
@needs(Permission.EDIT_TEXTS, Permission.RELEASE_TEXTS)
def reports(request: HttpRequest) -> HttpResponse:
    """What was reported in the office: open ones first, the newest first."""
    _user, office = office_of(request)
    rows = Report.objects.filter(office=office).select_related("by", "settled_by")
    rows = rows.order_by(F("settled_at").desc(nulls_first=True), "-pk")
    page = Paginator(rows, _A_PAGE).get_page(request.GET.get("seite"))
    lines = [Line(row, name_of_slot(row.slot, row.language), _message(row)) for row in page]
    return render(request, "editorial/reports.html", {"area": "texts", "page": page, "reports": lines})


@require_POST
@needs(Permission.EDIT_TEXTS, Permission.RELEASE_TEXTS)
def settle_report(request: HttpRequest, report: UUID) -> HttpResponse:
    """Note that a report is dealt with."""
    user, office = office_of(request)
    row = Report.objects.filter(office=office, uuid=report).first()
    if row is None:
        raise Http404
    try:
        settle(row, user)
    except TextFault as fault:
        messages.warning(request, str(fault))
    else:
        messages.success(request, _("Als erledigt vermerkt."))
    return redirect("editorial:reports")


def _message(row: Report) -> str:
    """What was reported; one report that does not open does not hide the others."""
    try:
        return message_of(row)
    except VaultFault:
        return _("Lässt sich nicht öffnen. Bitte sagen Sie dem Betrieb Bescheid.")
