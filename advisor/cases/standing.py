"""How a case stands at one moment: its answers, what the rules see of them, and the verdicts that follow."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from advisor.cases.question import Question, Suggestion, build
from advisor.cases.sections import RELEVANCE, Section, is_answered, is_shown
from advisor.cases.typed import Typed, shown_words
from advisor.texts.library import Library, built_in_library
from advisor.texts.shown import explained_question
from pathways.engine.assess import PathwayResult, Verdict, assess, verdict_of
from pathways.engine.consultation import DueDeadline, running_deadlines
from pathways.engine.facts import Answer, Answers, Fact, Gap
from pathways.engine.relevance import CaseView
from pathways.law import LAW
from pathways.law.derived import Proposal, proposals
from pathways.law.facts import FEDERAL_STATE

if TYPE_CHECKING:
    from advisor.cases.sharing import Sharing


@dataclass(frozen=True)
class Standing:
    """A case with these answers on this day."""

    answers: Answers
    as_of: date
    sharing: Sharing | None = None  # where the case is about several persons
    texts: Library | None = field(default=None, compare=False, repr=False)  # the office's; else those of the program

    @cached_property
    def view(self) -> CaseView:
        """What the rules see."""
        return RELEVANCE.view(self.answers, self.as_of)

    @cached_property
    def results(self) -> tuple[PathwayResult, ...]:
        """The eight pathways."""
        return tuple(assess(pathway, self.view) for pathway in LAW.pathways)

    @cached_property
    def verdicts(self) -> dict[str, Verdict]:
        """The verdicts by pathway id."""
        if "results" in self.__dict__:
            return {result.pathway.id: result.verdict for result in self.results}
        return {pathway.id: verdict_of(pathway, self.view) for pathway in LAW.pathways}

    @cached_property
    def deadlines(self) -> tuple[DueDeadline, ...]:
        """The deadlines that run: those without a day first, then by day."""
        return running_deadlines(LAW, self.view)

    @cached_property
    def proposals(self) -> dict[str, Proposal]:
        """What the program says about derived facts: a proposal, or why it cannot make one yet."""
        return {proposal.fact.id: proposal for proposal in proposals(self.view)}

    def is_shown(self, fact: Fact) -> bool:
        """Whether the question stands on the page."""
        return is_shown(fact, self.view, self.answers)

    def is_open(self, fact: Fact) -> bool:
        """Whether the question stands on the page and is not dealt with."""
        return self.is_shown(fact) and not is_answered(fact, self.answers)

    def question(self, fact: Fact) -> Question:
        """The question as it stands."""
        shared = self.sharing and self.sharing.scope(fact)
        typed = Typed.from_answer(fact, self.answers.get(fact.id), shared.chosen if shared else "")
        question = build(fact, self.is_shown(fact), typed, self.view, self._suggestion(fact))
        if not question.asked:
            return question
        explained = explained_question(self.texts or built_in_library(), fact.id, self._land)
        return replace(question, shared=shared or None, explained=explained)

    def after(self, answers: Answers, for_all: Collection[str]) -> Standing:
        """The same with these answers saved, those to the questions ``for_all`` for everybody in the case."""
        if self.sharing is None:
            return Standing({**self.answers, **answers}, self.as_of, texts=self.texts)
        sharing = self.sharing.after(answers, for_all)
        return Standing(sharing.answers, self.as_of, sharing, self.texts)

    def questions(self, section: Section) -> dict[str, Question]:
        """The questions of a section by fact id, those that are not asked included."""
        return {fact.id: self.question(fact) for fact in section.facts}

    @cached_property
    def _land(self) -> str:
        """The name of the Land, empty where it is not known."""
        answer = self.answers.get(FEDERAL_STATE.id)
        land = FEDERAL_STATE.by_id.get(str(answer.value)) if answer else None
        return land.label if land else ""

    def _suggestion(self, fact: Fact) -> Suggestion | None:
        proposal = self.proposals.get(fact.id) if fact.derived else None
        answer = self.answers.get(fact.id)
        answered = answer is not None and not isinstance(answer.value, Gap)
        if proposal is None or (proposal.value is None and answered):
            return None
        if proposal.value is None:
            return Suggestion("", proposal.reason, proposal.cite)
        agrees = answer is not None and answer.value == proposal.value
        words = shown_words(fact, Answer(proposal.value))
        return Suggestion(words, proposal.reason, proposal.cite, agrees=agrees, contradicted=answered and not agrees)
