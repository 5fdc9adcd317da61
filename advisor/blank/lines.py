"""Lines typed off a filled-in paper, read into answers: `A 1: 2`, `C 5 12.03.2024`, `D 9 ?`, `G 3: 1,4 g # Notiz`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.blank.numbering import BY_NUMBER, DECLINED, NOT_KNOWN, PROOF_LETTERS, is_written, numbered
from advisor.blank.written import find
from advisor.cases.sections import NUMBERS
from advisor.cases.typed import Refused, Typed, read
from advisor.web.wording import label
from pathways.engine.facts import Answer, Day, Fact, Gap, SomeOf
from pathways.law.facts.asking import COARSE

LONGEST = 30_000  # characters of the whole field
_LINE = re.compile(r"([A-Za-z])\s*(\d{1,2})(?:\s*[:=]\s*|\s+|$)(.*)", re.ASCII | re.DOTALL)
_GAPS = {NOT_KNOWN: Gap.NOT_KNOWN, **dict.fromkeys((DECLINED, "–", "—"), Gap.DECLINED)}
# What the questionnaire calls them, in the language of the page.
GAP_WORDS = {Gap.NOT_KNOWN: gettext_lazy("weiß nicht"), Gap.DECLINED: gettext_lazy("möchte nicht sagen")}
_BETWEEN = re.compile(r"\s*(?:[,;/+]|\bund\b|\band\b)\s*", re.IGNORECASE)
_ANSWERS_NAMED = 16


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its place from 1, its text, and the question with the answer it gives, or what is wrong with it."""

    place: int
    text: str
    fact: Fact | None = None
    answer: Answer | None = None
    error: str = ""


def read_lines(text: str) -> tuple[Line, ...]:
    """All lines that hold something; a second line for the same question is refused."""
    found: list[Line] = []
    first: dict[Fact, int] = {}
    for place, raw in enumerate(text.splitlines(), 1):
        if not raw.strip():
            continue
        line = _line(place, raw.strip())
        if line.fact is not None and line.fact in first:
            error = _("Diese Frage steht schon in Zeile {place}.").format(place=first[line.fact])
            line = Line(place, line.text, line.fact, error=error)
        elif line.fact is not None:
            first[line.fact] = place
        found.append(line)
    return tuple(found)


def _line(place: int, text: str) -> Line:
    match = _LINE.fullmatch(text)
    if match is None:
        return Line(place, text, error=_("Am Anfang steht die Nummer der Frage, dann die Antwort: A 1: 2"))
    number = f"{match[1].upper()} {int(match[2])}"
    fact = BY_NUMBER.get(number)
    if fact is None:
        return Line(place, text, error=_("Eine Frage {number} gibt es nicht.").format(number=number))
    if fact in COARSE:
        instead = NUMBERS[COARSE[fact].id]
        error = _("{number} wird nicht mehr gefragt, bitte {instead} beantworten.")
        return Line(place, text, error=error.format(number=number, instead=instead))
    said, _hash, note = match[3].partition("#")
    try:
        return Line(place, text, fact, _answer(fact, said.strip(), note.strip()))
    except Refused as error:
        return Line(place, text, fact, error=str(error))


def _answer(fact: Fact, said: str, note: str) -> Answer:
    """The answer, first read whole: the f of "16 f" may belong to the norm and not say that a proof is missing."""
    before, _space, letter = said.rpartition(" ")
    proof = PROOF_LETTERS.get(letter.lower(), "") if before.strip() else ""
    try:
        return read(fact, _typed(fact, said, "", note))
    except Refused:
        if not proof:
            raise
    return read(fact, _typed(fact, before.strip(), proof, note))


def _typed(fact: Fact, said: str, proof: str, note: str) -> Typed:
    if not said:
        raise Refused(_("Die Antwort fehlt. {allowed}").format(allowed=_allowed(fact)))
    if (gap := _gap(said)) is not None:
        return Typed(values=(gap.value,), proof=proof, note=note)
    if isinstance(fact, Day):
        return Typed(text=said, proof=proof, note=note)
    one = partial(find if is_written(fact) else _ticked, fact)
    values = _several(one, said) if isinstance(fact, SomeOf) else (one(said),)
    return Typed(values=values, proof=proof, note=note)


def _gap(said: str) -> Gap | None:
    """The sign on the paper, or the words of the questionnaire."""
    words = {str(word).casefold(): gap for gap, word in GAP_WORDS.items()}
    return _GAPS.get(said) or words.get(said.casefold())


def _several(one: Callable[[str], str], said: str) -> tuple[str, ...]:
    """Several answers; numbers may stand beside each other with nothing but a space between."""
    if re.fullmatch(r"[\d\s]+", said, re.ASCII):
        return tuple(map(one, said.split()))
    try:
        return (one(said),)  # a name may hold what else stands between two answers: "Bosnien und Herzegowina"
    except Refused:
        parts = [part for part in _BETWEEN.split(said) if part]
        if len(parts) < 2:
            raise
    return tuple(map(one, parts))


def _ticked(fact: Fact, said: str) -> str:
    """The answer with that number, or with those words."""
    choices = numbered(fact)
    if re.fullmatch(r"\d{1,2}", said, re.ASCII) and 1 <= int(said) <= len(choices):
        return choices[int(said) - 1].id
    for choice in choices:
        if said.casefold() in (choice.label.casefold(), choice.label_en.casefold()):
            return choice.id
    raise Refused(_("„{said}“ passt hier nicht. {allowed}").format(said=said[:40], allowed=_allowed(fact)))


def _allowed(fact: Fact) -> str:
    """What can be answered, in words."""
    if isinstance(fact, Day):
        return _("Erlaubt: ein Tag, Monat oder Jahr wie 12.03.2024, 03.2024 oder 2024, ? oder -.")
    if is_written(fact):
        return _("Erlaubt: die Antwort in Worten, ? oder -.")
    choices = numbered(fact)
    shown = [f"{place} {label(choice)}" for place, choice in enumerate(choices[:_ANSWERS_NAMED], 1)]
    return _("Erlaubt: {answers}, ? oder -.").format(answers=", ".join(shown))
