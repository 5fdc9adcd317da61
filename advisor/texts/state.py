"""How the texts of an office stand: what counts, what is being worked on, what is stale, overdue or missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from advisor.accounts.models import Office
from advisor.texts.library import CurrentText, Key, Library, due_on_its_own, library_of
from advisor.texts.models import ReleasedText, Review, Revision, Step, StepKind
from pathways.content.slots import SLOTS, Slot


class State(StrEnum):
    """Where the newest word on a text stands."""

    MISSING = "missing"
    BUILT_IN = "built_in"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    RELEASED = "released"

    @property
    def words(self) -> str:
        """For people."""
        return {
            State.MISSING: _("kein Text"),
            State.BUILT_IN: _("mitgeliefert"),
            State.DRAFT: _("Entwurf"),
            State.SUBMITTED: _("liegt zur Freigabe vor"),
            State.RETURNED: _("zurückgegeben"),
            State.WITHDRAWN: _("zurückgezogen"),
            State.RELEASED: _("freigegeben"),
        }[self]


_OF_STEP = {
    StepKind.SUBMITTED: State.SUBMITTED,
    StepKind.RETURNED: State.RETURNED,
    StepKind.WITHDRAWN: State.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class SlotState:
    """A slot in one language. ``working``: a revision newer than what counts. ``due``: when it has to be read again.

    ``is_behind``: it translates another German text than the one that counts.
    """

    slot: Slot
    language: str
    state: State
    current: CurrentText | None
    working: Revision | None
    due: date | None
    is_overdue: bool
    is_behind: bool

    @property
    def is_stale(self) -> bool:
        """Whether the text is left out because its law has changed."""
        return self.current is not None and self.current.is_stale

    @property
    def is_gap(self) -> bool:
        """Whether a text has to be there and is not."""
        return self.slot.required and self.language == "de" and self.current is None


def states_of(
    office: Office, slots: Iterable[Slot] = SLOTS.values(), today: date | None = None
) -> dict[Key, SlotState]:
    """How these slots stand, in order, each in every language in which there is a text or one is being written."""
    library = library_of(office)
    working = newest_unreleased(office)
    due = due_days(office, library)
    day = today or timezone.localdate()
    found: dict[Key, SlotState] = {}
    for slot in slots:
        for language in slot.languages:
            key = (slot.id, language)
            if language != "de" and key not in library.entries and key not in working:
                continue
            revision, last = working.get(key, (None, None))
            current, until = library.entry(*key), due.get(key)
            state = _state(current, revision, last)
            overdue, behind = bool(until and until <= day), bool(current and library.is_behind(current))
            found[key] = SlotState(slot, language, state, current, revision, until, overdue, behind)
    return found


def newest_unreleased(office: Office) -> dict[Key, tuple[Revision, StepKind | None]]:
    """The newest revision of each text where it does not count yet, with what was last done with it; two queries."""
    own = Revision.objects.filter(office=office)
    newest = own.values("slot", "language").annotate(last=Max("pk")).order_by().values("last")
    revisions = own.filter(pk__in=newest, released=None).select_related("author", "made_from")
    last: dict[int, StepKind] = {}
    steps = Step.objects.filter(revision__office=office).exclude(kind=StepKind.COMMENTED).order_by("pk")
    for revision_id, kind in steps.filter(revision__released=None).values_list("revision_id", "kind"):
        last[revision_id] = StepKind(kind)
    return {(each.slot, each.language): (each, last.get(each.pk)) for each in revisions}


def due_days(office: Office, library: Library) -> Mapping[Key, date]:
    """When each text has to be read again: a year after its release or last review, or on the day somebody set."""
    found = {key: due_on_its_own(each) for key, each in library.entries.items()}
    for row in ReleasedText.objects.filter(office=office, revision__review_on__isnull=False).values_list(
        "slot", "language", "revision_id", "revision__review_on"
    ):
        key, revision_id, day = (row[0], row[1]), row[2], row[3]
        if day and (current := library.entry(*key)) and current.revision_id == revision_id:
            found[key] = day
    for review in Review.objects.filter(office=office).order_by("pk"):
        key = (review.slot, review.language)
        current = library.entry(*key)
        if current and current.revision_id == review.revision_id and current.fingerprint == review.fingerprint:
            found[key] = review.next_on
    return found


def _state(current: CurrentText | None, working: Revision | None, last: StepKind | None) -> State:
    if working is not None and last is not StepKind.WITHDRAWN:
        return _OF_STEP[last] if last else State.DRAFT
    if current is None:
        return State.WITHDRAWN if working is not None else State.MISSING
    return State.BUILT_IN if current.is_built_in else State.RELEASED
