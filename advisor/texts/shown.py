"""Texts as pages show them: with bold and italic, and a word where nobody has checked what they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

from django.utils.safestring import mark_safe

from advisor.texts.library import Library
from pathways.content.builtin import Text, Texts
from pathways.content.words import marked


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
