"""What waits for somebody who writes or releases texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.accounts.models import Office, User
from advisor.editorial.shelf import FILTERS, Filter, entries
from advisor.policies import Permission, may
from advisor.texts.models import Report
from advisor.texts.state import SlotState, State, states_of
from pathways.content.slots import Slot
from pathways.content.value_slots import ALL_SLOTS

_TO_LOOK_AFTER = ("fehlt", "veraltet", "uebersetzung", "faellig")


@dataclass(frozen=True, slots=True)
class Count:
    """How many texts a filter means."""

    id: str
    words: str
    number: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A text that waits for the person looking, and why."""

    slot: Slot
    language: str
    full_label: str
    why: str


@dataclass(frozen=True, slots=True)
class TextDesk:
    """For the start page: what waits, which texts are to be looked after, how many reports nobody has dealt with."""

    waiting: tuple[Waiting, ...]
    counts: tuple[Count, ...]
    reports: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be done."""
        return not (self.waiting or self.reports or any(count.number for count in self.counts))


def text_desk(user: User, office: Office) -> TextDesk:
    """What there is to do for somebody who writes or releases."""
    states = list(states_of(office, ALL_SLOTS.values()).values())
    counts = tuple(count_of(each, states) for each in FILTERS if each.id in _TO_LOOK_AFTER)
    return TextDesk(tuple(waiting_for(user, states)), counts, open_reports(office))


def open_reports(office: Office) -> int:
    """How many reports nobody has dealt with."""
    return Report.objects.filter(office=office, settled_at=None).count()


def count_of(chosen: Filter, states: Iterable[SlotState]) -> Count:
    """How many of these texts a filter means."""
    return Count(chosen.id, str(chosen.words), sum(map(chosen.holds, states)))


def waiting_for(user: User, states: Iterable[SlotState]) -> Iterator[Waiting]:
    """What somebody else has submitted, for whoever releases; one's own drafts and what came back."""
    for entry in entries(state for state in states if state.working):
        if entry.standing and (why := _why(user, entry.standing)):
            yield Waiting(entry.slot, entry.language, entry.full_label, why)


def _why(user: User, state: SlotState) -> str:
    if state.working and state.working.author_id == user.pk:
        own: Mapping[State, str] = {
            State.DRAFT: _("Ihr Entwurf, noch nicht eingereicht"),
            State.RETURNED: _("zurückgegeben, mit Bemerkung"),
        }
        return own.get(state.state, "") if may(user, Permission.EDIT_TEXTS) else ""
    if state.state is State.SUBMITTED and may(user, Permission.RELEASE_TEXTS):
        return _("eingereicht, wartet auf Freigabe")
    return ""
