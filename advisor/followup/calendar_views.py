"""Calendars: the secret address of one's own, what it answers, and the due days of one case as a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from advisor.accounts.limits import limited
from advisor.accounts.models import User
from advisor.cases.fetch import open_case
from advisor.followup.calendars import (
    KEPT_DAYS,
    calendar_file,
    due_events,
    events_of,
    make_feed,
    reader_of,
    withdraw_feed,
)
from advisor.followup.models import CalendarFeed
from advisor.logbook.models import Action
from advisor.policies import Permission, needs
from advisor.web.errors import trouble

_TYPE = "text/calendar; charset=utf-8"


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES)
def own(request: HttpRequest) -> HttpResponse:
    """Make, renew or withdraw one's own address; it is shown once, in the answer to the form that made it."""
    user = cast(User, request.user)
    address = ""
    if request.method == "POST":
        match request.POST.get("tun"):
            case "anlegen":
                address = request.build_absolute_uri(reverse("followup:feed", args=(make_feed(user),)))
            case "zurueckziehen":
                withdraw_feed(user)
                messages.success(request, _("Die Adresse gilt nicht mehr."))
                return redirect("followup:calendar")
            case _:
                return trouble(request, 400)
    feed = CalendarFeed.objects.filter(user=user).first()
    context = {"feed": feed, "address": address, "kept_days": KEPT_DAYS}
    return render(request, "followup/calendar.html", context)


@login_not_required
@require_safe
@limited("calendar", "60/10m/ip", reading=True)
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The due days of whoever this secret address belongs to; Http404 for any other."""
    user = reader_of(token, timezone.localdate())
    if user is None:
        raise Http404
    events = events_of(user, timezone.localdate())
    return HttpResponse(calendar_file(events, _link(request), timezone.now()), content_type=_TYPE)


@require_GET
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def of_case(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The due days of one case, to put into a calendar by hand."""
    case = open_case(request, uuid, action=Action.CASE_EXPORTED).case
    events = due_events(case, timezone.localdate(case.created))
    return HttpResponse(
        calendar_file(events, _link(request), timezone.now()),
        content_type=_TYPE,
        headers={"Content-Disposition": f'attachment; filename="fristen-{str(uuid)[:8]}.ics"'},
    )


def _link(request: HttpRequest) -> Callable[[UUID], str]:
    return lambda uuid: request.build_absolute_uri(reverse("followup:of_case", args=(uuid,)))
