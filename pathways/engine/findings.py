"""One criterion in one case: its state, what the state rests on, what holds it open and what helps."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from pathways.engine.conditions import All, Condition, FinerFirst, Leaf, View
from pathways.engine.conditions import Any as AnyOf
from pathways.engine.dated import ALL_TIME
from pathways.engine.facts import Fact
from pathways.engine.pathway import (
    COUNTING,
    EXCLUDING,
    Criterion,
    Dispute,
    Indication,
    Kind,
    Remedy,
    Rule,
    Side,
)
from pathways.engine.relevance import KEPT_COMBINATIONS
from pathways.engine.speaking import Points
from pathways.engine.truth import Truth

NO, OPEN, YES = Truth.NO, Truth.OPEN, Truth.YES
# Far more than a law has rules: only processes that read one law after another, as tests do, ever fill it.
_PREPARED = 4096


class Finding(NamedTuple):
    """A criterion in a case.

    ``rule``: the rule of the mode, None where there is no demand. ``open_facts``: those of ``facts`` whose answer could
    still change the state. ``waiver_needed``: a requirement of § 5 that is not fulfilled, or would not be but for a
    dispute.
    """

    criterion: Criterion
    rule: Rule | None
    state: Truth
    facts: frozenset[Fact] = frozenset()
    open_facts: frozenset[Fact] = frozenset()
    disputes: tuple[Dispute, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    speaks_for: tuple[Indication, ...] = ()
    speaks_against: tuple[Indication, ...] = ()
    waiver_needed: bool = False

    @property
    def counts(self) -> bool:
        """Whether the criterion can change the verdict."""
        return self.rule is not None and self.criterion.kind in COUNTING


class Judge:
    """A criterion under one rule, prepared once a process.

    ``softened_by``: the fact that names the norm of the title, where it is not known and extension mode would not ask
    this; what would be no is then open.
    """

    def __init__(self, criterion: Criterion, rule: Rule | None, softened_by: Fact | None) -> None:
        self.criterion = criterion
        self.rule = rule
        self.excludes = criterion.kind in EXCLUDING
        self.counts = rule is not None and criterion.kind in COUNTING
        self._softened_by = softened_by
        self._facts = frozenset(fact for condition in (rule.conditions if rule else ()) for fact in condition.facts())
        self._reads = _ids([*(rule.conditions if rule else ()), *_asides(criterion)])
        self.moves_with_the_day = rule is not None and any(part.moves_with_the_day for part in rule.conditions)
        asides_move = any(aside.moves_with_the_day for aside in _asides(criterion))
        self._keyed_by_day = self.moves_with_the_day or asides_move or _has_days(criterion)
        self._points = Points(criterion.speaks) if criterion.speaks else None
        self._plain_findings: dict[tuple[Any, ...], Finding] = {}
        # Eight pathways ask most criteria, and they ask them of the same case one after another.
        self._latest: tuple[View, Finding] | None = None

    def state(self, view: View) -> Truth:
        """The state alone."""
        return self._without_points(view).state

    def finding(self, view: View) -> Finding:
        """The state and everything that belongs to it."""
        latest = self._latest
        if latest is None or latest[0] is not view:
            latest = self._latest = (view, self._with_points(view))
        return latest[1]

    def _with_points(self, view: View) -> Finding:
        plain = self._without_points(view)
        shown = self._points.in_case(view) if self._points is not None else None
        if not shown:
            return plain
        return plain._replace(
            speaks_for=tuple([point for point in shown if point.side is Side.FOR]),
            speaks_against=tuple([point for point in shown if point.side is Side.AGAINST]),
        )

    def _without_points(self, view: View) -> Finding:
        key = (view.as_of if self._keyed_by_day else None, *map(view.values.get, self._reads))
        finding = self._plain_findings.get(key)
        if finding is None:
            finding = self._find(view)
            _keep(self._plain_findings, key, finding)
        return finding

    def _find(self, view: View) -> Finding:
        criterion, rule = self.criterion, self.rule
        plain = OPEN if rule is None else rule_state(rule, view)
        softened = plain is NO and self._softened_by is not None
        state = OPEN if softened or (plain is NO and criterion.contested is not None) else plain
        facts, still_open = self._facts, self._still_open(state, view)
        if softened and self._softened_by is not None:
            facts, still_open = facts | {self._softened_by}, still_open | {self._softened_by}
        return Finding(
            criterion=criterion,
            rule=rule,
            state=state,
            facts=facts,
            open_facts=still_open,
            disputes=_disputes(criterion, state, plain, view),
            remedies=_remedies(criterion, state, plain, view),
            waiver_needed=criterion.kind is Kind.WAIVABLE and plain is NO,
        )

    def _still_open(self, state: Truth, view: View) -> frozenset[Fact]:
        """The facts whose answer could still change the state."""
        if self.rule is None or state is not OPEN:
            return frozenset()
        return frozenset(fact for condition in self.rule.conditions for fact in open_facts(condition, view))


@lru_cache(maxsize=_PREPARED)
def judge(criterion: Criterion, rule: Rule | None, softened_by: Fact | None) -> Judge:
    """The prepared criterion; the same one for the same arguments."""
    return Judge(criterion, rule, softened_by)


def rule_state(rule: Rule, view: View) -> Truth:
    """The value of a rule: no where it fails, yes where it holds and can no longer fail, otherwise open."""
    if rule.fails_on is None:
        return rule.holds.evaluate(view)
    failed = rule.fails_on.evaluate(view)
    if failed is YES:
        return NO
    return YES if failed is NO and rule.holds.evaluate(view) is YES else OPEN


def _keep(store: dict[tuple[Any, ...], Any], key: tuple[Any, ...], value: object) -> None:
    if len(store) >= KEPT_COMBINATIONS:
        store.clear()
    store[key] = value


def _ids(conditions: list[Condition]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact.id for condition in conditions for fact in condition.facts()))


def _asides(criterion: Criterion) -> list[Condition]:
    return [*(entry.when for entry in criterion.disputed), *(remedy.when for remedy in criterion.remedies)]


def _has_days(criterion: Criterion) -> bool:
    """Whether a dispute or a remedy is only named on certain days."""
    spans = [*(entry.span for entry in criterion.disputed), *(remedy.span for remedy in criterion.remedies)]
    return any(span is not ALL_TIME for span in spans)


def _disputes(criterion: Criterion, state: Truth, plain: Truth, view: View) -> tuple[Dispute, ...]:
    if state is not OPEN:
        return ()
    found = [
        entry.dispute
        for entry in criterion.disputed
        if entry.span.covers(view.as_of) and entry.when.evaluate(view) is YES
    ]
    if plain is NO and isinstance(criterion.contested, Dispute) and criterion.contested not in found:
        found.append(criterion.contested)
    return tuple(found)


def _remedies(criterion: Criterion, state: Truth, plain: Truth, view: View) -> tuple[Remedy, ...]:
    if state is YES:
        return ()
    found = [
        remedy for remedy in criterion.remedies if remedy.span.covers(view.as_of) and remedy.when.evaluate(view) is YES
    ]
    if plain is NO and isinstance(criterion.contested, Remedy):
        found.append(criterion.contested)
    return tuple(found)


def open_facts(condition: Condition, view: View) -> set[Fact]:
    """The facts of those open leaves that can still change the condition's value."""
    if isinstance(condition, Leaf):
        if condition.evaluate(view) is not OPEN:
            return set()
        exact = {fact for fact in condition.reads if fact.id not in view.values}
        return exact or set(condition.reads)
    if isinstance(condition, FinerFirst):
        part = condition.by_fine if condition.fine.id in view.values else condition.by_coarse
        unanswered = set() if condition.fine.id in view.values else {condition.fine}
        return unanswered | open_facts(part, view) if part.evaluate(view) is OPEN else set()
    if isinstance(condition, All | AnyOf) and condition.evaluate(view) is not OPEN:
        return set()
    return {fact for part in condition.parts for fact in open_facts(part, view)}
