"""The memo of a case: as a page, and as a PDF that is kept as evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from advisor.accounts.limits import limited
from advisor.cases.fetch import open_case
from advisor.cases.frame import frame
from advisor.guidance.models import Consultation
from advisor.logbook.models import Action
from advisor.memo.earlier import since_last
from advisor.memo.making import Wish, as_json, composed_memo, make_memo
from advisor.memo.models import Audience
from advisor.memo.parts import Length
from advisor.policies import Permission, needs
from advisor.web.errors import trouble
from pathways.law import LAW


@dataclass(frozen=True, slots=True)
class Choice:
    """A pathway that can have a part of its own, a length the memo can have, or somebody it can be for."""

    id: str
    name: str
    chosen: bool


PDFS = "30/10m/user"  # each takes a processor for a second
_LENGTHS = {
    Length.SHORT: _("kurz: was entscheidet, was fehlt, was zu tun ist"),
    Length.FULL: _("ausführlich: alles zu jedem Weg"),
}


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def of_case(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The way to the memo about the one person of a case, or to all of them, to choose one."""
    opened = open_case(request, uuid)
    if opened.persons > 1:
        return redirect("cases:persons", uuid)
    address = reverse("memo:person_preview", args=(uuid, opened.person.uuid))
    return redirect(f"{address}?{request.GET.urlencode()}" if request.GET else address)


@require_safe
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
def preview(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """The memo as a page, equal to the paper.

    `?weg=` chooses the pathways with their own part, `?laenge=` how much, `?fuer=` for whom.
    """
    opened = open_case(request, uuid, about, Action.MEMO_VIEWED)
    if unknown := _unknown(request.GET):
        return trouble(request, 400, unknown)
    wish = _wish(request.GET)
    composed = composed_memo(opened.person, opened.adviser, wish, several=opened.persons > 1)
    shown = {part.id for part in composed.memo.pathways}
    parts = as_json(composed.memo)
    context = {
        **frame(opened, "memo"),
        "since": since_last(opened.case, opened.person, wish.audience, parts),
        "memo": composed.memo,
        "adviser": composed.basis.adviser,
        "standing": composed.basis.standing,
        "answered": Consultation.objects.filter(case=opened.case, answered_at__isnull=False).select_related(
            "answered_by"
        ),
        "audience": wish.audience,
        "audiences": [Choice(item.value, str(item.label), item is wish.audience) for item in Audience],
        "lengths": [Choice(item.value, str(word), item is composed.memo.length) for item, word in _LENGTHS.items()],
        "choices": [
            Choice(pathway.id, f"{pathway.cite.text} {pathway.title}", pathway.id in shown) for pathway in LAW.pathways
        ],
    }
    return render(request, "memo/preview.html", context)


@require_POST
@needs(Permission.WORK_ON_CASES, Permission.ANSWER_CONSULTATIONS)
@limited("pdf", PDFS)
def pdf(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """The memo as a file, kept as it is; the judgement it rests on is frozen as evidence."""
    opened = open_case(request, uuid, about)
    if unknown := _unknown(request.POST):
        return trouble(request, 400, unknown)
    _kept, content = make_memo(opened.person, opened.user, _wish(request.POST), several=opened.persons > 1)
    return pdf_response(content, f"memo-{str(uuid)[:8]}")


def pdf_response(content: bytes, name: str, *, shown: bool = False) -> HttpResponse:
    """A file to download, or with ``shown`` to look at and print.

    ``name``: of random ids and numbers only; a name or key in a file name travels with every mail.
    """
    manner = "inline" if shown else "attachment"
    headers = {"Content-Disposition": f'{manner}; filename="{name}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _wish(asked: QueryDict) -> Wish:
    return Wish(
        tuple(asked.getlist("weg")),
        Length(asked.get("laenge", Length.SHORT)),
        Audience(asked.get("fuer", Audience.FILE)),
    )


def _unknown(asked: QueryDict) -> str:
    """What to say about a pathway, a length or a reader that does not exist; empty where all do."""
    for name, kind in (("laenge", Length), ("fuer", Audience)):
        possible = [item.value for item in kind]
        if (value := asked.get(name, possible[0])) not in possible:
            return no_such(name, value, possible)
    known = [pathway.id for pathway in LAW.pathways]
    unknown = [pathway_id for pathway_id in asked.getlist("weg") if pathway_id not in known]
    return no_such("weg", unknown[0], known) if unknown else ""


def no_such(name: str, value: str, known: Iterable[str]) -> str:
    """What to say about a value that a field of an address or a form cannot have."""
    words = gettext("{name}: „{value}“ gibt es nicht. Möglich sind: {known}.")
    return words.format(name=name, value=value[:40], known=", ".join(known))
