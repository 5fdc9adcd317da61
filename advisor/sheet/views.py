"""The sheet for a client: as a page in each language, and as a PDF that is kept."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from advisor.accounts.limits import limited
from advisor.cases.fetch import open_case
from advisor.cases.frame import frame
from advisor.logbook.models import Action
from advisor.memo.paper_names import LANGUAGES as NAMES
from advisor.memo.views import PDFS, no_such, pdf_response
from advisor.policies import Permission, needs
from advisor.sheet.making import Blocked, composed_sheet, make_sheet
from advisor.web.errors import trouble
from pathways.content.sheet import LANGUAGES, Fault, Trouble, faults, translation


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language to choose. ``why_not``: why it cannot be printed, empty where it can."""

    id: str
    name: str
    chosen: bool
    why_not: str
    reviewed: bool

    @property
    def note(self) -> str:
        """What to know before choosing it; empty where there is nothing."""
        if self.why_not:
            return _("zurzeit nicht möglich")
        return "" if self.reviewed else _("übersetzt, noch nicht von Muttersprachlern geprüft")


@require_safe
@needs(Permission.WORK_ON_CASES)
def preview(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """The sheet as a page, equal to the paper. `?sprache=` chooses the language; German where it is blocked."""
    opened = open_case(request, uuid, about, Action.SHEET_VIEWED)
    language = request.GET.get("sprache", "de")
    if language not in LANGUAGES:
        return _no_such(request, language)
    tongues = [_tongue(each, language) for each in LANGUAGES]
    chosen = next(each for each in tongues if each.chosen)
    shown = "de" if chosen.why_not else language
    context = {
        **frame(opened, "sheet"),
        "sheet": composed_sheet(opened.person, opened.adviser, shown).sheet,
        "tongues": tongues,
        "chosen": chosen,
        "blocked": [each for each in tongues if each.why_not],
        "shown": shown,
    }
    return render(request, "sheet/preview.html", context)


@require_POST
@needs(Permission.WORK_ON_CASES)
@limited("pdf", PDFS)
def pdf(request: HttpRequest, uuid: UUID, about: UUID) -> HttpResponse:
    """The sheet as a file, kept as it is; the judgement it rests on is frozen as evidence."""
    opened = open_case(request, uuid, about)
    language = request.POST.get("sprache", "de")
    if language not in LANGUAGES:
        return _no_such(request, language)
    try:
        kept, content = make_sheet(opened.person, opened.user, language)
    except Blocked as fault:
        return trouble(request, 409, _why_not(language, fault.faults))
    return pdf_response(content, f"merkblatt-{language}-{str(uuid)[:8]}-{kept.record.number}")


def _tongue(language: str, chosen: str) -> Tongue:
    words = translation(language)
    found = faults(words)
    return Tongue(
        language, str(NAMES[language]), language == chosen, _why_not(language, found) if found else "", words.reviewed
    )


def _why_not(language: str, found: tuple[Fault, ...]) -> str:
    """Which texts of a language are missing or older than the German, in one line."""
    stale = [fault for fault in found if fault.trouble is not Trouble.MISSING]
    missing = [fault for fault in found if fault.trouble is Trouble.MISSING]
    parts = []
    if stale:
        words = ngettext(
            "{count} Text wurde seit der Übersetzung geändert: {texts}",
            "{count} Texte wurden seit der Übersetzung geändert: {texts}",
            len(stale),
        )
        parts.append(words.format(count=len(stale), texts=_named(stale)))
    if missing:
        words = ngettext("{count} Text fehlt: {texts}", "{count} Texte fehlen: {texts}", len(missing))
        parts.append(words.format(count=len(missing), texts=_named(missing)))
    return f"{NAMES[language]}: {'; '.join(parts)}"


def _named(found: list[Fault]) -> str:
    listed = ", ".join(f"„{fault.german[:40]}“" for fault in found[:3])
    return f"{listed} …" if len(found) > 3 else listed


def _no_such(request: HttpRequest, language: str) -> HttpResponse:
    return trouble(request, 400, no_such("sprache", language, LANGUAGES))
