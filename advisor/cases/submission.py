"""What a form of the questionnaire sent: the answers in it, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from advisor.cases.question import Question
from advisor.cases.sections import Section
from advisor.cases.standing import Standing
from advisor.cases.typed import Refused, Typed, read
from pathways.engine.facts import Answer, Fact, Gap


@dataclass(frozen=True, slots=True)
class Submission:
    """Answers that differ from what is kept, by fact id, and what was refused: the typed fields and why.

    ``redraw``: the fields on the page do not show the answer yet.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    refused: Mapping[str, tuple[Typed, str]] = field(default_factory=dict)
    redraw: bool = False

    def mark(self, question: Question) -> Question:
        """The question with what was typed and why it was refused, where it was."""
        if question.id not in self.refused:
            return question
        typed, error = self.refused[question.id]
        return replace(question, typed=typed, error=error)


def one_answer(fact: Fact, data: QueryDict, standing: Standing) -> Submission:
    """The answer to one question; ``clear`` and ``accept`` are the buttons that reset it or take the proposal."""
    sent = _read([fact], data, standing)
    return replace(sent, redraw="clear" in data or "accept" in data or f"{fact.id}.failed" in data)


def whole_section(section: Section, data: QueryDict, standing: Standing) -> Submission:
    """The answers of a section; only questions that stood on the page are read."""
    on_page = set(data.getlist("shown"))
    return _read([fact for fact in section.facts if fact.id in on_page], data, standing)


def _read(facts: Iterable[Fact], data: QueryDict, standing: Standing) -> Submission:
    answers: dict[str, Answer] = {}
    refused: dict[str, tuple[Typed, str]] = {}
    for fact in facts:
        typed = Typed.from_form(fact, data)
        try:
            answer = _pressed(fact, data, standing) or read(fact, typed)
        except Refused as error:
            refused[fact.id] = (typed, str(error))
            continue
        if answer != standing.answers.get(fact.id, Answer(Gap.NOT_ASKED)):
            answers[fact.id] = answer
    return Submission(answers, refused)


def _pressed(fact: Fact, data: QueryDict, standing: Standing) -> Answer | None:
    """The answer of a button: nothing at all, or the proposal of the program as it stands now."""
    if data.get("clear") == fact.id:
        return Answer(Gap.NOT_ASKED)
    proposal = standing.proposals.get(fact.id)
    if data.get("accept") == fact.id and proposal is not None and proposal.value is not None:
        kept = standing.answers.get(fact.id, Answer(Gap.NOT_ASKED))
        return Answer(proposal.value, kept.proof, kept.note)
    return None
