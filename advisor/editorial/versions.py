"""Versions of a text for the pages: what each changed, what was done with it, and what may be done next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.accounts.models import Office, User
from advisor.editorial.preview import checked
from advisor.editorial.value_texts import value_beginning
from advisor.editorial.word_difference import Piece, differences
from advisor.policies import Permission, may
from advisor.texts.library import Library, built_in_library
from advisor.texts.models import Release, Revision, Step, StepKind
from advisor.texts.state import SlotState, State
from pathways.content.checks import Fault, blocking
from pathways.content.value_slots import ALL_SLOTS, is_value

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class StepLine:
    """What somebody did with a version, in words."""

    row: Step
    words: str


@dataclass(frozen=True, slots=True)
class Action:
    """A button of a version."""

    id: str
    words: StrOrPromise
    style: str = "btn-quiet"


@dataclass(frozen=True, slots=True)
class Working:
    """The version that is being worked on. ``pieces``: against what counts; ``why_not``: why there is no release."""

    row: Revision
    pieces: tuple[Piece, ...]
    faults: tuple[Fault, ...]
    steps: tuple[StepLine, ...]
    actions: tuple[Action, ...]
    to_release: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the past. ``pieces``: against the one before it; ``release``: None where it was never released."""

    row: Revision
    pieces: tuple[Piece, ...]
    steps: tuple[StepLine, ...]
    release: Release | None


_SUBMIT = Action("einreichen", gettext_lazy("Zur Freigabe einreichen"), "btn-primary")
_WITHDRAW = Action("zurueckziehen", gettext_lazy("Zurückziehen"))
_RETURN = Action("zurueckgeben", gettext_lazy("Mit Bemerkung zurückgeben"))
_COMMENT = Action("bemerken", gettext_lazy("Nur bemerken"))


def working_of(library: Library, state: SlotState, user: User) -> Working | None:
    """The version that somebody is working on, as this person sees it; None where there is none or it is laid aside."""
    row = state.working
    if row is None or state.state is State.WITHDRAWN or state.state in (State.BUILT_IN, State.RELEASED):
        return None
    current = library.entry(row.slot, row.language)
    faults = checked(library, state.slot, row.language, row.body)
    is_own = row.author_id == user.pk
    submitted = state.state is State.SUBMITTED
    releases = may(user, Permission.RELEASE_TEXTS)
    return Working(
        row,
        differences(current.body if current else built_in_body(row.slot, row.language), row.body),
        faults,
        tuple(map(step_line, row.steps.select_related("by"))),
        tuple(_actions(user, state.state, is_own)),
        submitted and releases and not is_own and not blocking(faults),
        _("Ihr eigener Text: Freigeben muss ihn jemand anderes.") if submitted and releases and is_own else "",
    )


def versions_of(office: Office, slot: str, language: str, *, only_released: bool = False) -> list[Version]:
    """All versions of a text in an office, the newest first; the first one is compared with the program's text.

    ``only_released``: what was never released is left out, also from what the others are compared with.
    """
    own = Revision.objects.filter(office=office, slot=slot, language=language)
    if only_released:
        own = own.filter(released__isnull=False)
    rows = own.select_related("author", "released__release__by").prefetch_related("steps__by").order_by("number")
    before = built_in_body(slot, language)
    found = []
    for row in rows:
        released = getattr(row, "released", None)
        steps = tuple(map(step_line, row.steps.all()))
        found.append(Version(row, differences(before, row.body), steps, released.release if released else None))
        before = row.body
    return found[::-1]


def built_in_body(slot: str, language: str) -> str:
    """The text that comes with the program; empty where there is none."""
    if (value := ALL_SLOTS.get(slot)) and is_value(value):
        return value_beginning(value)
    found = built_in_library().entry(slot, language)
    return found.body if found else ""


def step_line(row: Step) -> StepLine:
    """A step in words."""
    words: Mapping[str, str] = {
        StepKind.SUBMITTED: _("{name} hat die Fassung eingereicht."),
        StepKind.RETURNED: _("{name} hat die Fassung zurückgegeben."),
        StepKind.COMMENTED: _("{name} hat etwas bemerkt."),
        StepKind.WITHDRAWN: _("{name} hat die Fassung zurückgezogen."),
    }
    return StepLine(row, words[row.kind].format(name=row.by))


def _actions(user: User, state: State, is_own: bool) -> Iterable[Action]:
    edits, releases = may(user, Permission.EDIT_TEXTS), may(user, Permission.RELEASE_TEXTS)
    if edits and state in (State.DRAFT, State.RETURNED):
        yield _SUBMIT
    if releases and state is State.SUBMITTED and not is_own:
        yield _RETURN
    if edits or releases:
        yield _COMMENT
    if edits and is_own:
        yield _WITHDRAW
