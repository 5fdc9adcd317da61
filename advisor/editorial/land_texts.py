"""A value of a Land on the editors' pages: its words, its source and its day, in the form the office keeps it in."""

from __future__ import annotations

from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from advisor.editorial.lines import Group, Line
from pathways.content.land_slots import claim_of, land_body, read_land, words_of
from pathways.content.markup import Unreadable
from pathways.content.slots import Slot, Subject
from pathways.content.words import partial_day_words


def is_land(slot: Slot) -> bool:
    """Whether the text is a value of a Land."""
    return slot.subject_kind is Subject.LAND


def land_groups(body: str) -> tuple[Group, ...]:
    """The value in words; nothing where it cannot be read."""
    try:
        value = read_land(body)
    except Unreadable:
        return ()
    source = _("Quelle: {source}, Stand: {day}").format(source=value.source, day=partial_day_words(value.day))
    return (Group("p", tuple(Line(mark_safe(escape(text)), ()) for text in (value.text, source))),)


def land_beginning(slot: Slot) -> str:
    """What the program knows, to be put right; empty where it knows nothing with a source and a day."""
    claim = claim_of(slot)
    if not claim.text or not claim.source or claim.date is None:
        return ""
    return land_body(words_of(slot), claim.source, claim.date)
