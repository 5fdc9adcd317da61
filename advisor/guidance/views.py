"""Pages on guidance: of the office for its admin, of one person, and one's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from advisor.accounts.models import Role, User
from advisor.guidance import changes
from advisor.guidance.forms import GuidanceForm, QualificationForm, TrainingForm
from advisor.guidance.models import Guidance, Qualification, Training
from advisor.guidance.report import report_years
from advisor.guidance.standing import Standing, standing_of, standings
from advisor.policies import Permission, needs
from advisor.web.errors import trouble

Form = GuidanceForm | QualificationForm | TrainingForm


@require_safe
@needs(Permission.MANAGE_GUIDANCE)
def overview(request: HttpRequest) -> HttpResponse:
    """Every counsellor of the office with how they stand today; what is missing or ends soon comes first."""
    user, today = cast(User, request.user), timezone.localdate()
    assert user.office is not None
    advisers = list(
        User.objects.filter(office=user.office, is_active=True, role_grants__role=Role.COUNSELLOR).order_by(
            "last_name", "first_name", "username"
        )
    )
    known = standings(advisers, today)
    rows = sorted(((person, known[person.pk]) for person in advisers), key=lambda row: _urgency(row[1]))
    context = {
        "area": "guidance",
        "rows": rows,
        "urgent": [row for row in rows if _urgency(row[1]) < 2],
        "years": report_years(user.office, today.year),
    }
    return render(request, "guidance/overview.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.MANAGE_GUIDANCE)
def person(request: HttpRequest, person: int) -> HttpResponse:
    """What is written down about one person of the office; `?tun=` says which of the forms was sent."""
    user, today = cast(User, request.user), timezone.localdate()
    about = User.objects.filter(office=user.office, pk=person).first()
    if about is None:
        raise Http404
    sent = request.POST if request.method == "POST" else None
    doing = request.GET.get("tun", "") if sent is not None else ""
    forms: dict[str, Form] = {
        kind.action: kind(sent if doing == kind.action else None, about, today)
        for kind in (GuidanceForm, QualificationForm, TrainingForm)
    }
    if sent is not None:
        done = _done(doing, sent.get("nummer", ""), about, user, today, forms)
        if done is None:
            return trouble(request, 400)
        if done:
            messages.success(request, _("Gespeichert."))
            return redirect("guidance:person", about.pk)
    form = next((form for form in forms.values() if form.is_bound), None)
    context = {"area": "guidance", "forms": forms, "form": form, **_of(about, today)}
    return render(request, "guidance/person.html", context, status=422 if form else 200)


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS, Permission.MANAGE_GUIDANCE)
def own(request: HttpRequest) -> HttpResponse:
    """What is written down about oneself, and whom one guides."""
    user, today = cast(User, request.user), timezone.localdate()
    guided = [row for row in Guidance.objects.filter(guide=user).select_related("adviser") if row.holds_on(today)]
    context = {"area": "own_guidance", "guided": guided, **_of(user, today)}
    return render(request, "guidance/own.html", context)


def _of(about: User, today: date) -> dict[str, object]:
    return {
        "about": about,
        "today": today,
        "standing": standing_of(about, today),
        "guidances": Guidance.objects.filter(adviser=about).select_related("guide"),
        "qualifications": Qualification.objects.filter(person=about),
        "trainings": Training.objects.filter(adviser=about),
    }


def _done(doing: str, number: str, about: User, by: User, today: date, forms: dict[str, Form]) -> bool | None:
    """Do what was sent; False where a form has faults, None where nothing was sent that there is."""
    form = forms.get(doing)
    if form is not None:
        if not form.is_valid():
            return False
        keep: dict[str, Callable[..., object]] = {
            "guidance": changes.agree,
            "qualification": changes.qualify,
            "training": changes.add_training,
        }
        keep[doing](about, by, **form.cleaned_data)
        return True
    pk = _number(number)
    if doing == "end_guidance" and (guidance := Guidance.objects.filter(adviser=about, pk=pk).first()):
        changes.end(guidance, by, today)
    elif doing == "end_qualification" and (held := Qualification.objects.filter(person=about, pk=pk).first()):
        changes.end(held, by, today)
    elif doing == "remove_training" and (training := Training.objects.filter(adviser=about, pk=pk).first()):
        changes.remove_training(training, by)
    else:
        return None
    return True


def _urgency(standing: Standing) -> int:
    """0: neither qualified nor guided; 1: ends soon; 2: in order."""
    if not standing.is_in_order:
        return 0
    return 1 if standing.ends_soon else 2


def _number(text: str) -> int:
    """A row's number; 0, which no row has, where the text is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
