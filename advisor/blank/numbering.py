"""The numbers on paper: of questions as on screen, of their answers in the order in which the screen lists them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import blake2s

from advisor.cases.sections import ALL_SECTIONS, NUMBERS
from pathways.engine.facts import Choice, Day, Fact, OneOf, SomeOf
from pathways.law.facts.asking import COARSE

YES_NO = (Choice("yes", "ja", "yes"), Choice("no", "nein", "no"))
_LONGEST_LIST = 30  # a longer one is not printed: one writes what it is
NOT_KNOWN, DECLINED = "?", "-"
PROOF_LETTERS: Mapping[str, str] = {"b": "told", "g": "document_seen", "f": "document_missing"}

# A coarse question is not put any more; its number stays free.
ON_PAPER: tuple[Fact, ...] = tuple(fact for part in ALL_SECTIONS for fact in part.facts if fact not in COARSE)
BY_NUMBER: Mapping[str, Fact] = {NUMBERS[fact.id]: fact for part in ALL_SECTIONS for fact in part.facts}


@cache
def numbered(fact: Fact) -> tuple[Choice, ...]:
    """The answers with a number, the first one being number 1; none for days and for what is written in words."""
    if isinstance(fact, Day) or is_written(fact):
        return ()
    if isinstance(fact, SomeOf):
        # As on screen: "none of these" is read last.
        return tuple(sorted(fact.choices, key=lambda choice: choice.id == "none"))
    return fact.choices if isinstance(fact, OneOf) else YES_NO


def is_written(fact: Fact) -> bool:
    """Whether the answer is written in words because there are too many to print: states, and norms of titles.

    Norms have no numbers of their own: "28" has to mean § 28.
    """
    return isinstance(fact, OneOf | SomeOf) and len(fact.choices) > _LONGEST_LIST


@cache
def edition() -> str:
    """Four characters that are the same wherever all numbers mean the same; they stand at the foot of every page."""
    content = [(number, fact.id, [c.id for c in numbered(fact)]) for number, fact in BY_NUMBER.items()]
    return blake2s(repr(content).encode(), digest_size=2).hexdigest().upper()
