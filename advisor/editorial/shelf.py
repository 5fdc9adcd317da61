"""A text as the editors' pages show it: its words, how it stands, where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.editorial.areas import Area, area_of
from advisor.editorial.labels import label_of, subject_of
from advisor.editorial.lines import Group, groups_of
from advisor.editorial.value_texts import value_beginning, value_groups
from advisor.texts.library import CurrentText, Library
from advisor.texts.state import SlotState, State
from pathways.content.slots import Slot
from pathways.content.value_slots import is_value

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Badge:
    """How a text stands: a sign and words, and a colour that says no more than they do."""

    symbol: str
    words: str
    tone: str


@dataclass(frozen=True)
class Entry:
    """A text in one language; ``standing``: None where only its words are asked for."""

    slot: Slot
    language: str
    current: CurrentText | None
    standing: SlotState | None = None

    @property
    def label(self) -> str:
        """What it is."""
        return label_of(self.slot, self.language)

    @property
    def subject(self) -> str:
        """What it is about."""
        return subject_of(self.slot)

    @property
    def full_label(self) -> str:
        """Both, for a list."""
        return f"{self.label}: {self.subject}"

    @cached_property
    def area(self) -> Area:
        """Where it stands."""
        return area_of(self.slot)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Its words, also where they are stale: the editors need them."""
        if is_value(self.slot):
            return value_groups(self.slot, self.current.body if self.current else value_beginning(self.slot))
        return groups_of(self.current.statements) if self.current else ()

    @property
    def origin(self) -> str:
        """Where the words come from."""
        if self.current is None:
            return _("Mit dem Programm geliefert.") if self.groups else ""
        day = date_format(self.current.day, "SHORT_DATE_FORMAT")
        if self.current.is_built_in:
            return _("Mit dem Programm geliefert, Rechtslage vom {day}.").format(day=day)
        words = _("Fassung {number}, freigegeben am {day} (Freigabe {release}).")
        return words.format(number=self.current.number, day=day, release=self.current.release)

    @cached_property
    def states(self) -> tuple[Badge, ...]:
        """How it stands; what is wrong stands last."""
        if self.standing is None:
            return ()
        state = self.standing.state
        if state is State.MISSING and self.groups:
            state = State.BUILT_IN  # what the program knows of a Land stands in no library
        symbol, tone = _SIGNS[state]
        badges = [Badge(symbol, state.words, tone)]
        if self.standing.is_gap:
            badges = [Badge("!", _("fehlt"), "excluded")]
        if self.standing.is_stale:
            badges.append(Badge("!", _("veraltet: wird nicht gezeigt und nicht gedruckt"), "excluded"))
        elif self.standing.is_behind:
            badges.append(Badge("!", _("Übersetzung eines älteren Textes: wird nicht gedruckt"), "excluded"))
        elif self.standing.is_overdue:
            badges.append(Badge("?", _("Prüfung fällig"), "open"))
        return tuple(badges)


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to choose among the texts: its id in the address, its words, and which texts it means."""

    id: str
    words: StrOrPromise
    holds: Callable[[SlotState], bool]


_SIGNS: Mapping[State, tuple[str, str]] = {
    State.MISSING: ("○", ""),
    State.BUILT_IN: ("●", ""),
    State.DRAFT: ("✎", "open"),
    State.SUBMITTED: ("→", "exception"),
    State.RETURNED: ("↩", "open"),
    State.WITHDRAWN: ("○", ""),
    State.RELEASED: ("✓", "met"),
}
FILTERS: tuple[Filter, ...] = (
    Filter("fehlt", gettext_lazy("fehlt"), lambda each: each.is_gap),
    Filter("veraltet", gettext_lazy("veraltet"), lambda each: each.is_stale),
    Filter("uebersetzung", gettext_lazy("Übersetzung veraltet"), lambda each: each.is_behind and not each.is_stale),
    Filter("faellig", gettext_lazy("Prüfung fällig"), lambda each: each.is_overdue and not each.is_stale),
    Filter("entwurf", gettext_lazy("in Arbeit"), lambda each: each.state in (State.DRAFT, State.RETURNED)),
    Filter("eingereicht", gettext_lazy("eingereicht"), lambda each: each.state is State.SUBMITTED),
)


def entry_of(library: Library, slot: Slot, language: str, standing: SlotState | None = None) -> Entry:
    """A text as it counts for an office, stale or not."""
    return Entry(slot, language, library.entry(slot.id, language), standing)


def entries(states: Iterable[SlotState]) -> list[Entry]:
    """The same with how they stand."""
    return [Entry(each.slot, each.language, each.current, each) for each in states]
