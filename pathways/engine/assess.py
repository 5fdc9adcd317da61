"""From answers to findings: each criterion of each pathway, its state and why, and the verdict that follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pathways.engine.conditions import All, Any, Condition, FinerFirst, Leaf, View
from pathways.engine.facts import Fact
from pathways.engine.pathway import (
    COUNTING,
    EXCLUDING,
    Asked,
    Criterion,
    Dispute,
    Grant,
    Indication,
    Kind,
    Mode,
    ModeRow,
    Pathway,
    Remedy,
    Rule,
    Side,
)
from pathways.engine.truth import Truth

NO, OPEN, YES = Truth.NO, Truth.OPEN, Truth.YES


class Verdict(StrEnum):
    """What comes out for a pathway, tried in the order excluded, open, exception, met."""

    NOT_IN_FORCE = "not_in_force"
    EXCLUDED = "excluded"
    OPEN = "open"
    EXCEPTION = "exception"
    MET = "met"


@dataclass(frozen=True, slots=True)
class Finding:
    """A criterion in a case: its state, what it rests on, what holds it open and what helps.

    ``waiver_needed``: a requirement of § 5 that is not fulfilled, or would not be but for a dispute.
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
        return self.criterion.kind in COUNTING and self.rule is not None


@dataclass(frozen=True, slots=True)
class PathwayResult:
    """A pathway in a case: mode, verdict and findings in the order of the pathway."""

    pathway: Pathway
    grant: Grant
    mode: Mode | None
    verdict: Verdict
    exception_needed: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def decisive(self) -> tuple[Finding, ...]:
        """What decides an excluded or exceptional verdict; empty for the others."""
        if self.verdict is Verdict.EXCLUDED:
            return tuple(f for f in self.findings if f.state is NO and f.criterion.kind in EXCLUDING)
        if self.verdict is Verdict.EXCEPTION:
            return tuple(f for f in self.findings if f.state is NO and f.criterion.kind is Kind.RULE)
        return ()

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The counting criteria that are still open."""
        return tuple(f for f in self.findings if f.counts and f.state is OPEN)

    def finding(self, criterion_id: str) -> Finding | None:
        """The finding on a criterion; None where it is not asked in this mode."""
        return next((f for f in self.findings if f.criterion.id == criterion_id), None)


def assess(pathway: Pathway, view: View) -> PathwayResult:
    """Judge one pathway on the relevant answers of a case, under the law of its day."""
    if not pathway.in_force(view.as_of):
        return PathwayResult(pathway, pathway.grant.nearest(view.as_of), None, Verdict.NOT_IN_FORCE)
    row = mode_row(pathway, view)
    findings = tuple(
        _finding(pathway, criterion, rule, row, view) for criterion, rule in asked_criteria(pathway, row, view.as_of)
    )
    exception_needed = any(f.criterion.kind is Kind.RULE and f.state is NO for f in findings)
    verdict = _verdict([(f.criterion.kind, f.state) for f in findings if f.counts])
    return PathwayResult(pathway, pathway.grant.at(view.as_of), row.mode, verdict, exception_needed, findings)


def verdict_of(pathway: Pathway, view: View) -> Verdict:
    """Only the verdict, without findings; the same as ``assess(pathway, view).verdict``."""
    if not pathway.in_force(view.as_of):
        return Verdict.NOT_IN_FORCE
    row = mode_row(pathway, view)
    return _verdict(
        [
            (criterion.kind, _state(criterion, rule, row, view)[0])
            for criterion, rule in asked_criteria(pathway, row, view.as_of)
            if rule is not None and criterion.kind in COUNTING
        ]
    )


def mode_row(pathway: Pathway, view: View) -> ModeRow:
    """The row of the mode table that decides; the last row of every table always fits."""
    return next(row for row in pathway.modes if row.when.triggered(view))


def asked_criteria(pathway: Pathway, row: ModeRow, day: date) -> list[tuple[Criterion, Rule | None]]:
    """The criteria asked on that day in that mode, each with the rule of the mode."""
    asked: list[tuple[Criterion, Rule | None]] = []
    for criterion in pathway.criteria:
        if not criterion.span.covers(day) or criterion.only not in (None, row.mode):
            continue
        rule = criterion.rule
        if row.mode is Mode.EXTENSION and criterion.in_extension is not None:
            if isinstance(criterion.in_extension, Asked):
                continue
            rule = criterion.in_extension
        asked.append((criterion, rule))
    return asked


def _verdict(states: list[tuple[Kind, Truth]]) -> Verdict:
    if any(state is NO and kind in EXCLUDING for kind, state in states):
        return Verdict.EXCLUDED
    if any(state is OPEN for _, state in states):
        return Verdict.OPEN
    if any(state is NO and kind is Kind.RULE for kind, state in states):
        return Verdict.EXCEPTION
    return Verdict.MET


def rule_state(rule: Rule, view: View) -> Truth:
    """The value of a rule: no where it fails, yes where it holds, otherwise open."""
    if rule.fails_on is None:
        return rule.holds.evaluate(view)
    if rule.fails_on.evaluate(view) is YES:
        return NO
    return YES if rule.holds.evaluate(view) is YES else OPEN


def _state(criterion: Criterion, rule: Rule, row: ModeRow, view: View) -> tuple[Truth, Truth]:
    """The state, and what it would be but for a dispute, a way around or an unknown norm of the title."""
    plain = rule_state(rule, view)
    if plain is not NO:
        return plain, plain
    softened = row.softens and criterion.in_extension is not None
    return (OPEN if criterion.contested is not None or softened else NO), NO


def _finding(pathway: Pathway, criterion: Criterion, rule: Rule | None, row: ModeRow, view: View) -> Finding:
    state, plain = (OPEN, OPEN) if rule is None else _state(criterion, rule, row, view)
    facts, open_facts = _basis(rule, state, view)
    if state is not plain and row.softens and criterion.in_extension is not None:
        facts, open_facts = facts | {pathway.title_norm}, open_facts | {pathway.title_norm}
    shown = [point for point in criterion.speaks if point.when.evaluate(view) is YES]
    return Finding(
        criterion=criterion,
        rule=rule,
        state=state,
        facts=facts,
        open_facts=open_facts,
        disputes=_disputes(criterion, state, plain, view),
        remedies=_remedies(criterion, state, plain, view),
        speaks_for=tuple(point for point in shown if point.side is Side.FOR),
        speaks_against=tuple(point for point in shown if point.side is Side.AGAINST),
        waiver_needed=criterion.kind is Kind.WAIVABLE and plain is NO,
    )


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


def _basis(rule: Rule | None, state: Truth, view: View) -> tuple[frozenset[Fact], frozenset[Fact]]:
    """The facts a state is read from, and those whose answer could still change it."""
    if rule is None:
        return frozenset(), frozenset()
    facts = frozenset(fact for condition in rule.conditions for fact in condition.facts())
    if state is not OPEN:
        return facts, frozenset()
    return facts, frozenset(fact for condition in rule.conditions for fact in _open_facts(condition, view))


def _open_facts(condition: Condition, view: View) -> set[Fact]:
    """The facts of those open leaves that can still change the condition's value."""
    if isinstance(condition, Leaf):
        if condition.evaluate(view) is not OPEN:
            return set()
        exact = {fact for fact in condition.reads if fact.id not in view.values}
        return exact or set(condition.reads)
    if isinstance(condition, FinerFirst):
        part = condition.by_fine if condition.fine.id in view.values else condition.by_coarse
        return {condition.fine, *_open_facts(part, view)} if part.evaluate(view) is OPEN else set()
    if isinstance(condition, All | Any) and condition.evaluate(view) is not OPEN:
        return set()
    return {fact for part in condition.parts for fact in _open_facts(part, view)}
