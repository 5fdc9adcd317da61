"""What the form of a quick check brings with it: all answers so far, in one field, and those on the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

from advisor.cases.question import Question
from advisor.cases.standing import Standing
from advisor.cases.submission import Refusal
from advisor.cases.typed import Refused, Typed, read
from pathways.engine.facts import Answer, Answers, Day, Fact, Gap
from pathways.law import LAW
from pathways.law.facts.asking import COARSE


@dataclass(frozen=True, slots=True)
class Sent:
    """How things stood before and stand now, and what on the page could not be read.

    ``failed``: the questions whose error still stands on the page.
    """

    before: Standing
    now: Standing
    refused: Mapping[str, Refusal] = field(default_factory=dict)
    failed: frozenset[str] = frozenset()
    pressed: frozenset[str] = frozenset()

    @property
    def kept(self) -> str:
        """The answers for the form to bring back."""
        return packed(self.now.answers)

    def question(self, fact: Fact) -> Question:
        """The question as it stands, with what was typed and why it was refused, where it was."""
        question = self.now.question(fact)
        refusal = self.refused.get(fact.id)
        return question if refusal is None else replace(question, typed=refusal.typed, error=refusal.error)


def packed(answers: Answers) -> str:
    """Answers as one line of text; proofs and notes belong in a case."""
    pairs: list[tuple[str, str]] = []
    for fact_id, answer in answers.items():
        fact = LAW.facts_by_id[fact_id]
        typed = Typed.from_answer(fact, answer)
        pairs += [(_choices(fact), value) for value in typed.values]
        pairs += [(fact_id, typed.text)] if typed.text else []
    return urlencode(pairs)


def unpacked(text: str) -> dict[str, Answer]:
    """Answers from such a line; what is none, because somebody has changed it, is left out."""
    data = QueryDict(text)
    answers: dict[str, Answer] = {}
    for fact in LAW.facts:
        try:
            answer = read(fact, _typed(fact, data))
        except Refused:
            continue
        if answer.value is not Gap.NOT_ASKED:
            answers[fact.id] = answer
    return answers


def read_form(data: QueryDict, as_of: date) -> Sent:
    """What a form brought; a question on the page says what holds now, also where it is empty."""
    before = unpacked(data.get("kept", ""))
    answers, refused = dict(before), {}
    on_page = [LAW.facts_by_id[key] for key in dict.fromkeys(data.getlist("shown")) if key in LAW.facts_by_id]
    for fact in on_page:
        if fact in COARSE:
            continue
        typed = _typed(fact, data)
        try:
            answer = read(fact, typed)
        except Refused as error:
            answers.pop(fact.id, None)
            refused[fact.id] = Refusal(typed, str(error))
        else:
            _put(answers, fact, answer)
    pressed = _press(data, answers, as_of)
    return Sent(
        Standing(before, as_of),
        Standing(_in_order(answers), as_of),
        {key: refusal for key, refusal in refused.items() if key not in pressed},
        frozenset(data.getlist("failed")),
        pressed,
    )


def _put(answers: dict[str, Answer], fact: Fact, answer: Answer) -> None:
    if answer.value is Gap.NOT_ASKED:
        answers.pop(fact.id, None)
    else:
        answers[fact.id] = answer


def _press(data: QueryDict, answers: dict[str, Answer], as_of: date) -> frozenset[str]:
    """Do what a button in a question says: take the proposal, or forget the answer; the questions this was done to."""
    cleared, accepted = data.get("clear", ""), data.get("accept", "")
    if cleared in LAW.facts_by_id:
        answers.pop(cleared, None)
    proposal = Standing(_in_order(answers), as_of).proposals.get(accepted) if accepted in LAW.facts_by_id else None
    if proposal is not None and proposal.value is not None:
        answers[accepted] = Answer(proposal.value)
    return frozenset({cleared, accepted} & LAW.facts_by_id.keys())


def _in_order(answers: Answers) -> dict[str, Answer]:
    return {fact.id: answers[fact.id] for fact in LAW.facts if fact.id in answers}


def _typed(fact: Fact, data: QueryDict) -> Typed:
    return replace(Typed.from_form(fact, data), proof="", note="")


def _choices(fact: Fact) -> str:
    """The name under which the form sends what is ticked."""
    return f"{fact.id}.gap" if isinstance(fact, Day) else fact.id
