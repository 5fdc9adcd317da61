"""Texts as pages show them: with bold and italic, and a word where nobody has checked what they say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace

from django.utils.safestring import mark_safe

from advisor.texts.library import Library
from pathways.content.builtin import Text, Texts, as_texts
from pathways.content.slots import SLOTS, Subject, slot_id
from pathways.content.words import marked

_EXPLAINING = ("help", "proof", "local")


@dataclass(frozen=True, slots=True)
class Explained:
    """What editors say about a criterion or a question, under a heading."""

    heading: str
    texts: tuple[Text, ...]


def explained_question(library: Library, fact_id: str, land: str) -> tuple[Explained, ...]:
    """What counts of the texts on a question. ``land``: its name, empty where it is not known."""
    found: tuple[Explained, ...] | None = library.on_questions.get((fact_id, land))
    if found is None:
        # Every answer shows a section's questions again.
        found = _explained(library, Subject.FACT, fact_id, {"land": land} if land else {})
        library.on_questions[fact_id, land] = found
    return found


def explained_criteria(
    library: Library, criterion_ids: Iterable[str], values: Mapping[str, str]
) -> Mapping[str, tuple[Explained, ...]]:
    """What counts of the texts on criteria, by id: what is meant, what to look for in papers, what holds locally."""
    return {each: _explained(library, Subject.CRITERION, each, values) for each in criterion_ids}


def _explained(library: Library, kind: Subject, subject: str, values: Mapping[str, str]) -> tuple[Explained, ...]:
    said = (
        (name, tuple(map(shown, as_texts(library.statements(slot_id(kind, subject, name), "de", values)))))
        for name in _EXPLAINING
    )
    return tuple(Explained(SLOTS[slot_id(kind, subject, name)].label, texts) for name, texts in said if texts)


def shown_texts(library: Library, pathway_id: str, values: Mapping[str, str]) -> Texts:
    """What counts of the texts of a pathway. ``values``: for the placeholders, by name."""
    found = library.texts(pathway_id, values)
    parts = {part.name: getattr(found, part.name) for part in fields(found)}
    about = parts.pop("about")
    lists = {name: tuple(map(shown, said)) for name, said in parts.items()}
    return Texts(about=shown(about) if about else None, **lists)


def shown(text: Text) -> Text:
    """A statement whose markup is safe to print: it holds nothing but bold and italic, the rest is escaped."""
    return replace(text, text=marked(text.text), html=mark_safe(marked(text.html)))
