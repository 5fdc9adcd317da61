"""Pages around a case: the list, a new one, its key and day, reading a case file in and writing it out."""

from __future__ import annotations

import json
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from advisor.accounts.models import User
from advisor.cases.fetch import open_case
from advisor.cases.forms import CaseForm, ImportForm
from advisor.cases.models import Case
from advisor.cases.services import ReferenceTaken, case_file_of, change_case, create_case

PAGE_SIZE = 50


@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    """The cases of one's own office, found by a part of their key."""
    search = request.GET.get("suche", "").strip()[:100].replace("\x00", "")
    cases = Case.objects.visible_to(_user(request)).select_related("lead")
    if search:
        cases = cases.filter(reference__icontains=search)
    page = Paginator(cases, PAGE_SIZE).get_page(request.GET.get("seite"))
    return render(request, "cases/list.html", {"area": "list", "page": page, "search": search})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A new case: its key and, where wanted, its day."""
    user = _user(request)
    form = CaseForm(_sent(request), user=user, submit="Fall anlegen")
    if request.method == "POST" and form.is_valid() and _has_office(request):
        try:
            case = create_case(user, form.cleaned_data["reference"], form.cleaned_data["as_of"])
        except ReferenceTaken:
            form.add_error("reference", "Dieses Aktenzeichen gibt es in Ihrer Stelle schon.")
        else:
            return redirect("cases:questionnaire", case.uuid)
    return render(request, "cases/new.html", {"area": "new", "form": form}, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The key and the day of a case."""
    opened = open_case(request, uuid)
    form = CaseForm(_sent(request), instance=opened.case, user=opened.user, submit="Speichern")
    if request.method == "POST" and form.is_valid():
        change_case(opened.case)
        messages.success(request, "Gespeichert.")
        return redirect("cases:questionnaire", uuid)
    if form.is_bound:
        opened.case.refresh_from_db(fields=["reference", "as_of"])  # the form has already written into it
    context = {"case": opened.case, "tab": "edit", "form": form}
    return render(request, "cases/edit.html", context, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def read_in(request: HttpRequest) -> HttpResponse:
    """A new case from a case file."""
    form = ImportForm(_sent(request), request.FILES or None)
    if request.method == "POST" and form.is_valid() and _has_office(request):
        case_file = form.case_file
        try:
            case = create_case(_user(request), form.chosen_reference, case_file.as_of, case_file.answers)
        except ReferenceTaken:
            form.add_error("reference", f"Das Aktenzeichen „{form.chosen_reference}“ gibt es in Ihrer Stelle schon.")
        else:
            messages.success(request, f"Eingelesen: {len(case_file.answers)} Antworten.")
            return redirect("cases:questionnaire", case.uuid)
    return render(request, "cases/import.html", {"area": "import", "form": form}, status=_status(form))


@require_GET
def write_out(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The case as a case file."""
    opened = open_case(request, uuid)
    text = json.dumps(case_file_of(opened.person), ensure_ascii=False, indent=2) + "\n"
    name = f"fall-{str(uuid)[:8]}.json"
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


def _has_office(request: HttpRequest) -> bool:
    if _user(request).office_id is None:
        messages.error(request, "Sie gehören noch zu keiner Stelle und können deshalb keine Fälle anlegen.")
        return False
    return True


def _status(form: CaseForm | ImportForm) -> int:
    return 422 if form.is_bound and form.errors else 200
