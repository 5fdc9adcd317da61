"""A body of law as one object: its facts, pathways, deadlines and referrals, as the engine needs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pathways.engine.conditions import Condition
from pathways.engine.dated import Span
from pathways.engine.facts import Fact, Value
from pathways.engine.pathway import Criterion, Kind, Pathway
from pathways.engine.routes import Deadline, Referral


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that someone can bring about, and how."""

    fact: Fact
    value: Value
    how: str


@dataclass(frozen=True, eq=False, kw_only=True)
class Lawbook:
    """Everything `assess` reads. Order counts: facts, pathways, deadlines and referrals are reported in this order."""

    facts: tuple[Fact, ...]
    asked_if: Mapping[Fact, Condition]
    pathways: tuple[Pathway, ...]
    deadlines: tuple[Deadline, ...] = ()
    referrals: tuple[Referral, ...] = ()
    changes: tuple[Change, ...] = field(default=())

    @cached_property
    def facts_by_id(self) -> Mapping[str, Fact]:
        """The facts by id."""
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """The place of each fact in the vocabulary, by id."""
        return {fact.id: place for place, fact in enumerate(self.facts)}

    def in_order(self, facts: set[Fact] | frozenset[Fact]) -> tuple[Fact, ...]:
        """The facts in the order of the vocabulary."""
        return tuple(sorted(facts, key=lambda fact: self.rank[fact.id]))

    def pathway(self, pathway_id: str) -> Pathway:
        """The pathway with that id; KeyError where there is none."""
        for pathway in self.pathways:
            if pathway.id == pathway_id:
                return pathway
        raise KeyError(pathway_id)

    @cached_property
    def warnings(self) -> tuple[tuple[Criterion, tuple[Pathway, ...]], ...]:
        """Each criterion that can warn, with the pathways it belongs to; those of several pathways come first.

        An id stands here once for each edition; the spans of one id never overlap.
        """
        owners: dict[tuple[str, Span], tuple[Criterion, list[Pathway]]] = {}
        for pathway in self.pathways:
            for criterion in pathway.criteria:
                if criterion.kind is Kind.INFO and criterion.trigger is not None:
                    owners.setdefault((criterion.id, criterion.span), (criterion, []))[1].append(pathway)
        entries = [(criterion, tuple(pathways)) for criterion, pathways in owners.values()]
        return tuple(sorted(entries, key=lambda entry: len(entry[1]) == 1))
