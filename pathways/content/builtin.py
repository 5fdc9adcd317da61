"""The texts that come with the program: what a pathway is, how it runs, what to bring, where it goes wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

# The law these texts and the effects of the titles were written under; a case may be judged under an older one.
STATE_OF_LAW = date(2026, 8, 19)

_FOLDER = Path(__file__).with_name("builtin")
_SECTIONS = ("when", "procedure", "documents", "pitfalls")


@dataclass(frozen=True, slots=True)
class Text:
    """A statement and where it stands, as printed. ``criteria``: ids of the criteria a document proves."""

    text: str
    cite: str
    criteria: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Texts:
    """Everything said about one pathway. It explains and never decides; the rules live in ``pathways.law``."""

    about: Text
    when: tuple[Text, ...]
    procedure: tuple[Text, ...]
    documents: tuple[Text, ...]
    pitfalls: tuple[Text, ...]


@cache
def texts(pathway_id: str) -> Texts:
    """The texts of a pathway; KeyError where there are none, ValueError where the file is incomplete."""
    path = _FOLDER / f"{pathway_id}.toml"
    if pathway_id not in pathway_ids():
        raise KeyError(pathway_id)
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    if missing := {"about", *_SECTIONS}.symmetric_difference(data):
        raise ValueError(f"{path.name}: missing or unknown: {sorted(missing)}")
    when, procedure, documents, pitfalls = (tuple(_text(entry) for entry in data[name]) for name in _SECTIONS)
    return Texts(_text(data["about"]), when, procedure, documents, pitfalls)


@cache
def pathway_ids() -> frozenset[str]:
    """The pathways that have texts."""
    return frozenset(path.stem for path in _FOLDER.glob("*.toml"))


def _text(entry: Mapping[str, str | list[str]]) -> Text:
    text, cite = entry["text"], entry["cite"]
    if not isinstance(text, str) or not isinstance(cite, str):
        raise ValueError(f"text and citation are strings: {entry}")
    return Text(text.strip(), cite, tuple(entry.get("criteria", ())))
