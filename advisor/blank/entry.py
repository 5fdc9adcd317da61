"""Answers typed by number set against those a case has: what is new, what is the same, what would replace something."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from advisor.blank.lines import GAP_WORDS, Line, read_lines
from advisor.cases.sections import NUMBERS
from advisor.cases.standing import Standing
from advisor.cases.typed import LONGEST_NOTE, Typed, shown_words
from advisor.web import wording
from pathways.content.words import PROOFS
from pathways.engine.facts import Answer, Fact, Gap

_NOTHING = Answer(Gap.NOT_ASKED)


class State(StrEnum):
    """What becomes of a line."""

    NEW = "new"
    SAME = "same"
    REPLACES = "replaces"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A line in words: the answer it gives and the one that is kept.

    ``pair``: the same as long as both are; what somebody agreed to replace holds for this pair only.
    """

    line: Line
    state: State
    number: str = ""
    label: str = ""
    words: str = ""
    kept_words: str = ""
    pair: str = ""
    counts: bool = True
    answer: Answer | None = None
    error: str = ""

    @property
    def fact_id(self) -> str:
        """The question; empty where the line names none."""
        return self.line.fact.id if self.line.fact is not None else ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a text means for a case, line by line."""

    meanings: tuple[Meaning, ...]

    def of(self, *states: State) -> tuple[Meaning, ...]:
        """The lines that are in one of these states."""
        return tuple(meaning for meaning in self.meanings if meaning.state in states)

    def to_save(self, agreed: Collection[str]) -> dict[str, Answer]:
        """New answers, and of those that replace another one what somebody has agreed to: their pairs."""
        return {
            meaning.fact_id: meaning.answer
            for meaning in self.of(State.NEW, State.REPLACES)
            if meaning.answer is not None and (meaning.state is State.NEW or meaning.pair in agreed)
        }


def entry(text: str, standing: Standing) -> Entry:
    """What the lines mean for a case that stands like this."""
    lines = read_lines(text)
    given = {line.fact.id: line.answer for line in lines if line.fact is not None and line.answer is not None}
    after = Standing({**standing.answers, **given}, standing.as_of)
    return Entry(tuple(_meaning(line, standing.answers, after) for line in lines))


def _meaning(line: Line, answers: Mapping[str, Answer], after: Standing) -> Meaning:
    if line.fact is None:
        return Meaning(line, State.WRONG, error=line.error)
    number, label = NUMBERS[line.fact.id], wording.label(line.fact)
    if line.answer is None:
        return Meaning(line, State.WRONG, number, label, error=line.error)
    kept = answers.get(line.fact.id, _NOTHING)
    answer = _beside(line.answer, kept)
    if answer is None:
        error = _("Mit der Notiz, die schon da ist, wird diese länger als {most} Zeichen.").format(most=LONGEST_NOTE)
        return Meaning(line, State.WRONG, number, label, error=error)
    replaces = kept.value is not Gap.NOT_ASKED and (answer.value != kept.value or _loses(kept.proof, answer.proof))
    return Meaning(
        line,
        State.SAME if answer == kept else State.REPLACES if replaces else State.NEW,
        number,
        label,
        _words(line.fact, answer),
        _words(line.fact, kept),
        f"{_print(line.fact, kept)}-{_print(line.fact, answer)}",
        after.is_shown(line.fact),
        answer,
    )


def _beside(answer: Answer, kept: Answer) -> Answer | None:
    """The answer with what the case has noted already; None where both notes together are too long.

    A proof holds for the answer it was seen for, so it goes with that unless the line names one.
    """
    proof = answer.proof or (kept.proof if answer.value == kept.value else None)
    notes = [kept.note] if answer.note in kept.note else [kept.note, answer.note]
    note = "\n".join(part for part in notes if part)
    return None if len(note) > LONGEST_NOTE else Answer(answer.value, proof, note)


def _loses(kept: object, now: object) -> bool:
    return kept is not None and kept != now


def _print(fact: Fact, answer: Answer) -> str:
    return f"{fact.id}.{Typed.from_answer(fact, answer).fingerprint}"


def _words(fact: Fact, answer: Answer) -> str:
    gap = GAP_WORDS.get(answer.value) if isinstance(answer.value, Gap) else None
    parts = [str(gap) if gap else shown_words(fact, answer)]
    if answer.proof:
        parts.append(_(PROOFS[answer.proof]))
    if answer.note:
        parts.append(f"„{answer.note}“")
    return " · ".join(parts)
