"""What stood in the fields of a form, in the words of the page: for the one who typed it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pathways.content.words import PROOFS
from pathways.engine.facts import Fact, OneOf, SomeOf
from pathways.law.facts import FACTS_BY_ID

_GAPS = {"unknown": "weiß nicht", "declined": "möchte nicht sagen"}
_YES_NO = {"yes": "ja", "no": "nein"}
_PROOFS = {proof.value: words for proof, words in PROOFS.items()}
_NAMES = {
    "reference": "Aktenzeichen",
    "as_of": "Stichtag",
    "note": "Notiz",
    "question": "Frage",
    "answer": "Antwort",
    "reason": "Grund",
    "username": "Benutzername",
    "first_name": "Vorname",
    "last_name": "Nachname",
    "email": "E-Mail",
    "name": "Name",
}
# What a page adds for itself.
_OF_THE_PAGE = frozenset(
    {"shown", "go", "save", "clear", "accept", "restore", "keep", "next", "version", "was", "csrfmiddlewaretoken"}
)
# What a list offers has a word only there; it is sent again, but it would say nothing here.
_CHOSEN = re.compile(r"[a-z0-9_-]{1,60}")
_PARTS = {"proof": "Nachweis", "note": "Notiz", "gap": ""}


@dataclass(frozen=True, slots=True)
class Line:
    """A field in words, and what stood in it."""

    label: str
    text: str


def spoken(fields: Iterable[tuple[str, str]]) -> Iterator[Line]:
    """The fields that somebody filled in; those of the questionnaire as questions and answers."""
    for name, value in fields:
        base, _, part = name.partition(".")
        if not value.strip() or name in _OF_THE_PAGE:
            continue
        if (fact := FACTS_BY_ID.get(base)) is None:
            if name in _NAMES or not _CHOSEN.fullmatch(value):
                yield Line(_NAMES.get(name, "Weitere Angabe"), value)
        elif not part or part in _PARTS:
            label = f"{fact.ask} – {_PARTS[part]}" if _PARTS.get(part) else fact.ask
            yield Line(label, _answer(fact, part, value))


def _answer(fact: Fact, part: str, value: str) -> str:
    if part == "note":
        return value
    if part == "proof":
        return _PROOFS.get(value, value)
    choices = {choice.id: choice.label for choice in fact.choices} if isinstance(fact, OneOf | SomeOf) else _YES_NO
    return choices.get(value) or _GAPS.get(value, value)
