"""Page for the answer to somebody who asks what is stored about them (Art. 15, 20 GDPR)."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from advisor.accounts.limits import limited
from advisor.cases.fetch import OpenCase, may_write, open_case
from advisor.cases.frame import name_of
from advisor.cases.models import Person
from advisor.cases.services import log
from advisor.disclosure.bundle import FORMS, Answered
from advisor.disclosure.free_texts import FreeTexts
from advisor.disclosure.stored import Stored
from advisor.logbook.models import Action
from advisor.policies import Permission, needs
from advisor.web.errors import trouble

LONGEST_ADDITION = 3000  # characters


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.WORK_ON_CASES)
@limited("pdf", "30/10m/user")
def bundle(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Choose the person, look through every free text, and get the answer; nobody but the team."""
    opened = open_case(request, uuid, even_closed=True)
    if not may_write(opened.user, opened.case):
        raise PermissionDenied
    asked = request.POST if request.method == "POST" else request.GET
    person = _person(opened, asked)
    if person is None:
        return trouble(request, 400)
    stored = Stored(opened.case, person)
    texts = FreeTexts(stored, asked.getlist("weglassen"))
    if request.method != "POST":
        return _page(request, stored, texts)
    if request.POST.get("als") not in FORMS or len(request.POST.get("empfaenger", "")) > LONGEST_ADDITION:
        return trouble(request, 400)
    if request.POST.get("gesehen") != texts.seen:
        return _page(request, stored, texts, status=409)
    return _file(request, opened, stored, texts)


def _file(request: HttpRequest, opened: OpenCase, stored: Stored, texts: FreeTexts) -> HttpResponse:
    form = request.POST["als"]
    kind, make = FORMS[form]
    further = request.POST.get("empfaenger", "").replace("\x00", "").strip()
    content = make(Answered.of(stored, texts, further, timezone.localdate()))
    with transaction.atomic():
        log(Action.DISCLOSED, opened.case, opened.user, subject=f"Person {stored.person.position + 1}, {form}")
    # Only the random id: a name or key in a file name travels with every mail.
    name = f"auskunft-{str(opened.case.uuid)[:8]}.{form}"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _page(request: HttpRequest, stored: Stored, texts: FreeTexts, status: int = 200) -> HttpResponse:
    case = stored.case
    persons = [(each.position, name_of(case, each)) for each in case.persons.all()]
    sent = request.method == "POST"
    context = {
        "case": case,
        "tab": "edit",
        "status": status,
        "persons": persons if len(persons) > 1 else [],
        "position": stored.person.position,
        "texts": [(text, text.key in texts.omitted or (not sent and bool(text.names))) for text in texts.all],
        "seen": texts.seen,
        "further": request.POST.get("empfaenger", ""),
        "longest": LONGEST_ADDITION,
    }
    return render(request, "disclosure/bundle.html", context, status=status)


def _person(opened: OpenCase, asked: QueryDict) -> Person | None:
    """The person named by their place in the case, the first where none is named; None where there is no such."""
    place = asked.get("person", "0")
    if not (place.isascii() and place.isdigit() and len(place) <= 4):
        return None
    return opened.case.persons.filter(position=int(place)).first()
