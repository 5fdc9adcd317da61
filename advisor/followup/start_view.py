"""The start page: a block for each of somebody's roles."""

from __future__ import annotations

from typing import Any, cast

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from advisor.accounts.models import User
from advisor.editorial.desk import text_desk
from advisor.followup.office_desk import LAST_DAYS, office_desk
from advisor.followup.start import SHOWN, Desk, first
from advisor.guidance.consultations import put_to, unread_answers
from advisor.logbook.models import Action
from advisor.logbook.record import record
from advisor.memo.models import Release
from advisor.navigation import entries_of
from advisor.policies import Permission, may, needs
from advisor.rescreen.inbox import count_for


@require_safe
@needs(Permission.OWN_ACCOUNT)
def start(request: HttpRequest) -> HttpResponse:
    """What waits for whoever is logged in; who has no role goes to their own account."""
    user = cast(User, request.user)
    if not entries_of(user):
        return redirect("people:account")
    now = timezone.now()
    context: dict[str, Any] = {"area": "start"}
    if may(user, Permission.WORK_ON_CASES):
        context |= _of_counsellor(user)
    if may(user, Permission.ANSWER_CONSULTATIONS):
        context["questions"], context["more_questions"] = first(put_to(user))
    if may(user, Permission.PRINT_RELEASED):
        released = Release.objects.to_print(user, timezone.localdate(now))
        released = released.select_related("memo__case", "memo__record", "by").defer("memo__sealed")
        context["released"], context["more_released"] = first(released)
    if may(user, Permission.MANAGE_LIFECYCLE):
        context["office"], context["last_days"] = office_desk(user, now), LAST_DAYS
    if may(user, Permission.EDIT_TEXTS, Permission.RELEASE_TEXTS) and user.office:
        context["texts"] = text_desk(user, user.office)
    return render(request, "followup/start.html", context)


def _of_counsellor(user: User) -> dict[str, Any]:
    desk = Desk(user, timezone.localdate())
    answers = unread_answers(user, SHOWN + 1)
    opened = sum(len(block.lines) for block in desk.blocks if block.key != "ohne")
    if opened:
        with transaction.atomic():
            record(Action.DUE_VIEWED, by=user, office_id=user.office_id, subject=f"{opened} Fälle")
    return {
        "desk": desk,
        "answers": answers[:SHOWN],
        "more_answers": len(answers) > SHOWN,
        "quick_check": _address("quickcheck:check"),
        "moved_results": count_for(user),
    }


def _address(name: str) -> str:
    """An address of a part that an installation may not have; empty where it is not there."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
