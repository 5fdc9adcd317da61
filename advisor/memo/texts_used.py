"""Which editors' texts a memo prints, and what it says about them at its end."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from advisor.memo.parts import Memo
from advisor.texts.library import Library, TextUsed
from advisor.texts.tables import slot_of_table
from pathways.content.builtin import STATE_OF_LAW
from pathways.content.slots import Subject
from pathways.content.value_slots import ALL_SLOTS
from pathways.content.words import day_words, short_cite
from pathways.law import LAW
from pathways.law.figures import table, tables

_PRINTED = (("about", "about"), ("procedure", "steps"), ("pitfalls", "pitfalls"))


def texts_used(memo: Memo, library: Library) -> tuple[TextUsed, ...]:
    """The texts that stand in the parts of a memo, in the order of reading."""
    in_parts = (
        used
        for part in memo.pathways
        for used in library.used_by([part.id], [name for name, where in _PRINTED if getattr(part, where)])
    )
    titles = {remark.lead for remark in memo.figures}
    own_tables = library.used(slot_of_table(each.slug) for each in tables() if each.title in titles)
    return (*in_parts, *own_tables)


def texts_note(used: Collection[TextUsed]) -> str:
    """The office's own texts with their revisions and releases, and the day of the law of the others; "" for none."""
    own = [f"{_name(text)}: {_revision(text)}" for text in used if text.number]
    if len(own) < len(used):
        own.append(f"{'übrige ' if own else ''}Texte des Programms, Rechtsstand {day_words(STATE_OF_LAW)}")
    return "; ".join(own)


def _name(text: TextUsed) -> str:
    slot = ALL_SLOTS[text.slot]
    if slot.subject_kind is Subject.FIGURES:
        return f"Zahlen „{table(slot.subject_id).title}“"
    return f"{slot.label} {short_cite(LAW.pathway(slot.subject_id).cite)}"


def _revision(text: TextUsed) -> str:
    if text.number < 0:
        return "Entwurf"
    return f"Fassung {text.number}, Freigabe {text.release} vom {day_words(date.fromisoformat(text.day))}"
