"""Answers written in words: a state by its code or name, a norm of a title as one writes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from django.utils.translation import gettext as _

from advisor.cases.typed import Refused
from advisor.web.wording import label
from pathways.engine.facts import Choice, Fact, OneOf, SomeOf

_FEWEST_LETTERS = 4  # of a name that is not written to its end
_NAMED = 12
_NOISE = re.compile(r"aufenthg|aufenthaltsgesetz|absatz|abs\b|satz|nr\b|\bs\b|[§().,]")
_LETTER_APART = re.compile(r"(\d+) ([a-z])\b")


def find(fact: Fact, said: str) -> str:
    """The id of the answer that is meant; Refused with those that come near where it is none or not clear which."""
    names = _names(fact)
    plain = _plain(said)
    if plain in names:
        return names[plain].id
    if (norm := _as_norm(said)) in names:
        return names[norm].id
    near = _near(names, plain, norm)
    if len(near) == 1 and len(plain) >= _FEWEST_LETTERS and not any(sign.isdigit() for sign in plain):
        return near[0].id
    if near:
        shown = ", ".join(label(choice) for choice in near[:_NAMED])
        raise Refused(
            _("„{said}“ ist nicht eindeutig oder unvollständig. Gemeint? {near}").format(said=said[:40], near=shown)
        )
    raise Refused(_("„{said}“ ist hier keine Antwort, die das Programm kennt.").format(said=said[:40]))


@cache
def _names(fact: Fact) -> Mapping[str, Choice]:
    """Every way to name a choice exactly: its id and its words in both languages."""
    if not isinstance(fact, OneOf | SomeOf):
        raise TypeError(f"{fact.id} has no choices")
    names: dict[str, Choice] = {}
    for choice in fact.choices:
        for name in (choice.id, choice.label, choice.label_en):
            names.setdefault(_plain(name), choice)
    return names


def _near(names: Mapping[str, Choice], plain: str, norm: str) -> list[Choice]:
    starts = (plain, f"{norm}_") if norm else (plain,)
    found = [choice for name, choice in names.items() if name.startswith(starts)]
    return list(dict.fromkeys(found))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _as_norm(said: str) -> str:
    """„§ 25 Abs. 4a S. 1“ as the law files name it: 25_4a_1."""
    tokens = " ".join(_NOISE.sub(" ", _plain(said)).split())
    return _LETTER_APART.sub(r"\1\2", tokens).replace(" ", "_")
