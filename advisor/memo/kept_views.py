"""Pages on the papers kept in a case: the list, each file as it was made, and its release for printing."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from advisor.cases.fetch import OpenCase, open_case
from advisor.cases.frame import name_of
from advisor.cases.models import Case
from advisor.cases.services import log
from advisor.guidance.standing import standing_of
from advisor.logbook.models import Action
from advisor.memo import release as releasing
from advisor.memo.keeping import file_of
from advisor.memo.models import KeptMemo, Release
from advisor.memo.print_code import grouped, spelt
from advisor.memo.print_log import last_prints, prints_of
from advisor.memo.release_forms import ReleaseForm
from advisor.memo.views import pdf_response
from advisor.policies import Permission, needs
from advisor.web.errors import trouble


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def kept(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The papers made so far, the newest first."""
    opened = open_case(request, uuid)
    memos = _of_case(opened.case).defer("sealed", "sealed_content").select_related("person")
    memos = memos.prefetch_related("releases__to")
    prints = last_prints(opened.case)
    context = {
        "case": opened.case,
        "tab": "memo",
        "memos": [(memo, name_of(opened.case, memo.person), prints.get(memo.record.number)) for memo in memos],
        "several": opened.persons > 1,
        "may_write": opened.may_write,
        "today": timezone.localdate(),
    }
    return render(request, "memo/kept.html", context)


@require_GET
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def download(request: HttpRequest, uuid: UUID, number: int) -> HttpResponse:
    """A paper, byte for byte as it was made."""
    opened = open_case(request, uuid)
    memo = _memo(opened, number)
    content = file_of(memo)
    with transaction.atomic():
        log(Action.MEMO_DOWNLOADED, opened.case, opened.user, subject=str(number))
    return pdf_response(content, memo.file_stem)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES)
def release(request: HttpRequest, uuid: UUID, number: int) -> HttpResponse:
    """Who may print a paper and what for; its adviser's guidance stands above the form, who has printed below.

    The code is shown once, in the answer to the form.
    """
    opened = open_case(request, uuid)
    memo = _memo(opened, number)
    today = timezone.localdate()
    standing = standing_of(memo.record.adviser, today)
    people = releasing.volunteers(opened.case)
    guided = releasing.is_guided(memo, standing)
    form = ReleaseForm(request.POST if request.method == "POST" else None, people, today, guided=guided)
    told: dict[str, str] = {}
    if request.method == "POST" and form.is_valid():
        code = releasing.release(memo, form.terms(), opened.user)
        told = {"code": grouped(code), "spelt": spelt(code)}
    context = {
        "case": opened.case,
        "tab": "memo",
        "memo": memo,
        "person_name": name_of(opened.case, memo.person) if opened.persons > 1 else "",
        "standing": standing,
        "guided": guided,
        "has_volunteers": people.exists(),
        "form": ReleaseForm(None, people, today, guided=guided) if told else form,
        "told": told,
        "may_write": opened.may_write,
        "releases": memo.releases.valid_on(today).select_related("to"),
        "prints": prints_of(opened.case, number),
    }
    return render(request, "memo/release.html", context, status=422 if form.errors else 200)


@require_POST
@needs(Permission.WORK_ON_CASES)
def take_back(request: HttpRequest, uuid: UUID, number: int) -> HttpResponse:
    """End a release; what has ended anyway is no fault."""
    opened = open_case(request, uuid, even_closed=True)
    memo = _memo(opened, number)
    sent = request.POST.get("release", "")
    pk = int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 19 else 0
    row = Release.objects.filter(memo=memo, pk=pk).select_related("to").first()
    if row is None:
        return trouble(request, 400)
    row.memo = memo
    releasing.take_back(row, opened.user)
    what = {"paper": memo.name, "number": number}
    if row.to is None:
        ended = _("Der Druckcode für {paper} {number} gilt nicht mehr.").format(**what)
    else:
        ended = _("{name} kann {paper} {number} dafür nicht mehr drucken.").format(name=row.to, **what)
    messages.success(request, ended)
    return redirect("memo:kept", uuid)


def _of_case(case: Case) -> QuerySet[KeptMemo]:
    return KeptMemo.objects.filter(case=case).select_related("record__adviser").order_by("-record__number")


def _memo(opened: OpenCase, number: int) -> KeptMemo:
    memo = _of_case(opened.case).filter(record__number=number).first()
    if memo is None:
        raise Http404
    memo.case = opened.case
    return memo
