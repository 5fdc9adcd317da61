"""A value of a Land or a table of figures on the editors' pages, in the form the office keeps it in."""

from __future__ import annotations

from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from advisor.editorial.lines import Group, Line
from pathways.content.figure_slots import read_table, table_body
from pathways.content.land_slots import claim_of, land_body, read_land, words_of
from pathways.content.markup import Unreadable
from pathways.content.slots import Slot, Subject
from pathways.content.words import partial_day_words
from pathways.law.figures import table
from pathways.law.laender.claims import Confidence


def value_groups(slot: Slot, body: str) -> tuple[Group, ...]:
    """The value in words; nothing where it cannot be read."""
    try:
        lines = _land(body) if slot.subject_kind is Subject.LAND else _table(body)
    except Unreadable:
        return ()
    return (Group("p", tuple(Line(mark_safe(escape(text)), ()) for text in lines)),)


def value_beginning(slot: Slot) -> str:
    """What the program knows, to be put right; empty where it knows nothing with a source and a day."""
    if slot.subject_kind is Subject.FIGURES:
        return table_body(table(slot.subject_id))
    claim = claim_of(slot)
    if not claim.text or not claim.source or claim.date is None:
        return ""
    unverified = claim.confidence is Confidence.UNVERIFIED
    return land_body(words_of(slot), claim.source, claim.date, is_unverified=unverified)


def _land(body: str) -> tuple[str, ...]:
    value = read_land(body)
    source = _("Quelle: {source}, Stand: {day}").format(source=value.source, day=partial_day_words(value.day))
    return (value.text, source, _("ungeprüft")) if value.is_unverified else (value.text, source)


def _table(body: str) -> tuple[str, ...]:
    read_table(body)
    return tuple(line.strip() for line in body.split("\n") if line.strip())
