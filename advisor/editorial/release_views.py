"""Pages for releasing: choose what was submitted, see whom it touches, release; and what was released before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from advisor.accounts.limits import limited
from advisor.accounts.models import Office, User
from advisor.editorial.asked import office_of
from advisor.editorial.counting import begin, counted, resume
from advisor.editorial.forms import ReleaseForm
from advisor.editorial.impact_words import ImpactLine, line_of, touched_words
from advisor.editorial.labels import name_of_slot
from advisor.editorial.models import ImpactCount
from advisor.editorial.preview import checked
from advisor.editorial.versions import built_in_body
from advisor.editorial.word_difference import Piece, differences
from advisor.policies import Permission, needs
from advisor.rescreen import golden
from advisor.texts.faults import TextFault
from advisor.texts.library import library_of
from advisor.texts.models import Release, ReleasedText, Revision
from advisor.texts.releasing import release
from advisor.texts.state import State, states_of
from pathways.content.checks import Fault
from pathways.content.value_slots import ALL_SLOTS


@dataclass(frozen=True, slots=True)
class Offer:
    """A submitted version, as whoever releases sees it. ``own``: written by that person, who therefore cannot."""

    row: Revision
    label: str
    pieces: tuple[Piece, ...]
    faults: tuple[Fault, ...]
    own: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a release with what it changed."""

    row: Revision
    slot: str
    language: str
    label: str
    pieces: tuple[Piece, ...]


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.RELEASE_TEXTS)
@limited("text-release", "60/h/user")
def release_page(request: HttpRequest) -> HttpResponse:
    """Choose submitted versions (`text`), count whom they touch (`tun=zaehlen`), release them (`tun=freigeben`)."""
    user, office = office_of(request)
    offers = _offers(office, user, request.POST.getlist("text") or request.GET.getlist("text"))
    chosen = [offer.row for offer in offers if offer.chosen]
    flips = golden.run(office)
    doing = request.POST.get("tun", "") if request.method == "POST" else ""
    # Only what was sent to be released is checked.
    form = ReleaseForm(request.POST if doing == "freigeben" else None, bool(flips), initial=request.POST.dict())
    impact = counted(office, user, chosen) if chosen else None
    if doing and not chosen:
        messages.warning(request, _("Bitte wählen Sie mindestens einen Text."))
    elif doing == "zaehlen":
        impact = begin(office, user, chosen)
    elif doing == "freigeben" and form.is_valid():
        made = _released(office, user, chosen, form, impact)
        if made is not None:
            messages.success(request, _("Freigabe {number} gilt ab jetzt.").format(number=made.number))
            return redirect("editorial:released", made.number)
    context = {
        "area": "texts",
        "offers": offers,
        "form": form,
        "flips": flips,
        "golden": len(golden.holding(office)),
        "impact": _line(impact, chosen) if impact else None,
    }
    return render(request, "editorial/release.html", context, status=422 if doing == "freigeben" else 200)


@require_safe
@needs(Permission.RELEASE_TEXTS)
def impact(request: HttpRequest, count: UUID) -> HttpResponse:
    """How far a count is, for the page that waits for it."""
    user, office = office_of(request)
    row = ImpactCount.objects.filter(office=office, by=user, uuid=count).first()
    if row is None:
        raise Http404
    resume(row, timezone.now())
    chosen = Revision.objects.filter(office=office, pk__in=row.revisions)
    return render(request, "editorial/_impact.html", {"impact": _line(row, chosen)})


@require_safe
@needs(Permission.READ_TEXTS)
def releases(request: HttpRequest) -> HttpResponse:
    """All releases of the office, the newest first."""
    _user, office = office_of(request)
    found = Release.objects.filter(office=office).select_related("by").annotate(number_of_texts=Count("texts"))
    return render(request, "editorial/releases.html", {"area": "texts", "releases": found.order_by("-number")})


@require_safe
@needs(Permission.READ_TEXTS)
def released(request: HttpRequest, release: int) -> HttpResponse:
    """One release: its texts with what each changed, its reasons and what it touched."""
    _user, office = office_of(request)
    found = Release.objects.filter(office=office, number=release).select_related("by").first()
    if found is None:
        raise Http404
    rows = found.texts.select_related("revision__author").order_by("slot", "language")
    context = {
        "area": "texts",
        "release": found,
        "touched": touched_words(found.touched),
        "texts": [_text(office, found, row) for row in rows],
    }
    return render(request, "editorial/released.html", context)


def _offers(office: Office, user: User, wanted: Iterable[str]) -> list[Offer]:
    library = library_of(office)
    ids = set(wanted)
    found = []
    for state in states_of(office, ALL_SLOTS.values()).values():
        row = state.working
        if row is None or state.state is not State.SUBMITTED:
            continue
        own = row.author_id == user.pk
        found.append(
            Offer(
                row,
                name_of_slot(row.slot, row.language),
                differences(state.current.body if state.current else built_in_body(row.slot, row.language), row.body),
                checked(library, state.slot, row.language, row.body),
                own,
                str(row.uuid) in ids and not own,
            )
        )
    return found


def _released(
    office: Office, user: User, chosen: Sequence[Revision], form: ReleaseForm, impact: ImpactCount | None
) -> Release | None:
    """The release; None with the reason in the form where there is none."""
    sent = form.cleaned_data
    touched = impact.touched if impact and not impact.is_running else {}
    try:
        return release(
            chosen, user, sent["note"], sent["explanation"], golden=lambda: golden.run(office), touched=touched
        )
    except TextFault as fault:
        form.add_error(None, str(fault))
        return None


def _line(row: ImpactCount, chosen: Iterable[Revision]) -> ImpactLine:
    query = "&".join(f"text={each.uuid}" for each in chosen)
    return line_of(row, reverse("editorial:impact", args=(row.uuid,)), f"{reverse('editorial:release')}?{query}")


def _text(office: Office, found: Release, row: ReleasedText) -> Text:
    earlier = ReleasedText.objects.filter(office=office, slot=row.slot, language=row.language)
    earlier = earlier.filter(release__number__lt=found.number).order_by("-release__number")
    before = earlier.values_list("revision__body", flat=True).first()
    if before is None:
        before = built_in_body(row.slot, row.language)
    pieces = differences(before, row.revision.body)
    return Text(row.revision, row.slot, row.language, name_of_slot(row.slot, row.language), pieces)
