"""What to ask next and why: the open facts of open pathways, ranked by what an answer can decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from pathways.engine.assess import PathwayResult, Verdict
from pathways.engine.facts import Answers, Fact, Gap
from pathways.engine.findings import open_facts
from pathways.engine.lawbook import Lawbook
from pathways.engine.pathway import Criterion, Pathway, Rule
from pathways.engine.relevance import CaseView, Relevance


class Ask(NamedTuple):
    """A question worth asking now, with the open pathways that its answer can still move."""

    fact: Fact
    pathways: tuple[Pathway, ...]


def next_questions(
    lawbook: Lawbook, relevance: Relevance, results: Iterable[PathwayResult], answers: Answers, view: CaseView
) -> tuple[Fact, ...]:
    """The questions worth asking now, best first.

    A question counts one for each open pathway it can still move, minus its burden; ties go by the order of the
    vocabulary. A question already answered with "not known" or declined does not come back.
    """
    return tuple(ask.fact for ask in asks(lawbook, relevance, results, answers, view))


def asks(
    lawbook: Lawbook, relevance: Relevance, results: Iterable[PathwayResult], answers: Answers, view: CaseView
) -> tuple[Ask, ...]:
    """The same with the pathways that each question can move."""
    wanted = {
        result.pathway: {fact for finding in result.open_findings for fact in finding.open_facts}
        for result in results
        if result.verdict is Verdict.OPEN
    }
    askable = {fact: _askable(fact, relevance, answers, view) for fact in set().union(*wanted.values())}
    moves: dict[Fact, list[Pathway]] = {}
    for pathway, facts in wanted.items():
        for ask in {ask for fact in facts for ask in askable[fact]}:
            moves.setdefault(ask, []).append(pathway)
    ranked = sorted(moves, key=lambda fact: (fact.burden - len(moves[fact]), lawbook.rank[fact.id]))
    return tuple(Ask(fact, tuple(moves[fact])) for fact in ranked)


def _askable(
    fact: Fact, relevance: Relevance, answers: Answers, view: CaseView, seen: frozenset[Fact] = frozenset()
) -> set[Fact]:
    """The question itself where it can be asked now; otherwise what its asking condition waits for."""
    if fact in seen or not _unasked(fact, answers):
        return set()
    if relevance.is_asked(fact, view):
        return {fact}
    condition = relevance.condition(fact)
    waits_for = set() if condition is None else open_facts(condition, view)
    return {ask for other in waits_for for ask in _askable(other, relevance, answers, view, seen | {fact})}


def _unasked(fact: Fact, answers: Answers) -> bool:
    answer = answers.get(fact.id)
    return answer is None or answer.value is Gap.NOT_ASKED


@dataclass(frozen=True, slots=True)
class Use:
    """A place where a fact is used; ``decides``: the state is read from it, otherwise it is only weighed."""

    pathway: Pathway
    criterion: Criterion
    decides: bool


@cache
def uses(lawbook: Lawbook) -> Mapping[str, tuple[Use, ...]]:
    """For each fact id the criteria that use it: the reason why the question is asked."""
    found: dict[str, list[Use]] = {fact.id: [] for fact in lawbook.facts}
    for pathway in lawbook.pathways:
        latest = {criterion.id: criterion for criterion in pathway.criteria}  # several editions are one reason to ask
        for criterion in latest.values():
            deciding = deciding_facts(criterion)
            for fact in lawbook.in_order(frozenset(deciding | weighed_facts(criterion))):
                found[fact.id].append(Use(pathway, criterion, fact in deciding))
    return {fact_id: tuple(entries) for fact_id, entries in found.items()}


def deciding_facts(criterion: Criterion) -> set[Fact]:
    """The facts from which the state of the criterion is read, in either mode."""
    rules = [rule for rule in (criterion.rule, criterion.in_extension) if isinstance(rule, Rule)]
    return {fact for rule in rules for condition in rule.conditions for fact in condition.facts()}


def weighed_facts(criterion: Criterion) -> set[Fact]:
    """The facts that only speak for or against, explain or warn."""
    conditions = [point.when for point in criterion.speaks]
    conditions += [entry.when for entry in criterion.disputed] + [remedy.when for remedy in criterion.remedies]
    if criterion.trigger is not None:
        conditions.append(criterion.trigger)
    return {fact for condition in conditions for fact in condition.facts()} | set(criterion.considers)
