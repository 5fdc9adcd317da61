"""How a text reads before it is kept, and what the checks say about it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.editorial.lines import Group, groups_of
from advisor.editorial.value_texts import value_groups
from advisor.texts.library import Library
from advisor.texts.subjects import faults_of
from advisor.texts.writing import LONGEST_BODY
from pathways.content.checks import Fault, Trouble, leaves_behind, words_of
from pathways.content.markup import read
from pathways.content.slots import Slot
from pathways.content.value_slots import is_value


@dataclass(frozen=True, slots=True)
class Preview:
    """A text as a reader will see it. ``length``: in characters, without citations."""

    groups: tuple[Group, ...]
    faults: tuple[Fault, ...]
    length: int
    longest: int
    language: str


def preview_of(library: Library, slot: Slot, language: str, body: str) -> Preview:
    """The preview of a text; what cannot be read is left out of it and stands among the faults."""
    if len(body) > LONGEST_BODY:
        # Nobody can keep it, and reading it could take minutes.
        words = _("Der Text hat mehr als {most} Zeichen.").format(most=LONGEST_BODY)
        return Preview((), (Fault(Trouble.TOO_LONG, 0, words),), len(body), slot.longest, language)
    faults = checked(library, slot, language, body) if body.strip() else ()
    if is_value(slot):
        return Preview(value_groups(slot, body), faults, len(body.strip()), slot.longest, language)
    statements, _troubles = read(body)
    return Preview(groups_of(statements), faults, len(words_of(statements)), slot.longest, language)


def checked(library: Library, slot: Slot, language: str, body: str) -> tuple[Fault, ...]:
    """The faults of a text beside what counts for the office already."""
    current = library.entry(slot.id, language)
    others = frozenset(library.languages(slot.id)) - {language}
    found = faults_of(slot.id, language, body, others, current.body if current else "")
    return found + leaves_behind(library.behind(slot.id, body)) if language == "de" else found
