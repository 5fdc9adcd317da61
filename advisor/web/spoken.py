"""What stood in the fields of a form, in the words of the page: for the one who typed it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from advisor.web import wording
from pathways.content.words import NO, PROOFS, YES
from pathways.engine.facts import Fact, OneOf, SomeOf
from pathways.law.facts import FACTS_BY_ID

_GAPS = {"unknown": _("weiß nicht"), "declined": _("möchte nicht sagen")}
_YES_NO = {"yes": YES, "no": NO}
_PROOFS = {proof.value: words for proof, words in PROOFS.items()}
_NAMES: dict[str, str | Promise] = {
    "reference": _("Aktenzeichen"),
    "as_of": _("Stichtag"),
    "note": _("Notiz"),
    "question": _("Frage"),
    "answer": _("Antwort"),
    "reason": _("Grund"),
    "username": _("Benutzername"),
    "first_name": _("Vorname"),
    "last_name": _("Nachname"),
    "email": _("E-Mail"),
    "name": _("Name"),
}
# What a page adds for itself.
_OF_THE_PAGE = frozenset(
    {"shown", "go", "save", "clear", "accept", "restore", "keep", "next", "version", "was", "csrfmiddlewaretoken"}
)
# What a list offers has a word only there; it is sent again, but it would say nothing here.
_CHOSEN = re.compile(r"[a-z0-9_-]{1,60}")
_PARTS: dict[str, str | Promise] = {"proof": _("Nachweis"), "note": _("Notiz"), "gap": ""}


@dataclass(frozen=True, slots=True)
class Line:
    """A field in words, and what stood in it."""

    label: str
    text: str


def spoken(fields: Iterable[tuple[str, str]]) -> Iterator[Line]:
    """The fields that somebody filled in; those of the questionnaire as questions and answers."""
    for name, value in fields:
        base, _dot, part = name.partition(".")
        if not value.strip() or name in _OF_THE_PAGE:
            continue
        if (fact := FACTS_BY_ID.get(base)) is None:
            if name in _NAMES or not _CHOSEN.fullmatch(value):
                yield Line(str(_NAMES.get(name, _("Weitere Angabe"))), value)
        elif not part or part in _PARTS:
            label = f"{wording.ask(fact)} – {_PARTS[part]}" if _PARTS.get(part) else wording.ask(fact)
            yield Line(label, _answer(fact, part, value))


def _answer(fact: Fact, part: str, value: str) -> str:
    if part == "note":
        return value
    if part == "proof":
        return _now(_PROOFS[value]) if value in _PROOFS else value
    if isinstance(fact, OneOf | SomeOf):
        choices = {choice.id: wording.label(choice) for choice in fact.choices}
    else:
        choices = {name: _now(word) for name, word in _YES_NO.items()}
    return choices.get(value) or str(_GAPS.get(value, value))
