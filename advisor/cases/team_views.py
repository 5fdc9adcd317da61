"""Pages about who may open a case; they show no more of it than its key."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from advisor.accounts.models import User
from advisor.cases import team
from advisor.cases.fetch import NeedsReason, in_team, listed_case, may_write
from advisor.cases.models import AccessKind, Case, CaseAccess
from advisor.cases.services import LOG_DETAILS
from advisor.cases.team_forms import HandOverForm, ReasonForm, ShareForm, counsellors
from advisor.logbook.models import Action, Event
from advisor.logbook.views import render_case_log
from advisor.policies import Permission, may, needs
from advisor.web.errors import trouble


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES, Permission.MANAGE_LIFECYCLE)
def members(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Who may open the case; `?tun=` says which of the forms was sent."""
    user = cast(User, request.user)
    case = listed_case(request, uuid)
    if not may(user, Permission.MANAGE_LIFECYCLE) and not may_write(user, case):
        raise NeedsReason(case)
    manages = may(user, Permission.MANAGE_LIFECYCLE) or in_team(user, case)
    if request.method == "POST" and not manages:
        raise PermissionDenied
    sent = request.POST if request.method == "POST" else None
    doing = request.GET.get("tun", "") if sent is not None else ""
    people = counsellors(case)
    others = people.exclude(pk=case.lead_id)
    forms: dict[str, ShareForm | HandOverForm] = {
        "share": ShareForm(
            sent if doing == "share" else None, people=others, submit=_("Ins Team holen"), action="share"
        ),
        "hand_over": HandOverForm(
            sent if doing == "hand_over" else None, people=others, submit=_("Fall übergeben"), action="hand_over"
        ),
    }
    if sent is not None:
        done = _done(request, doing, case, user, forms)
        if done is not None:
            return done
    given = CaseAccess.objects.filter(case=case).exclude(kind=AccessKind.ASKED).select_related("user")
    context = {
        "case": case,
        "tab": "edit",
        "forms": forms,
        "form": next((form for form in forms.values() if form.is_bound), None),
        "manages": manages,
        "given": given.order_by("kind", "pk"),
        "opened": Case.objects.visible_to(user).filter(pk=case.pk).exists(),
    }
    status = 422 if any(form.is_bound and form.errors for form in forms.values()) else 200
    return render(request, "cases/team.html", context, status=status)


def _done(
    request: HttpRequest, doing: str, case: Case, user: User, forms: dict[str, ShareForm | HandOverForm]
) -> HttpResponse | None:
    """Do what was sent and lead back; None where the form has faults, which then stand on the page."""
    form = forms.get(doing)
    if form is not None:
        if not form.is_valid():
            return None
        colleague = form.cleaned_data["user"]
        if doing == "share":
            team.share(case, colleague, user)
            messages.success(request, _("{person} kann den Fall jetzt öffnen.").format(person=colleague))
        else:
            team.hand_over(case, colleague, user, stay=form.cleaned_data["stay"])
            messages.success(request, _("Zuständig ist jetzt {person}.").format(person=colleague))
    elif doing == "unshare":
        given = CaseAccess.objects.filter(case=case, pk=_number(request.POST.get("access"))).first()
        if given is not None:
            team.unshare(case, given.user, user)
        messages.success(request, _("Der Zugang ist beendet."))
    elif doing == "office":
        team.open_to_office(case, user, request.POST.get("open") == "yes")
        messages.success(request, _("Gespeichert."))
    else:
        return trouble(request, 400)
    still = may(user, Permission.MANAGE_LIFECYCLE) or may_write(user, case)
    return redirect("cases:team", case.uuid) if still else redirect("cases:list")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES)
def reason(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Open a case of the own office from outside its team: with a reason, for a working day, on record."""
    user = cast(User, request.user)
    case = listed_case(request, uuid)
    if Case.objects.visible_to(user).filter(pk=case.pk).exists():
        return redirect("cases:questionnaire", uuid)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        team.open_from_outside(case, user, form.cleaned_data["reason"])
        return redirect("cases:questionnaire", uuid)
    context = {"case": case, "form": form, "hours": team.OUTSIDE_HOURS}
    return render(request, "cases/reason.html", context, status=422 if form.is_bound and form.errors else 200)


@require_safe
@needs(Permission.READ_LOG)
def case_log(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Who did what with the case, with the reasons of those who opened it from outside the team; nothing else of it."""
    case = Case.objects.select_related("key").listed_for(cast(User, request.user)).filter(uuid=uuid).first()

    def reason_of(event: Event) -> str:
        if case is None or event.details is None or event.action != Action.OPENED_FROM_OUTSIDE:
            return ""
        return case.safe.open_text(LOG_DETAILS, event.details)

    return render_case_log(request, uuid, reason_of)


def _number(text: str | None) -> int:
    """A row's number; 0, which no row has, where the text is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else 0
