"""Pages of golden cases: keeping one, the list, one of them with its answers, retiring it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from advisor.accounts.models import User
from advisor.cases.answers import answers_of
from advisor.cases.fetch import open_case
from advisor.cases.frame import frame
from advisor.cases.services import day_of
from advisor.policies import Permission, may, needs
from advisor.rescreen import golden
from advisor.rescreen.golden import Content, Flip
from advisor.rescreen.golden_forms import KeepForm, RetireForm
from advisor.rescreen.inbox import verdict_label
from advisor.rescreen.models import GoldenCase
from advisor.vault.faults import VaultFault
from pathways.content.words import Label
from pathways.engine.facts import Answer, Fact
from pathways.law import LAW


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """A question with the answer that is kept."""

    fact: Fact
    answer: Answer


@dataclass(frozen=True, slots=True)
class Expected:
    """A pathway with the verdict it must have, and the one it has where that is another."""

    title: str
    cite: str
    verdict: Label | None
    now: Label | None = None


@dataclass(frozen=True, slots=True)
class GoldenLine:
    """A golden case in the list. ``reason``: why it was retired; ``is_broken``: it cannot be opened."""

    row: GoldenCase
    as_of: date | None = None
    expected: tuple[Expected, ...] = ()
    flip: Flip | None = None
    reason: str = ""
    is_broken: bool = False


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES)
def keep(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """Show all that would be kept of a person, and keep it once somebody has confirmed just that."""
    opened = open_case(request, uuid, about, even_closed=True)
    content = golden.content_of(answers_of(opened.person), day_of(opened.case))
    shown = _digest(content)
    sent = request.POST if request.method == "POST" else None
    form = KeepForm(sent, shown)
    if form.is_valid() and not content.values:
        form.add_error(None, _("Es gibt noch keine Antwort, die etwas entscheidet."))
    outdated = form.is_valid() and form.cleaned_data["shown"] != shown
    if form.is_valid() and not outdated:
        row = golden.keep(content, opened.user)
        messages.success(request, _("Musterfall {row} ist aufgenommen.").format(row=row))
        return redirect("rescreen:golden_list")
    if outdated:
        form = KeepForm(None, shown)
    context = {
        **frame(opened, "result"),
        "content": content,
        "answers": _answers(content),
        "expected": _expected(content, None),
        "form": form,
        "outdated": outdated,
    }
    status = 409 if outdated else 422 if sent is not None else 200
    return render(request, "rescreen/keep.html", context, status=status)


@require_safe
@needs(Permission.READ_GOLDEN)
def golden_list(request: HttpRequest) -> HttpResponse:
    """The golden cases of the office with whether they come out as they must, the retired ones last."""
    user = cast(User, request.user)
    rows = GoldenCase.objects.filter(office=user.office).select_related("office", "by", "retired_by").order_by("number")
    lines = [_line(row) for row in rows]
    context = {
        "area": "golden",
        "holding": [line for line in lines if line.row.retired_on is None],
        "retired": [line for line in lines if line.row.retired_on is not None],
        "may_keep": may(user, Permission.WORK_ON_CASES),
    }
    return render(request, "rescreen/golden_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.READ_GOLDEN)
def one(request: HttpRequest, golden_case: UUID) -> HttpResponse:
    """A golden case with all that is kept of it; whoever counsels or releases retires it here, with a reason."""
    user = cast(User, request.user)
    may_retire = may(user, Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
    sent = request.POST if request.method == "POST" else None
    if sent is not None and not may_retire:
        raise PermissionDenied
    rows = GoldenCase.objects.select_related("office", "by", "retired_by")
    row = get_object_or_404(rows, uuid=golden_case, office=user.office)
    form = RetireForm(sent)
    if sent is not None and form.is_valid():
        try:
            golden.retire(row, user, form.cleaned_data["reason"])
        except golden.Retired:
            messages.info(request, _("Dieser Musterfall war schon zurückgezogen."))
        else:
            messages.success(request, _("Der Musterfall ist zurückgezogen."))
        return redirect("rescreen:golden_list")
    line = _line(row)
    content = golden.open_golden(row) if row.retired_on is None and not line.is_broken else None
    flip = line.flip
    context = {
        "area": "golden",
        "row": row,
        "content": content,
        "answers": _answers(content) if content else (),
        "expected": _expected(content, flip) if content else (),
        "flip": flip,
        "is_broken": line.is_broken,
        "reason": line.reason,
        "form": form if may_retire and row.retired_on is None else None,
    }
    return render(request, "rescreen/golden.html", context, status=422 if form.errors else 200)


def _line(row: GoldenCase) -> GoldenLine:
    try:
        if row.retired_on is not None:
            return GoldenLine(row, reason=golden.reason_of(row))
        content, flip = golden.open_golden(row), golden.flip_of(row)
    except VaultFault:
        return GoldenLine(row, is_broken=True)
    return GoldenLine(row, content.as_of, tuple(_expected(content, flip)), flip)


def _answers(content: Content) -> list[KeptAnswer]:
    return [KeptAnswer(LAW.facts_by_id[key], answer) for key, answer in golden.answers_in(content).items()]


def _expected(content: Content, flip: Flip | None) -> Iterable[Expected]:
    turned = {each.pathway: each for each in flip.turned} if flip else {}
    known = {pathway.id: pathway for pathway in LAW.pathways}
    return [
        Expected(
            known[key].title if key in known else key,
            str(known[key].cite) if key in known else "",
            verdict_label(verdict),
            verdict_label(turned[key].now) if key in turned else None,
        )
        for key, verdict in content.verdicts.items()
    ]


def _digest(content: Content) -> str:
    said = (content.as_of, sorted(content.values.items(), key=str), sorted(content.verdicts.items()))
    return sha256(repr(said).encode()).hexdigest()
