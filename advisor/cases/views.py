"""Pages around a case: a new one, its key, type and day, reading a case file in and writing it out."""

from __future__ import annotations

import json
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from advisor.accounts.models import User
from advisor.cases.fetch import OpenCase, open_case
from advisor.cases.forms import CaseForm, ImportForm
from advisor.cases.models import REFERENCE_TAKEN
from advisor.cases.services import ATTEMPTS, ReferenceTaken, Stale, case_file_of, change_case, create_case
from advisor.logbook.models import Action
from advisor.policies import Permission, needs


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES)
def new(request: HttpRequest) -> HttpResponse:
    """A new case: its key, its type and, where wanted, its day."""
    user = _user(request)
    form = CaseForm(_sent(request), user=user, submit=_("Fall anlegen"))
    if request.method == "POST" and form.is_valid():
        wanted = form.values
        try:
            case = create_case(user, wanted["reference"], wanted["as_of"], kind=wanted["kind"])
        except ReferenceTaken:
            form.add_error("reference", _(REFERENCE_TAKEN))
        else:
            return redirect("cases:questionnaire", case.uuid)
    return render(request, "cases/new.html", {"area": "new", "form": form}, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES)
def edit(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The key, type and day of a case; where somebody else has changed them meanwhile, both are shown."""
    opened = open_case(request, uuid)
    form = CaseForm(_sent(request), case=opened.case, user=opened.user, submit=_("Speichern"))
    outdated = False
    if request.method == "POST" and form.is_valid():
        outdated = form.is_outdated()
        if not outdated and _changed(form, opened):
            messages.success(request, _("Gespeichert."))
            return redirect("cases:questionnaire", uuid)
        if outdated or not form.errors:
            outdated = True
            opened.case.refresh_from_db()
            form.show_again()
    context = {"case": opened.case, "first": opened.person, "tab": "edit", "form": form, "outdated": outdated}
    context |= {"may_write": opened.may_write, "several": opened.persons > 1}
    return render(request, "cases/edit.html", context, status=409 if outdated else _status(form))


def _changed(form: CaseForm, opened: OpenCase) -> bool:
    """Keep what the form holds; False where the key is taken or somebody else was quicker."""
    for _attempt in range(ATTEMPTS):
        try:
            change_case(opened.case, opened.user, opened.case.version, **form.values)
        except ReferenceTaken:
            form.add_error("reference", _(REFERENCE_TAKEN))
            return False
        except Stale:
            opened.case.refresh_from_db()
            if form.is_outdated():
                return False
        else:
            return True
    return False


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES)
def read_in(request: HttpRequest) -> HttpResponse:
    """A new case from a case file."""
    form = ImportForm(_sent(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        case_file = form.case_file
        reference = form.chosen_reference
        try:
            case = create_case(_user(request), reference, case_file.as_of, case_file.answers, read_in=True)
        except ReferenceTaken:
            words = _("Das Aktenzeichen „{reference}“ gibt es in Ihrer Stelle schon.")
            form.add_error("reference", words.format(reference=reference))
        else:
            number = len(case_file.answers)
            words = ngettext("Eingelesen: {number} Antwort.", "Eingelesen: {number} Antworten.", number)
            messages.success(request, words.format(number=number))
            return redirect("cases:questionnaire", case.uuid)
    return render(request, "cases/import.html", {"area": "import", "form": form}, status=_status(form))


@require_GET
@needs(Permission.WORK_ON_CASES)
def write_out(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """One person of the case as a case file."""
    opened = open_case(request, uuid, about, Action.CASE_EXPORTED)
    text = json.dumps(case_file_of(opened.person), ensure_ascii=False, indent=2) + "\n"
    name = f"fall-{str(uuid)[:8]}-{str(about)[:4]}.json" if opened.persons > 1 else f"fall-{str(uuid)[:8]}.json"
    return HttpResponse(
        text,
        content_type="application/json; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _sent(request: HttpRequest) -> QueryDict | None:
    """What a form sent, even if it is nothing; None where no form was sent."""
    return request.POST if request.method == "POST" else None


def _user(request: HttpRequest) -> User:
    return cast(User, request.user)


def _status(form: CaseForm | ImportForm) -> int:
    return 422 if form.is_bound and form.errors else 200
