"""Pages of the office admin: how long cases are kept, the bin, and the proofs of deletion."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from advisor.accounts.limits import limited
from advisor.accounts.models import Office, User
from advisor.cases.models import Case, CaseQuerySet
from advisor.lifecycle.blockers import Blocker, blockers_of
from advisor.lifecycle.certificate import certificate_lines, certificate_pdf
from advisor.lifecycle.forms import RetentionForm
from advisor.lifecycle.models import DeletionCertificate
from advisor.lifecycle.preview import preview
from advisor.lifecycle.retention import rules_of, set_rules
from advisor.lifecycle.wastebin import NotThere, take_out
from advisor.logbook.models import Action
from advisor.logbook.record import record
from advisor.policies import Permission, needs
from advisor.web.errors import trouble

PAGE_SIZE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.MANAGE_LIFECYCLE)
def retention(request: HttpRequest) -> HttpResponse:
    """How long closed cases are kept, with a preview of what a run would do; `tun=vorschau` only shows it."""
    user, office = _admin(request)
    rules = rules_of(office.pk)
    form = RetentionForm(request.POST if request.method == "POST" else None, rules)
    shown, is_trial = rules, False
    status = 200
    if request.method == "POST":
        if not form.is_valid():
            status = 422
        elif request.POST.get("tun") == "vorschau":
            shown, is_trial = {kind: count for kind, count in form.wanted.items() if count is not None}, True
        else:
            set_rules(office, user, form.wanted)
            messages.success(request, _("Gespeichert. Der nächste tägliche Lauf hält sich daran."))
            return redirect("lifecycle:retention")
    found = preview(office.pk, shown, timezone.localdate())
    _seen(user, "retention", len(found.lines))
    context = {"area": "retention", "form": form, "preview": found, "is_trial": is_trial, "has_rules": bool(shown)}
    return render(request, "lifecycle/retention.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.MANAGE_LIFECYCLE)
def wastebin(request: HttpRequest) -> HttpResponse:
    """The cases in the bin, known by key, state and days; a form takes one out again."""
    user, office = _admin(request)
    binned: CaseQuerySet = Case.objects.filter(office=office, destroy_on__isnull=False)
    if request.method == "POST":
        return _taken_out(request, user, binned)
    today = timezone.localdate()
    cases = binned.select_related("key", "ending__by").order_by("destroy_on", "pk")
    page = Paginator(cases, PAGE_SIZE).get_page(request.GET.get("seite"))
    rows = [(case, _overdue(case)) for case in page]
    _seen(user, "bin", len(rows))
    return render(request, "lifecycle/bin.html", {"area": "retention", "page": page, "rows": rows, "today": today})


def _seen(user: User, page: str, cases: int) -> None:
    """What keeps a case from being deleted is read from its answers: looking at that is on record."""
    if cases:
        record(Action.RETENTION_VIEWED, by=user, office_id=user.office_id, subject=f"{page} {cases}")


def _overdue(case: Case) -> tuple[Blocker, ...]:
    """What keeps a case in the bin although its two weeks are over."""
    today = timezone.localdate()
    return blockers_of(case, today) if case.destroy_on and case.destroy_on <= today else ()


def _taken_out(request: HttpRequest, user: User, binned: CaseQuerySet) -> HttpResponse:
    try:
        uuid = UUID(request.POST.get("fall", ""))
    except ValueError:
        return trouble(request, 400)
    case = get_object_or_404(binned, uuid=uuid)
    try:
        take_out(case, user, timezone.localdate())
    except NotThere:
        messages.error(request, _("Dieser Fall lag nicht mehr im Papierkorb."))
    else:
        messages.success(request, _("Der Fall ist zurückgeholt."))
    return redirect("lifecycle:bin")


@require_safe
@needs(Permission.MANAGE_LIFECYCLE)
def certificates(request: HttpRequest) -> HttpResponse:
    """The proofs of deletion of the office, the latest first."""
    _, office = _admin(request)
    rows = DeletionCertificate.objects.filter(office=office).select_related("by")
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("seite"))
    return render(request, "lifecycle/certificates.html", {"area": "retention", "page": page})


@require_safe
@needs(Permission.MANAGE_LIFECYCLE)
def certificate(request: HttpRequest, certificate: UUID) -> HttpResponse:
    """One proof as a page."""
    row = _certificate(request, certificate)
    context = {"area": "retention", "certificate": row, "lines": certificate_lines(row)}
    return render(request, "lifecycle/certificate.html", context)


@require_safe
@needs(Permission.MANAGE_LIFECYCLE)
@limited("pdf", "30/10m/user", reading=True)
def certificate_file(request: HttpRequest, certificate: UUID) -> HttpResponse:
    """One proof as PDF."""
    row = _certificate(request, certificate)
    headers = {"Content-Disposition": f'attachment; filename="loeschnachweis-{str(row.uuid)[:8]}.pdf"'}
    return HttpResponse(certificate_pdf(row), content_type="application/pdf", headers=headers)


def _certificate(request: HttpRequest, uuid: UUID) -> DeletionCertificate:
    _, office = _admin(request)
    rows = DeletionCertificate.objects.filter(office=office).select_related("by", "office")
    return get_object_or_404(rows, uuid=uuid)


def _admin(request: HttpRequest) -> tuple[User, Office]:
    """Who asks, and their office; the permission is only given to people of one."""
    user = cast(User, request.user)
    assert user.office is not None
    return user, user.office
