"""Pages for writing a text: the editor with citations and preview, and the paper with an invented case."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from advisor.accounts.limits import limited
from advisor.accounts.models import Office, User
from advisor.editorial.asked import asked_slot, office_of
from advisor.editorial.forms import LONGEST_TEXT, DraftForm
from advisor.editorial.paper import has_paper, sample_paper
from advisor.editorial.picker import MOST, found, with_citation
from advisor.editorial.preview import preview_of
from advisor.editorial.samples import SAMPLES
from advisor.editorial.shelf import entry_of
from advisor.editorial.versions import built_in_body
from advisor.editorial.word_difference import differences
from advisor.memo.views import PDFS, pdf_response
from advisor.policies import Permission, needs
from advisor.texts.faults import Overtaken, TextFault
from advisor.texts.library import library_of
from advisor.texts.models import Revision
from advisor.texts.subjects import german_digest
from advisor.texts.writing import german_beside, newest, submit, write
from advisor.web.errors import trouble
from pathways.content.markup import PLACEHOLDERS
from pathways.content.slots import Shape, Slot, Subject
from pathways.content.value_slots import is_value

_LONGEST_QUERY = 100


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.EDIT_TEXTS)
def edit(request: HttpRequest, slot: str) -> HttpResponse:
    """Write a text; without JavaScript the buttons for preview, search and citation bring the page back with it."""
    asked, language = asked_slot(request, slot)
    user, office = office_of(request)
    if request.method != "POST":
        return _page(request, asked, language, _beginning(office, asked, language))
    form = DraftForm(request.POST)
    doing = request.POST.get("tun", "")
    if picked := request.POST.get("fundstelle"):
        return _page(request, asked, language, _with_picked(form, picked), unsaved=True)
    if doing not in ("speichern", "einreichen"):
        return _page(request, asked, language, form, unsaved=True)
    if not form.is_valid():
        return _page(request, asked, language, form, unsaved=True, status=422)
    try:
        revision = _kept(asked, language, form, user, handed_in=doing == "einreichen")
    except Overtaken as fault:
        return _beside(request, asked, language, form, fault.latest)
    except TextFault as fault:
        form.add_error("text", str(fault))
        return _page(request, asked, language, form, unsaved=True, status=422)
    _hand_in(request, revision, user, doing == "einreichen")
    return redirect(f"{reverse('editorial:slot', args=(asked.id,))}?sprache={language}")


@require_POST
@needs(Permission.EDIT_TEXTS)
def preview(request: HttpRequest, slot: str) -> HttpResponse:
    """How the text in the editor reads, and what the checks say."""
    asked, language = asked_slot(request, slot)
    _user, office = office_of(request)
    shown = preview_of(library_of(office), asked, language, request.POST.get("text", ""))
    return render(request, "editorial/_preview.html", {"preview": shown})


@require_safe
@needs(Permission.EDIT_TEXTS)
def citations(request: HttpRequest) -> HttpResponse:
    """What the registry of sources has for `?suche=`."""
    return render(request, "editorial/_citations.html", _search(request.GET.get("suche", "")))


@require_POST
@needs(Permission.EDIT_TEXTS)
@limited("pdf", PDFS)
def paper(request: HttpRequest, slot: str) -> HttpResponse:
    """The text in the editor on paper, in the memo of an invented case; nothing is kept."""
    asked, language = asked_slot(request, slot)
    _user, office = office_of(request)
    sample = SAMPLES.get(request.POST.get("beispiel", ""))
    if sample is None or not has_paper(asked):
        return trouble(request, 400, _("Auf Papier lässt sich dieser Text so nicht ansehen."))
    body = request.POST.get("text", "")
    if len(body) > LONGEST_TEXT:
        return trouble(request, 400, _("Der Text hat mehr als {most} Zeichen.").format(most=LONGEST_TEXT))
    content = sample_paper(library_of(office), asked, language, body, sample)
    return pdf_response(content, "textvorschau", shown=True)


def _beginning(office: Office, slot: Slot, language: str) -> DraftForm:
    """The newest revision, or the text that comes with the program, to go on from."""
    latest = newest(office, slot.id, language)
    if latest is not None:
        return DraftForm(initial={"text": latest.body, "grundlage": latest.number})
    current = library_of(office).entry(slot.id, language)
    body = current.body if current else built_in_body(slot.id, language)
    return DraftForm(initial={"text": body, "grundlage": 0})


def _with_picked(form: DraftForm, picked: str) -> DraftForm:
    data = {name: str(form[name].value() or "") for name in form.fields}
    data["text"] = with_citation(data["text"], picked)
    return DraftForm(data)


def _kept(slot: Slot, language: str, form: DraftForm, user: User, *, handed_in: bool) -> Revision:
    """The text as a revision; the newest one, where it says the same. Only an own one can be handed in."""
    sent = form.cleaned_data
    latest = newest(user.office, slot.id, language) if user.office else None
    if (
        latest is not None
        and (latest.number, latest.body) == (sent["grundlage"], sent["text"])
        and (latest.author_id == user.pk or not handed_in)
        # The same translation of another German text says that it still fits.
        and (language == "de" or latest.german == german_digest(german_beside(latest.office, slot.id)))
    ):
        return latest
    return write(slot.id, language, sent["text"], user, sent["notiz"], sent["grundlage"])


def _hand_in(request: HttpRequest, revision: Revision, user: User, wanted: bool) -> None:
    if not wanted:
        messages.success(request, _("Als Entwurf gespeichert. Er gilt erst, wenn ihn jemand anderes freigibt."))
        return
    try:
        submit(revision, user)
    except TextFault as fault:
        messages.warning(request, _("Gespeichert, aber nicht eingereicht: {why}").format(why=fault))
    else:
        messages.success(request, _("Gespeichert und zur Freigabe eingereicht."))


def _beside(request: HttpRequest, slot: Slot, language: str, form: DraftForm, latest: Revision) -> HttpResponse:
    """Both texts side by side, to be saved upon the newer one."""
    data = {name: str(form[name].value() or "") for name in form.fields}
    data["grundlage"] = str(latest.number)
    more = {"overtaken": latest, "pieces": differences(latest.body, form.cleaned_data["text"])}
    return _page(request, slot, language, DraftForm(data), unsaved=True, status=409, more=more)


def _page(
    request: HttpRequest,
    slot: Slot,
    language: str,
    form: DraftForm,
    *,
    unsaved: bool = False,
    status: int = 200,
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    _user, office = office_of(request)
    library = library_of(office)
    body = str(form["text"].value() or "")
    context = {
        "area": "texts",
        "entry": entry_of(library, slot, language),
        # Errors show only after something was sent to be kept.
        "form": form if status == 422 else DraftForm(initial={name: form[name].value() for name in form.fields}),
        "unsaved": unsaved,
        "is_list": slot.shape is Shape.LIST,
        "is_value": is_value(slot),
        "is_table": slot.subject_kind is Subject.FIGURES,
        "placeholders": {f"{{{name}}}": words for name, words in PLACEHOLDERS.items()},
        "preview": preview_of(library, slot, language, body),
        "german_text": german_beside(office, slot.id) if language != "de" else "",
        "samples": list(SAMPLES.values()) if has_paper(slot) else [],
        "chosen_sample": request.POST.get("beispiel", ""),
        **_search(request.POST.get("suche", "")),
        **(more or {}),
    }
    return render(request, "editorial/edit.html", context, status=status)


def _search(query: str) -> dict[str, object]:
    query = query[:_LONGEST_QUERY]
    return {"query": query, "citations": found(query), "most": MOST}
