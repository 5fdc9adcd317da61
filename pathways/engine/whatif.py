"""What would open or complete a pathway: the smallest changes someone can bring about, and what time alone brings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations

from pathways.engine.agenda import deciding_facts
from pathways.engine.assess import Verdict, only_time_is_missing, verdict_of
from pathways.engine.conditions import By, Condition
from pathways.engine.dated import Span
from pathways.engine.days import PartialDay
from pathways.engine.facts import Fact, Value
from pathways.engine.lawbook import Change, Lawbook
from pathways.engine.pathway import COUNTING, Pathway, Rule
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
    read = {fact.id for condition in _rule_conditions(pathway) for fact in condition.facts()}
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


def ripens(relevance: Relevance, pathway: Pathway, given: CaseView, view: CaseView | None = None) -> date | None:
    """The first day after the day of the case on which the same answers give ``met`` by time alone.

    ``given``: all answers, relevant or not, for time can make a question relevant again. ``view``: the relevant ones,
    where they are known already.
    """
    view = view or relevance.view_of_values(given.values, given.as_of)
    in_force = pathway.in_force(view.as_of)
    if in_force and (verdict_of(pathway, view) is Verdict.MET or not _may_ripen(relevance, pathway, view)):
        return None
    for day in sorted(_turning_days(relevance, pathway, given)):
        if verdict_of(pathway, relevance.view_of_values(given.values, day)) is Verdict.MET:
            return day
    return None


def _may_ripen(relevance: Relevance, pathway: Pathway, view: CaseView) -> bool:
    """Whether time can do anything: through what is missing, or by making an answer irrelevant."""
    return _asked_by_the_day(relevance, pathway) or only_time_is_missing(pathway, view)


@lru_cache(maxsize=64)
def _asked_by_the_day(relevance: Relevance, pathway: Pathway) -> bool:
    """Whether a question of the pathway is only asked on certain days."""
    return any(condition.moves_with_the_day for condition in _asking_conditions(relevance, pathway))


def _turning_days(relevance: Relevance, pathway: Pathway, view: CaseView) -> set[date]:
    """The days after the day of the case on which a condition over time or the law itself can change."""
    spans = [*(edition.span for edition in pathway.grant.editions), *(c.span for c in pathway.criteria)]
    days = {day for span in spans for day in _bounds(span)}
    for leaf in _dated_leaves(relevance, pathway):
        days.update(_days_of(leaf, view))
    return {day for day in days if day > view.as_of}


@lru_cache(maxsize=64)
def _dated_leaves(relevance: Relevance, pathway: Pathway) -> tuple[By, ...]:
    """The leaves that compare a day of the case with the day of the case itself."""
    conditions = [*_rule_conditions(pathway), *_asking_conditions(relevance, pathway)]
    leaves = (leaf for condition in conditions for leaf in condition.leaves())
    return tuple(leaf for leaf in leaves if isinstance(leaf, By) and leaf.limit.base is None)


@lru_cache(maxsize=64)
def _rule_conditions(pathway: Pathway) -> tuple[Condition, ...]:
    rules = (rule for criterion in pathway.criteria for rule in (criterion.rule, criterion.in_extension))
    return tuple(condition for rule in rules if isinstance(rule, Rule) for condition in rule.conditions)


@lru_cache(maxsize=64)
def _asking_conditions(relevance: Relevance, pathway: Pathway) -> tuple[Condition, ...]:
    """When the questions behind the counting criteria and the mode are asked, and those these conditions read."""
    todo = {fact for c in pathway.criteria if c.kind in COUNTING for fact in deciding_facts(c)}
    todo |= {fact for row in pathway.modes for fact in row.when.facts()}
    found: dict[Fact, Condition] = {}
    while todo:
        fact = todo.pop()
        condition = relevance.condition(fact)
        if condition is not None and fact not in found:
            found[fact] = condition
            todo |= set(condition.facts())
    return tuple(found.values())


def _bounds(span: Span) -> Iterator[date]:
    if span.since is not None:
        yield span.since
    if span.until is not None and span.until < date.max:
        yield span.until + timedelta(days=1)


def _days_of(leaf: By, view: CaseView) -> Iterator[date]:
    value = view.values.get(leaf.fact.id)
    if isinstance(value, PartialDay):
        for end in (value.earliest, value.latest):
            # Month ends make "the day minus a period" and "the day plus a period" differ by some days: look around.
            turning = (-leaf.limit.offset).after(end)
            yield from (turning + timedelta(days=shift) for shift in range(-4, 5) if _within_calendar(turning))


def _within_calendar(day: date) -> bool:
    """Whether the day is far enough from both ends of the calendar to look at the days around it."""
    return 2 < day.year < 9998
