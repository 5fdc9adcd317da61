"""What would open or complete a pathway: the smallest changes someone can bring about, and what time alone brings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from pathways.engine.assess import Verdict, verdict_of
from pathways.engine.conditions import By, Condition
from pathways.engine.days import PartialDay
from pathways.engine.facts import Fact, Value
from pathways.engine.lawbook import Change, Lawbook
from pathways.engine.pathway import Pathway, Rule
from pathways.engine.relevance import CaseView, Relevance

LARGEST_SET = 2


@dataclass(frozen=True, slots=True)
class WayOpen:
    """A smallest set of changes and the verdict it would bring."""

    changes: tuple[Change, ...]
    verdict: Verdict


def ways_open(lawbook: Lawbook, relevance: Relevance, pathway: Pathway, view: CaseView) -> tuple[WayOpen, ...]:
    """The smallest sets of changeable answers under which an excluded pathway is excluded no longer.

    Only sets of the smallest size that helps are named; empty where nothing helps or the pathway is not excluded.
    """
    if verdict_of(pathway, view) is not Verdict.EXCLUDED:
        return ()
    read = {fact.id for criterion in pathway.criteria for fact in _rule_facts(criterion.rule, criterion.in_extension)}
    candidates = [
        change
        for change in lawbook.changes
        if change.fact.id in read and view.values.get(change.fact.id) != change.value
    ]
    for size in range(1, LARGEST_SET + 1):
        found = tuple(_helping(candidates, size, relevance, pathway, view))
        if found:
            return found
    return ()


def _helping(
    candidates: list[Change], size: int, relevance: Relevance, pathway: Pathway, view: CaseView
) -> Iterator[WayOpen]:
    for changes in combinations(candidates, size):
        if len({change.fact.id for change in changes}) < size:
            continue
        values: dict[str, Value] = {**view.values, **{change.fact.id: change.value for change in changes}}
        verdict = verdict_of(pathway, relevance.view_of_values(values, view.as_of))
        if verdict not in (Verdict.EXCLUDED, Verdict.NOT_IN_FORCE):
            yield WayOpen(changes, verdict)


def ripens(relevance: Relevance, pathway: Pathway, view: CaseView) -> date | None:
    """The first day after the day of the case on which the same answers give ``met`` by time alone."""
    if verdict_of(pathway, view) is Verdict.MET:
        return None
    for day in sorted(_turning_days(relevance, pathway, view)):
        if verdict_of(pathway, relevance.view_of_values(view.values, day)) is Verdict.MET:
            return day
    return None


def _turning_days(relevance: Relevance, pathway: Pathway, view: CaseView) -> set[date]:
    """The days after the day of the case on which a condition over time or the law itself can change."""
    days = {span for edition in pathway.grant.editions for span in _bounds(edition.span.since, edition.span.until)}
    for criterion in pathway.criteria:
        days.update(_bounds(criterion.span.since, criterion.span.until))
    for condition in _conditions(relevance, pathway):
        for leaf in condition.leaves():
            if isinstance(leaf, By) and leaf.limit.base is None:
                days.update(_days_of(leaf, view))
    return {day for day in days if day > view.as_of}


def _conditions(relevance: Relevance, pathway: Pathway) -> Iterator[Condition]:
    facts: set[Fact] = set()
    for criterion in pathway.criteria:
        for rule in (criterion.rule, criterion.in_extension):
            if isinstance(rule, Rule):
                yield from rule.conditions
        facts |= _rule_facts(criterion.rule, criterion.in_extension)
    for fact in facts:
        if (asked_if := relevance.condition(fact)) is not None:
            yield asked_if


def _rule_facts(*rules: object) -> set[Fact]:
    return {
        fact for rule in rules if isinstance(rule, Rule) for condition in rule.conditions for fact in condition.facts()
    }


def _bounds(since: date | None, until: date | None) -> Iterator[date]:
    if since is not None:
        yield since
    if until is not None and until < date.max:
        yield until + timedelta(days=1)


def _days_of(leaf: By, view: CaseView) -> Iterator[date]:
    value = view.values.get(leaf.fact.id)
    if isinstance(value, PartialDay):
        for end in (value.earliest, value.latest):
            # Month ends make "the day minus a period" and "the day plus a period" differ by a few days: try around it.
            turning = (-leaf.limit.offset).after(end)
            yield from (turning + timedelta(days=shift) for shift in range(-4, 5) if _near_today(turning))


def _near_today(day: date) -> bool:
    """Whether the day is far enough from both ends of the calendar to look at the days around it."""
    return 2 < day.year < 9998
