"""Pages about the life of one case: its state, and deleting it."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from advisor.accounts.models import User
from advisor.cases.fetch import OpenCase, listed_case, may_write, open_case
from advisor.cases.models import Case, CaseState
from advisor.cases.services import Stale, log
from advisor.lifecycle.blockers import Blocker, Cause, blockers_of
from advisor.lifecycle.forms import DeleteForm
from advisor.lifecycle.models import Reason
from advisor.lifecycle.retention import kept_until, rules_of
from advisor.lifecycle.states import NoWay, StillOpen, confirm_settled, following, move
from advisor.lifecycle.wastebin import UNDO_DAYS, Blocked, NotThere, put_in
from advisor.logbook.models import Action
from advisor.policies import Permission, may, needs
from advisor.web.errors import trouble
from advisor.web.wording import day_words

_VERBS = {
    CaseState.OPEN: _("Wieder öffnen"),
    CaseState.WAITING: _("Auf „wartet“ setzen"),
    CaseState.CLOSED: _("Abschließen"),
    CaseState.ARCHIVED: _("Archivieren"),
}
_LONGEST_VERSION = 18  # digits


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def state(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Where the case stands, what is still open in it, and what state it can be put into."""
    opened = open_case(request, uuid, even_closed=True)
    if request.method != "POST":
        return _state_page(request, opened)
    version = request.POST.get("version", "")
    if not (version.isascii() and version.isdigit() and len(version) <= _LONGEST_VERSION):
        return trouble(request, 400)
    if request.POST.get("tun") == "erledigt":
        return _confirmed(request, opened, int(version))
    wanted = request.POST.get("zu", "")
    if wanted not in CaseState.values:
        return trouble(request, 400)
    knowing = request.POST.get("wissend") == "ja"
    try:
        move(opened.case, CaseState(wanted), opened.user, int(version), timezone.localdate(), knowing=knowing)
    except StillOpen:
        opened.case.refresh_from_db()
        return _state_page(request, opened, status=422)
    except (Stale, NoWay):
        opened.case.refresh_from_db()
        return _state_page(request, opened, status=409)
    messages.success(request, gettext("Der Fall ist jetzt {state}.").format(state=opened.case.get_state_display()))
    return redirect("lifecycle:state", uuid)


def _confirmed(request: HttpRequest, opened: OpenCase, version: int) -> HttpResponse:
    if opened.case.is_running:
        return trouble(request, 400)
    try:
        confirm_settled(
            opened.case, opened.user, version, frozenset(request.POST.getlist("punkt")), timezone.localdate()
        )
    except Stale:
        opened.case.refresh_from_db()
        return _state_page(request, opened, status=409)
    messages.success(request, gettext("Gespeichert."))
    return redirect("lifecycle:state", opened.case.uuid)


def _state_page(request: HttpRequest, opened: OpenCase, status: int = 200) -> HttpResponse:
    case = opened.case
    still = blockers_of(case, timezone.localdate())
    first = CaseState.OPEN if case.state != CaseState.WAITING else CaseState.WAITING
    context = {
        "case": case,
        "tab": "edit",
        "status": status,
        "blockers": still,
        "undated": [] if case.is_running else [each for each in still if each.cause is Cause.UNDATED],
        "may_change": may_write(opened.user, case),
        "may_delete": _may_delete(opened.user, case),
        "following": [(value.value, _verb(value, first), value is CaseState.CLOSED) for value in following(case)],
        "kept_until": kept_until(case, rules_of(case.office_id)),
    }
    return render(request, "lifecycle/state.html", context, status=status)


def _verb(to: CaseState, now: CaseState) -> str:
    return gettext("Nicht mehr warten") if now is CaseState.WAITING and to is CaseState.OPEN else str(_VERBS[to])


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES, Permission.MANAGE_LIFECYCLE)
def delete(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Put a case into the bin: for who leads it and for the office admin, who sees nothing of what is in it."""
    user = cast(User, request.user)
    case = listed_case(request, uuid)
    if not _may_delete(user, case):
        raise PermissionDenied
    today = timezone.localdate()
    blockers = blockers_of(case, today)
    unreadable = any(blocker.cause is Cause.UNREADABLE for blocker in blockers)
    form = DeleteForm(request.POST if request.method == "POST" else None, case, unreadable=unreadable)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            day = put_in(case, Reason.REQUEST, user, today, unread=form.knows_unread)
        except Blocked as blocked:
            blockers, status = blocked.blockers, 409
        except NotThere:
            raise Http404 from None
        else:
            done = gettext("Der Fall liegt im Papierkorb und wird ab dem {day} vernichtet.")
            messages.success(request, done.format(day=day_words(day)))
            return redirect("lifecycle:bin" if may(user, Permission.MANAGE_LIFECYCLE) else "cases:list")
    elif request.method == "POST":
        status = 422
    else:
        log(Action.CASE_VIEWED, case, user, subject="Löschen")
    return render(request, "lifecycle/delete.html", _delete_context(user, case, form, blockers, status), status=status)


def _delete_context(
    user: User, case: Case, form: DeleteForm, blockers: tuple[Blocker, ...], status: int
) -> dict[str, object]:
    inside = Case.objects.visible_to(user).filter(pk=case.pk).exists()
    return {
        "case": case,
        "form": form,
        "words": [blocker.words_inside if inside else blocker.words for blocker in blockers],
        "blocked": any(blocker.cause is not Cause.UNREADABLE for blocker in blockers),
        "inside": inside,
        "status": status,
        "days": UNDO_DAYS,
    }


def _may_delete(user: User, case: Case) -> bool:
    return may(user, Permission.MANAGE_LIFECYCLE) or (case.lead_id == user.pk and may(user, Permission.WORK_ON_CASES))
