"""What is amiss with texts: for nothing there is, missing, unreadable, behind the law, or too long unread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils import timezone

from advisor.accounts.models import Office
from advisor.texts.library import Library, built_in_library, due_on_its_own, library_of
from advisor.texts.state import due_days
from advisor.texts.subjects import faults_of
from pathways.content.checks import blocking
from pathways.content.slots import SLOTS
from pathways.content.value_slots import ALL_SLOTS


class Amiss(StrEnum):
    """What is wrong with a text."""

    ORPHAN = "orphan"
    GAP = "gap"
    UNREADABLE = "unreadable"
    STALE = "stale"
    BEHIND = "behind"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Found:
    """A text with which something is wrong, in words."""

    amiss: Amiss
    slot: str
    language: str
    words: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.amiss.value, self.slot, self.language, self.words) if part)


def survey_built_in(today: date | None = None) -> tuple[Found, ...]:
    """What is wrong with the texts of the program."""
    library = built_in_library()
    gaps = (
        Found(Amiss.GAP, slot.id, "de") for slot in SLOTS.values() if slot.required and library.entry(slot.id) is None
    )
    day = today or timezone.localdate()
    old = (
        Found(Amiss.OVERDUE, each.slot, each.language, due_on_its_own(each).isoformat())
        for each in library.in_order()
        if due_on_its_own(each) <= day
    )
    return (*gaps, *_of(library, own=False), *old)


def survey(office: Office, today: date | None = None) -> tuple[Found, ...]:
    """What is wrong with the texts an office has released itself."""
    library = library_of(office)
    day, due = today or timezone.localdate(), due_days(office, library)
    old = (
        Found(Amiss.OVERDUE, each.slot, each.language, due[each.slot, each.language].isoformat())
        for each in library.in_order()
        if not each.is_built_in and due[each.slot, each.language] <= day
    )
    return (*_of(library, own=True), *old)


def _of(library: Library, *, own: bool) -> Iterator[Found]:
    for each in library.in_order():
        if each.is_built_in is own:
            continue
        if each.slot not in ALL_SLOTS:
            yield Found(Amiss.ORPHAN, each.slot, each.language)
            continue
        for fault in blocking(faults_of(each.slot, each.language, each.body, library.languages(each.slot))):
            yield Found(Amiss.UNREADABLE, each.slot, each.language, fault.words)
        if each.is_stale:
            yield Found(Amiss.STALE, each.slot, each.language)
        elif library.is_behind(each):
            yield Found(Amiss.BEHIND, each.slot, each.language, "translates another German text")
