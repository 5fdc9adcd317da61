"""Which questions are about special categories of data: read from `classification.toml`, complete or an error."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from pathways.engine.facts import Fact
from pathways.law import LAW

_FILE = Path(__file__).with_name("classification.toml")


class Category(StrEnum):
    """A special category of Art. 9 Abs. 1 GDPR, or what Art. 10 GDPR protects."""

    HEALTH = "health"
    ORIGIN = "origin"
    POLITICS = "politics"
    BELIEF = "belief"
    SEX = "sex"
    CRIME = "crime"


@dataclass(frozen=True, slots=True)
class Words:
    """A category in the words of the law, its article, and in the words of a conversation."""

    name: str
    cite: str
    easy: str


WORDS: Mapping[Category, Words] = {
    Category.HEALTH: Words(
        "Gesundheitsdaten", "Art. 9 Abs. 1, Art. 4 Nr. 15 DSGVO", "Ihre Gesundheit, zum Beispiel Krankheit"
    ),
    Category.ORIGIN: Words(
        "rassische und ethnische Herkunft", "Art. 9 Abs. 1 DSGVO", "Ihre Herkunft und Volkszugehörigkeit"
    ),
    Category.POLITICS: Words("politische Meinungen", "Art. 9 Abs. 1 DSGVO", "Ihre politische Meinung und Tätigkeit"),
    Category.BELIEF: Words(
        "religiöse oder weltanschauliche Überzeugungen", "Art. 9 Abs. 1 DSGVO", "Ihre Religion oder Weltanschauung"
    ),
    Category.SEX: Words(
        "Sexualleben oder sexuelle Orientierung",
        "Art. 9 Abs. 1 DSGVO",
        "Ihre sexuelle Orientierung oder sexuelle Gewalt, die Ihnen angetan wurde",
    ),
    Category.CRIME: Words(
        "strafrechtliche Verurteilungen und Straftaten", "Art. 10 DSGVO", "Straftaten und Strafverfahren"
    ),
}


class Incomplete(ValueError):
    """A question without a class, a class without a question, or a word the file does not know."""


@dataclass(frozen=True, slots=True)
class Classified:
    """What an answer names, what it lets somebody infer, and whether it says something about further people."""

    asks: tuple[Category, ...] = ()
    reveals: tuple[Category, ...] = ()
    others: bool = False

    @property
    def is_special(self) -> bool:
        """Whether Art. 9 or 10 GDPR may apply."""
        return bool(self.asks or self.reveals)


@cache
def classified() -> Mapping[str, Classified]:
    """The class of every question by the id of its fact; Incomplete where the file and the vocabulary differ."""
    return read(tomllib.loads(_FILE.read_text(encoding="utf-8")))


def read(sections: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> Mapping[str, Classified]:
    """The classes from the parsed file."""
    found = {
        (section, fact_id): _one(fact_id, entry)
        for section, entries in sections.items()
        for fact_id, entry in entries.items()
    }
    if differing := found.keys() ^ {(fact.section, fact.id) for fact in LAW.facts}:
        raise Incomplete(f"not the same questions in the file and in the vocabulary: {sorted(differing)}")
    return {fact_id: entry for (_, fact_id), entry in found.items()}


def _one(fact_id: str, entry: Mapping[str, Any]) -> Classified:
    try:
        asks, reveals = (tuple(Category(word) for word in entry.get(key, ())) for key in ("asks", "reveals"))
    except ValueError as fault:
        raise Incomplete(f"{fact_id}: {fault}") from None
    if entry.keys() - {"asks", "reveals", "others"} or set(asks) & set(reveals):
        raise Incomplete(f"{fact_id}: an unknown key, or a category twice")
    return Classified(asks, reveals, entry.get("others", False) is True)


def special_facts(category: Category) -> tuple[Fact, ...]:
    """The questions whose answers name a category or let somebody infer it."""
    classes = classified()
    return tuple(fact for fact in LAW.facts if category in (*classes[fact.id].asks, *classes[fact.id].reveals))
