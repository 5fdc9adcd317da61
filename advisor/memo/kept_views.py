"""Pages on the memos kept in a case: the list, each file as it was made, and its release for printing."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from advisor.accounts.models import User
from advisor.cases.fetch import OpenCase, open_case
from advisor.cases.frame import name_of
from advisor.cases.models import Case
from advisor.cases.services import log
from advisor.guidance.standing import standing_of
from advisor.logbook.models import Action
from advisor.memo import release as releasing
from advisor.memo.keeping import file_of
from advisor.memo.models import KeptMemo, Release
from advisor.memo.release_forms import ReleaseForm
from advisor.memo.views import pdf_response
from advisor.policies import Permission, needs
from advisor.web.errors import trouble

_NOT_RELEASED = gettext_lazy(
    "Dieses Memo ist nicht oder nicht mehr für Sie freigegeben. Fragen Sie die Beratung, die es gemacht hat."
)


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def kept(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The memos made so far, the newest first."""
    opened = open_case(request, uuid)
    memos = _of_case(opened.case).defer("sealed").select_related("person").prefetch_related("releases__to")
    context = {
        "case": opened.case,
        "tab": "memo",
        "memos": [(memo, name_of(opened.case, memo.person)) for memo in memos],
        "several": opened.persons > 1,
        "may_write": opened.may_write,
        "today": timezone.localdate(),
    }
    return render(request, "memo/kept.html", context)


@require_GET
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def download(request: HttpRequest, uuid: UUID, number: int) -> HttpResponse:
    """A memo, byte for byte as it was made."""
    opened = open_case(request, uuid)
    memo = _memo(opened, number)
    content = file_of(memo)
    with transaction.atomic():
        log(Action.MEMO_DOWNLOADED, opened.case, opened.user, subject=str(number))
    return pdf_response(content, f"memo-{str(uuid)[:8]}-{number}")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES)
def release(request: HttpRequest, uuid: UUID, number: int) -> HttpResponse:
    """Who may print a memo; its adviser's guidance stands above the form."""
    opened = open_case(request, uuid)
    memo = _memo(opened, number)
    today = timezone.localdate()
    standing = standing_of(memo.record.adviser, today)
    people = releasing.volunteers(opened.case)
    guided = releasing.is_guided(memo, standing)
    form = ReleaseForm(request.POST if request.method == "POST" else None, people, today, guided=guided)
    if request.method == "POST" and form.is_valid():
        wanted = form.cleaned_data
        all_the_same = wanted.get("all_the_same", False)
        releasing.release(memo, wanted["to"], wanted["until"], opened.user, all_the_same=all_the_same)
        messages.success(request, _("Memo {number} ist zum Drucken freigegeben.").format(number=number))
        return redirect("memo:kept", uuid)
    context = {
        "case": opened.case,
        "tab": "memo",
        "memo": memo,
        "person_name": name_of(opened.case, memo.person) if opened.persons > 1 else "",
        "standing": standing,
        "guided": guided,
        "has_volunteers": people.exists(),
        "form": form,
        "may_write": opened.may_write,
        "releases": memo.releases.valid_on(today).select_related("to"),
    }
    return render(request, "memo/release.html", context, status=422 if form.errors else 200)


@require_POST
@needs(Permission.WORK_ON_CASES)
def take_back(request: HttpRequest, uuid: UUID, number: int) -> HttpResponse:
    """Let somebody print a memo no longer; who may not any more anyway is no fault."""
    opened = open_case(request, uuid, even_closed=True)
    memo = _memo(opened, number)
    person = request.POST.get("person", "")
    pk = int(person) if person.isascii() and person.isdigit() and len(person) < 19 else 0
    row = Release.objects.filter(memo=memo, to=pk).select_related("to").first()
    if row is None:
        return trouble(request, 400)
    row.memo = memo
    releasing.take_back(row, opened.user)
    ended = _("{name} kann Memo {number} nicht mehr drucken.").format(name=row.to, number=number)
    messages.success(request, ended)
    return redirect("memo:kept", uuid)


@require_safe
@needs(Permission.PRINT_RELEASED)
def released(request: HttpRequest) -> HttpResponse:
    """The memos that somebody may print now: number, day and the office's key, which tells whom each is for."""
    rows = Release.objects.to_print(cast(User, request.user), timezone.localdate())
    rows = rows.select_related("memo__case", "memo__record", "by").defer("memo__sealed")
    return render(request, "memo/released.html", {"area": "released", "rows": rows})


@require_GET
@needs(Permission.PRINT_RELEASED)
def print_released(request: HttpRequest, memo: UUID) -> HttpResponse:
    """A released memo to look at and print; each time is on record."""
    user = cast(User, request.user)
    rows = Release.objects.to_print(user, timezone.localdate()).filter(memo__uuid=memo)
    row = rows.select_related("memo__case__key", "memo__record").first()
    if row is None:
        return trouble(request, 404, str(_NOT_RELEASED))
    content = file_of(row.memo)
    number = row.memo.record.number
    with transaction.atomic():
        log(Action.MEMO_PRINTED, row.memo.case, user, subject=str(number))
    return pdf_response(content, f"memo-{str(row.memo.case.uuid)[:8]}-{number}", shown=True)


def _of_case(case: Case) -> QuerySet[KeptMemo]:
    return KeptMemo.objects.filter(case=case).select_related("record__adviser").order_by("-record__number")


def _memo(opened: OpenCase, number: int) -> KeptMemo:
    memo = _of_case(opened.case).filter(record__number=number).first()
    if memo is None:
        raise Http404
    memo.case = opened.case
    return memo
