"""The answers of a case in words, looked up by fact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pathways.content import words
from pathways.engine.facts import Answer, Answers, Fact, Gap
from pathways.engine.lawbook import Lawbook
from pathways.engine.relevance import CaseView
from pathways.law.facts import SECTIONS
from pathways.law.facts.asking import COARSE


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer as it is shown.

    ``gap``: why there is no value (``not_asked``, ``unknown``, ``declined``), empty where there is one.
    ``unseen``: the question has become irrelevant, so the rules do not see the answer. ``answer``: the answer itself.
    """

    fact: Fact
    words: str
    gap: str = ""
    proof: str = ""
    note: str = ""
    unseen: bool = False
    answer: Answer | None = None

    @property
    def line(self) -> str:
        """Label and answer: „Duldung seit: 03.2024“."""
        return f"{self.fact.label}: {self.words}"


@dataclass(frozen=True, slots=True)
class SectionAnswers:
    """The answers of one section of the questionnaire."""

    id: str
    title: str
    lines: tuple[AnswerLine, ...]


class AnswerBook:
    """The answers of one case, ready to be put beside what rests on them."""

    def __init__(self, lawbook: Lawbook, answers: Answers, view: CaseView) -> None:
        self._lawbook = lawbook
        self._answers = answers
        self._view = view

    def line(self, fact: Fact) -> AnswerLine:
        """The answer to one question, also where there is none."""
        answer = self._answers.get(fact.id)
        value = Gap.NOT_ASKED if answer is None else answer.value
        return AnswerLine(
            fact=fact,
            words=words.answer_words(fact, answer),
            gap=value.value if isinstance(value, Gap) else "",
            proof=words.PROOFS[answer.proof] if answer and answer.proof else "",
            note=answer.note if answer else "",
            unseen=not isinstance(value, Gap) and fact.id not in self._view.values,
            answer=answer,
        )

    def lines(self, facts: Iterable[Fact]) -> tuple[AnswerLine, ...]:
        """The answers to several questions, each once, in the order of the vocabulary."""
        return tuple(self.line(fact) for fact in self._lawbook.in_order(frozenset(facts)))

    def put(self, facts: Iterable[Fact]) -> tuple[AnswerLine, ...]:
        """The same without coarse questions nobody answered: the finer one beside them is put in their place."""
        return tuple(line for line in self.lines(facts) if not (line.gap and line.fact in COARSE))

    def given(self) -> tuple[SectionAnswers, ...]:
        """What was answered or noted, section by section."""
        found: dict[str, list[AnswerLine]] = {}
        for fact in self._lawbook.facts:
            if fact.id in self._answers:
                found.setdefault(fact.section, []).append(self.line(fact))
        return tuple(SectionAnswers(section, _title(section), tuple(lines)) for section, lines in sorted(found.items()))


def _title(section: str) -> str:
    known = SECTIONS.get(section)
    return known.title if known else section
