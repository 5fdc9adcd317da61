"""The pages of the log: of an office, of one of its cases, and as a table to download."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from advisor.accounts.models import User
from advisor.logbook.forms import LogFilter
from advisor.logbook.lines import Reader, case_names, events_of, sheet, short
from advisor.logbook.models import Action
from advisor.logbook.record import record
from advisor.policies import Permission, needs
from advisor.web.csv_rows import csv_response

MOST_ROWS = 20_000  # of a table; some megabytes in memory
_HEADER = ("Nummer", "Zeitpunkt", "Person", "Vorgang", "Fall", "Gegenstand", "Prüfwert")


@require_safe
@needs(Permission.READ_LOG)
def office_log(request: HttpRequest) -> HttpResponse:
    """What happened in one's own office."""
    return _page(request)


@require_safe
@needs(Permission.READ_LOG)
def table(request: HttpRequest) -> HttpResponse:
    """The lines that the filter leaves, as a table; refused with a word where they are too many."""
    user, office_id = _somebody(request)
    form = LogFilter(request.GET, office_id=office_id)
    if not form.is_valid():
        return _refused(request, form)
    events = events_of(office_id).filter(form.wanted())
    if events[: MOST_ROWS + 1].count() > MOST_ROWS:
        too_many = _("Eine Tabelle fasst {rows} Zeilen. Bitte wählen Sie einen kürzeren Zeitraum.")
        form.add_error("von", too_many.format(rows=MOST_ROWS))
        return _refused(request, form)
    # As a record of the office it is in German, whoever takes it.
    with override("de"), transaction.atomic():
        rows = [
            (
                event.number,
                event.at,
                str(event.actor or ""),
                event.get_action_display(),
                str(event.case or ""),
                event.subject,
                bytes(event.digest).hex(),
            )
            for event in events
        ]
        record(Action.LOG_EXPORTED, by=user, office_id=office_id, subject=form.in_words())
    return csv_response(f"protokoll-{timezone.localdate():%Y-%m-%d}", _HEADER, rows)


def render_case_log(request: HttpRequest, uuid: UUID, read: Reader | None = None) -> HttpResponse:
    """The page with what happened to a case of the reader's office; Http404 where nothing did.

    ``read`` opens sealed details, for whoever may read them; without it they stay closed. Who may see the page at
    all is for the view to say that calls this.
    """
    _, office_id = _somebody(request)
    if not events_of(office_id, uuid).exists():
        raise Http404
    return _page(request, uuid, read)


def _page(request: HttpRequest, case: UUID | None = None, read: Reader | None = None) -> HttpResponse:
    user, office_id = _somebody(request)
    form = LogFilter(request.GET, office_id=office_id)
    if not form.is_valid():
        return _refused(request, form, case)
    with transaction.atomic():
        events = events_of(office_id, case).filter(form.wanted())
        found = sheet(events, user, form.cleaned_data["vor"], read)
        record(Action.LOG_VIEWED, by=user, office_id=office_id, case=case, subject=form.in_words())
    sent = form.as_sent()
    context = {
        **_around(form, user, case),
        "lines": found.lines,
        "older": urlencode({**sent, "vor": str(found.before)}) if found.before else "",
        "first_page": urlencode(sent) if form.cleaned_data["vor"] else None,
        "chosen": urlencode(sent),
        "with_details": read is not None,
    }
    return render(request, "logbook/log.html", context)


def _refused(request: HttpRequest, form: LogFilter, case: UUID | None = None) -> HttpResponse:
    context = _around(form, _somebody(request)[0], case)
    return render(request, "logbook/refused.html", context, status=422)


def _around(form: LogFilter, user: User, case: UUID | None) -> dict[str, object]:
    name = case_names(user, [case]).get(case, short(case)) if case else ""
    return {"area": "log", "form": form, "case": case, "case_name": name}


def _somebody(request: HttpRequest) -> tuple[User, int]:
    """Who looks, and their office; Http404 without one."""
    user = cast(User, request.user)
    if user.office_id is None:
        raise Http404
    return user, user.office_id
