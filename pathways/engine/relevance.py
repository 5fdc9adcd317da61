"""Which answers the rules may see: an answer whose question has become irrelevant is kept, but not looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pathways.engine.conditions import Condition
from pathways.engine.facts import Answers, Fact, Gap, Value
from pathways.engine.truth import Truth

# Answers repeat from case to case; what was found for the same answers is kept, up to this many combinations of each
# question and criterion. Four times as many make a second pass quicker by a tenth and a process larger by a quarter.
KEPT_COMBINATIONS = 1024


@dataclass(frozen=True, slots=True)
class CaseView:
    """What the rules see of a case: the answered values by fact id and the day whose law applies."""

    values: Mapping[str, Value]
    as_of: date


def values_of(answers: Answers) -> dict[str, Value]:
    """The answered values by fact id, whether their question is relevant or not."""
    return {fact_id: answer.value for fact_id, answer in answers.items() if not isinstance(answer.value, Gap)}


class Relevance:
    """The asking conditions of a vocabulary, in the order in which questions depend on each other."""

    def __init__(self, facts: Iterable[Fact], asked_if: Mapping[Fact, Condition]) -> None:
        self._questions = {fact.id: _Question(asked_if[fact]) for fact in facts if fact in asked_if}
        waits_for = {
            fact_id: set(question.reads) & self._questions.keys() for fact_id, question in self._questions.items()
        }
        self._groups = tuple(_groups(waits_for))

    def view(self, answers: Answers, as_of: date) -> CaseView:
        """The answers the rules may see.

        An answer is left out where its asking condition is no in three-valued logic. That is decided group by group,
        so that an answer which is itself left out never makes another one irrelevant.
        """
        return self.view_of_values(values_of(answers), as_of)

    def view_of_values(self, values: Mapping[str, Value], as_of: date) -> CaseView:
        """The same from bare values."""
        kept = dict(values)
        view = CaseView(kept, as_of)
        questions = self._questions
        for group in self._groups:
            if kept.keys().isdisjoint(group):
                continue
            while irrelevant := [f for f in group if f in kept and questions[f].is_irrelevant(view)]:
                for fact_id in irrelevant:
                    del kept[fact_id]
        return view

    def is_asked(self, fact: Fact, view: CaseView) -> bool:
        """Whether the question is to be asked now (the reading for asking: open facts do not open a question)."""
        question = self._questions.get(fact.id)
        return question is None or question.condition.triggered(view)

    def condition(self, fact: Fact) -> Condition | None:
        """When the question is asked; None: always."""
        question = self._questions.get(fact.id)
        return None if question is None else question.condition


class _Question:
    """An asking condition, with what was found for the same answers before."""

    def __init__(self, condition: Condition) -> None:
        self.condition = condition
        self.reads = tuple(dict.fromkeys(fact.id for fact in condition.facts()))
        self._moves_with_the_day = condition.moves_with_the_day
        self._found: dict[tuple[object, ...], bool] = {}

    def is_irrelevant(self, view: CaseView) -> bool:
        """Whether the question need not be asked: its condition is no, not merely open."""
        key = (view.as_of if self._moves_with_the_day else None, *map(view.values.get, self.reads))
        found = self._found.get(key)
        if found is None:
            found = self.condition.evaluate(view) is Truth.NO
            if len(self._found) >= KEPT_COMBINATIONS:
                self._found.clear()
            self._found[key] = found
        return found


def _groups(waits_for: Mapping[str, set[str]]) -> Iterable[tuple[str, ...]]:
    """Facts in an order in which each comes after what it waits for; facts that wait for each other together."""
    reach = {fact_id: _reachable(fact_id, waits_for) for fact_id in waits_for}
    done: set[str] = set()
    # What waits for less comes first: a fact's reach contains the reach of everything it waits for. A circle comes
    # before those that only wait for it.
    for fact_id in sorted(waits_for, key=lambda item: (len(reach[item]), item not in reach[item])):
        if fact_id in done:
            continue
        circle = [other for other in waits_for if other in reach[fact_id] and fact_id in reach[other]]
        group = tuple(dict.fromkeys([fact_id, *circle]))
        done.update(group)
        yield group


def _reachable(start: str, waits_for: Mapping[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    todo = [start]
    while todo:
        for other in waits_for[todo.pop()] - reached:
            reached.add(other)
            todo.append(other)
    return reached
