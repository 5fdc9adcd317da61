"""The page that says how a kept memo differs from the one before it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from advisor.cases.fetch import open_case
from advisor.cases.frame import name_of
from advisor.guidance.models import PaperKind
from advisor.logbook.models import Action
from advisor.memo.earlier import since_last
from advisor.memo.keeping import parts_of
from advisor.memo.models import KeptMemo
from advisor.policies import Permission, needs


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def changed(request: HttpRequest, uuid: UUID, number: int) -> HttpResponse:
    """What changed from the memo before to this one, in words."""
    opened = open_case(request, uuid, action=Action.MEMO_VIEWED)
    found = KeptMemo.objects.filter(case=opened.case, record__number=number, record__kind=PaperKind.MEMO)
    memo = found.defer("sealed").select_related("record", "person").first()
    if memo is None:
        raise Http404
    memo.case = opened.case
    parts = parts_of(memo)
    context = {
        "case": opened.case,
        "tab": "memo",
        "memo": memo,
        "person_name": name_of(opened.case, memo.person) if opened.persons > 1 else "",
        "since": since_last(opened.case, memo.person, memo.audience, parts, before=number) if parts else None,
    }
    return render(request, "memo/changed.html", context)
