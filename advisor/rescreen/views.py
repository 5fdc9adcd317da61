"""The inbox of results that the law has moved, and one of them with both sides."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from advisor.accounts.models import User
from advisor.cases.fetch import OpenCase, open_case
from advisor.cases.frame import frame
from advisor.cases.services import log
from advisor.logbook.models import Action
from advisor.logbook.record import record
from advisor.policies import Permission, needs
from advisor.rescreen.both_sides import both_sides
from advisor.rescreen.comparing import open_moved
from advisor.rescreen.inbox import last_run, lines_for, moved_for, seen_lately
from advisor.rescreen.models import MovedResult
from advisor.texts.models import Release
from pathways.engine.fingerprint import law_version
from pathways.law import LAW

A_PAGE = 50


@require_safe
@needs(Permission.WORK_ON_CASES)
def inbox(request: HttpRequest) -> HttpResponse:
    """The cases whose result the law has moved and nobody has called seen, and those seen last."""
    user = cast(User, request.user)
    page = Paginator(lines_for(user), A_PAGE).get_page(request.GET.get("seite"))
    if opened := len({line.row.case_id for line in page.object_list}):
        with transaction.atomic():
            record(Action.CHANGES_VIEWED, by=user, office_id=user.office_id, subject=f"{opened} Fälle")
    run = last_run(user)
    context = {
        "area": "changes",
        "page": page,
        "seen": seen_lately(user),
        "run": run[0] if run else None,
        "progress": run[1] if run else None,
    }
    return render(request, "rescreen/inbox.html", context)


@require_safe
@needs(Permission.WORK_ON_CASES)
def change(request: HttpRequest, change: UUID) -> HttpResponse:
    """One of them: how it was and how it is, criterion by criterion."""
    row, opened = _opened(request, change)
    context = {
        **frame(opened, "result"),
        "area": "changes",
        "row": row,
        "sides": both_sides(row, open_moved(opened.case, row)),
        "releases": _releases(row) if row.texts_before != row.texts_now else (),
        "is_of_now": row.law_now == law_version(LAW),
    }
    return render(request, "rescreen/change.html", context)


@require_POST
@needs(Permission.WORK_ON_CASES)
def seen(request: HttpRequest, change: UUID) -> HttpResponse:
    """Call one of them seen, for the whole team; nothing happens where somebody has already."""
    row, opened = _opened(request, change)
    with transaction.atomic():
        unseen = MovedResult.objects.unseen().filter(pk=row.pk)
        if unseen.update(seen_by=opened.user, seen_at=timezone.now()):
            log(Action.CHANGE_SEEN, opened.case, opened.user, subject=f"{row.law_before} → {row.law_now}")
            messages.success(request, _("Als gesehen vermerkt."))
        else:
            messages.info(request, _("Das hat schon jemand als gesehen vermerkt."))
    return redirect("rescreen:inbox")


def _releases(row: MovedResult) -> QuerySet[Release]:
    """The releases of texts between the two sides of an entry."""
    between = Release.objects.filter(at__date__gte=row.day_before, at__lte=row.at)
    return between.filter(office=row.case.office_id).order_by("number")


def _opened(request: HttpRequest, change: UUID) -> tuple[MovedResult, OpenCase]:
    """The entry with that id and its case, opened for whoever asks; Http404 where they may not."""
    user = cast(User, request.user)
    rows = moved_for(user).select_related("case", "person", "seen_by")
    row = rows.filter(uuid=change).first()
    if row is None:
        raise Http404
    return row, open_case(request, row.case.uuid, row.person.uuid)
