"""Pages of one text: as it counts and as it is being written, its history, and what is done with a version."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from advisor.accounts.models import Office, User
from advisor.editorial.areas import slots_about
from advisor.editorial.asked import asked_slot, office_of, whole_number
from advisor.editorial.forms import RemarkForm, ReviewForm
from advisor.editorial.labels import LANGUAGE_NAMES, label_of
from advisor.editorial.shelf import entry_of
from advisor.editorial.versions import built_in_body, versions_of, working_of
from advisor.policies import Permission, may, needs
from advisor.texts.faults import TextFault
from advisor.texts.library import library_of
from advisor.texts.models import Review, Revision
from advisor.texts.state import SlotState, State, states_of
from advisor.texts.writing import comment, review, send_back, submit, withdraw
from advisor.web.errors import trouble
from pathways.content.slots import Slot

_A_YEAR = timedelta(days=365)
_AT_MOST = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Named:
    """Something to choose, with the words for it."""

    code: str
    name: str


@require_safe
@needs(Permission.READ_TEXTS)
def slot_page(request: HttpRequest, slot: str) -> HttpResponse:
    """One text: how it reads now, and for editors and releasers the version that is being worked on."""
    asked, language = asked_slot(request, slot)
    user, office = office_of(request)
    library = library_of(office)
    state = _state(office, asked, language)
    works = may(user, Permission.EDIT_TEXTS, Permission.RELEASE_TEXTS)
    entry = entry_of(library, asked, language, state)
    today = timezone.localdate()
    context = {
        "area": "texts",
        "entry": entry,
        "languages": [Named(code, str(LANGUAGE_NAMES[code])) for code in asked.languages],
        "draft": working_of(library, state, user) if works else None,
        "works": works,
        "may_edit": may(user, Permission.EDIT_TEXTS),
        "may_review": works and entry.current is not None and not state.is_stale,
        "next_on": today + _A_YEAR,
        "reviewed": _last_review(office, asked, language),
        "siblings": [Named(each.id, label_of(each)) for each in slots_about()[asked.subject_kind, asked.subject_id]],
    }
    return render(request, "editorial/slot.html", context)


@require_safe
@needs(Permission.READ_TEXTS)
def history(request: HttpRequest, slot: str) -> HttpResponse:
    """All versions of a text with what each changed; what was not released is for editors and releasers."""
    asked, language = asked_slot(request, slot)
    user, office = office_of(request)
    works = may(user, Permission.EDIT_TEXTS, Permission.RELEASE_TEXTS)
    versions = versions_of(office, asked.id, language, only_released=not works)
    context = {
        "area": "texts",
        "entry": entry_of(library_of(office), asked, language),
        "versions": versions,
        "builtin": built_in_body(asked.id, language),
    }
    return render(request, "editorial/history.html", context)


@require_POST
@needs(Permission.EDIT_TEXTS, Permission.RELEASE_TEXTS)
def work(request: HttpRequest, slot: str) -> HttpResponse:
    """Submit a version, return it, remark on it or take it back: `tun`, about the version `fassung`."""
    asked, language = asked_slot(request, slot)
    user, office = office_of(request)
    doing = request.POST.get("tun", "")
    if doing not in _DOING:
        return trouble(request, 400)
    permission, do, said = _DOING[doing]
    if not may(user, *permission):
        return trouble(request, 403)
    number = whole_number(request.POST.get("fassung", ""))
    revision = Revision.objects.filter(office=office, slot=asked.id, language=language, number=number).first()
    if revision is None:
        raise Http404
    form = RemarkForm(request.POST)
    if not form.is_valid():
        return trouble(request, 400, " ".join(map(str, form.errors["kommentar"])))
    try:
        do(revision, user, form.cleaned_data["kommentar"])
    except TextFault as fault:
        # Nothing was kept; the words come back on the page that says why.
        messages.warning(request, str(fault))
    else:
        messages.success(request, said())
    return redirect(_page_of(asked, language))


@require_POST
@needs(Permission.EDIT_TEXTS, Permission.RELEASE_TEXTS)
def review_text(request: HttpRequest, slot: str) -> HttpResponse:
    """Note that a text was compared with law and practice and stays as it is."""
    asked, language = asked_slot(request, slot)
    user, _office = office_of(request)
    today = timezone.localdate()
    form = ReviewForm(request.POST, today, today + _AT_MOST)
    if not form.is_valid():
        faults = [str(fault) for faults in form.errors.values() for fault in faults]
        messages.warning(request, " ".join(faults))
        return redirect(_page_of(asked, language))
    try:
        review(asked.id, user, form.cleaned_data["naechste"], form.cleaned_data["notiz"], language)
    except TextFault as fault:
        messages.warning(request, str(fault))
    else:
        messages.success(request, _("Als geprüft vermerkt."))
    return redirect(_page_of(asked, language))


def _only_others(revision: Revision, user: User, words: str) -> None:
    if revision.author_id == user.pk:
        raise TextFault(_("Einen eigenen Text gibt jemand anderes zurück. Sie können ihn zurückziehen."))
    send_back(revision, user, words)


_EDITS, _RELEASES = (Permission.EDIT_TEXTS,), (Permission.RELEASE_TEXTS,)
_DOING: dict[str, tuple[tuple[Permission, ...], Callable[[Revision, User, str], object], Callable[[], str]]] = {
    "einreichen": (_EDITS, submit, lambda: _("Zur Freigabe eingereicht.")),
    "zurueckziehen": (_EDITS, withdraw, lambda: _("Zurückgezogen.")),
    "zurueckgeben": (_RELEASES, _only_others, lambda: _("Zurückgegeben.")),
    "bemerken": (_EDITS + _RELEASES, comment, lambda: _("Bemerkt.")),
}


def _state(office: Office, slot: Slot, language: str) -> SlotState:
    found = states_of(office, [slot]).get((slot.id, language))
    # A translation that nobody has begun has no state of its own.
    return found or SlotState(slot, language, State.MISSING, None, None, None, is_overdue=False, is_behind=False)


def _last_review(office: Office, slot: Slot, language: str) -> Review | None:
    return Review.objects.filter(office=office, slot=slot.id, language=language).select_related("by").first()


def _page_of(slot: Slot, language: str) -> str:
    return f"{reverse('editorial:slot', args=(slot.id,))}?sprache={language}"
