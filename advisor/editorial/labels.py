"""The words of the interface for the places of texts, and for what they are about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from advisor.web.wording import label as fact_label
from pathways.content.names import NAMES
from pathways.content.slots import Slot, Subject
from pathways.content.value_slots import ALL_SLOTS
from pathways.engine.pathway import Criterion, Pathway
from pathways.law import LAW
from pathways.law.figures import table
from pathways.law.laender.profile import profile

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# As `pathways.content.slots` has them; there they do not go through gettext.
LABELS: Mapping[str, StrOrPromise] = {
    "about": _("Worum es geht"),
    "when": _("Typische Lagen"),
    "procedure": _("Verfahren"),
    "documents": _("Unterlagen"),
    "pitfalls": _("Fallstricke"),
    "effects": _("Was der Titel im Alltag bedeutet"),
    "contacts": _("Wen man fragt"),
    "local": _("Was vor Ort gilt"),
    "plain": _("In einfachen Worten, für die Person"),
    "help": _("Was gemeint ist"),
    "proof": _("Worauf bei Nachweisen zu achten ist"),
    "table": _("Zeilen, Quelle und Stand"),
}
LANGUAGE_NAMES: Mapping[str, StrOrPromise] = {
    "de": _("Deutsch"),
    "en": _("Englisch"),
    "ru": _("Russisch"),
    "uk": _("Ukrainisch"),
    "ar": _("Arabisch"),
    "fa": _("Farsi"),
}
PATHWAYS: Mapping[str, Pathway] = {pathway.id: pathway for pathway in LAW.pathways}
CRITERIA: Mapping[str, Criterion] = {c.id: c for pathway in LAW.pathways for c in pathway.criteria}


def label_of(slot: Slot, language: str = "de") -> str:
    """What a text is, with its language where that is not German."""
    # What the profile of a Land says has its names there, in German.
    said = slot.label if slot.subject_kind is Subject.LAND else str(LABELS[slot.name])
    return said if language == "de" else f"{said} ({LANGUAGE_NAMES[language]})"


def subject_of(slot: Slot) -> str:
    """What a text is about, as short as it can be said."""
    return subject_words(slot.subject_kind, slot.subject_id)


def subject_words(kind: Subject, subject_id: str) -> str:
    """A pathway by its place in the law, a criterion by what it demands, a question, a Land or a table by name."""
    if kind is Subject.PATHWAY:
        return pathway_title(subject_id)
    if kind is Subject.CRITERION:
        return CRITERIA[subject_id].says
    if kind is Subject.FIGURES:
        return table(subject_id).title
    return profile(subject_id).name if kind is Subject.LAND else fact_label(LAW.facts_by_id[subject_id])


def pathway_title(pathway_id: str) -> str:
    """A pathway with its place in the law and its short name."""
    return f"{PATHWAYS[pathway_id].cite.text} · {NAMES[pathway_id]}"


def name_of_slot(slot_id: str, language: str = "de") -> str:
    """What a text is and what it is about; the bare id where the law has no such subject any more."""
    slot = ALL_SLOTS.get(slot_id)
    if slot is None:
        return gettext("{slot} (gibt es im Recht nicht mehr)").format(slot=slot_id)
    return f"{label_of(slot, language)}: {subject_of(slot)}"
