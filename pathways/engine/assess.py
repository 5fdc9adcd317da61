"""From answers to a verdict: which criteria are asked in which mode, and what follows from their states."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from pathways.engine.conditions import View
from pathways.engine.findings import Finding, Judge, judge, rule_state
from pathways.engine.pathway import EXCLUDING, Asked, Grant, Kind, Mode, ModeRow, Pathway
from pathways.engine.truth import Truth

__all__ = [
    "Finding",
    "PathwayResult",
    "Verdict",
    "assess",
    "mode_row",
    "only_time_is_missing",
    "rule_state",
    "verdict_of",
]

NO, OPEN, YES = Truth.NO, Truth.OPEN, Truth.YES


class Verdict(StrEnum):
    """What comes out for a pathway, tried in the order excluded, open, exception, met."""

    NOT_IN_FORCE = "not_in_force"
    EXCLUDED = "excluded"
    OPEN = "open"
    EXCEPTION = "exception"
    MET = "met"


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
    judges = _judges(pathway, row, view.as_of)
    findings = tuple([asked.finding(view) for asked in judges])
    missing = [
        (asked, found.state)
        for asked, found in zip(judges, findings, strict=True)
        if found.state is not YES and asked.counts
    ]
    verdict = _verdict(missing)
    exception_needed = any(state is NO and asked.criterion.kind is Kind.RULE for asked, state in missing)
    return PathwayResult(pathway, pathway.grant.at(view.as_of), row.mode, verdict, exception_needed, findings)


def verdict_of(pathway: Pathway, view: View) -> Verdict:
    """Only the verdict, without findings; the same as ``assess(pathway, view).verdict``."""
    if not pathway.in_force(view.as_of):
        return Verdict.NOT_IN_FORCE
    judges = _judges(pathway, mode_row(pathway, view), view.as_of)
    return _verdict((asked, asked.state(view)) for asked in judges if asked.counts)


def only_time_is_missing(pathway: Pathway, view: View) -> bool:
    """Whether everything that keeps a pathway in force from being met reads the day of the case."""
    judges = _judges(pathway, mode_row(pathway, view), view.as_of)
    return all(
        asked.moves_with_the_day or asked.criterion.span.until is not None
        for asked in judges
        if asked.counts and asked.state(view) is not YES
    )


def mode_row(pathway: Pathway, view: View) -> ModeRow:
    """The row of the mode table that decides; the last row of every table always fits."""
    return next(row for row in pathway.modes if row.when.triggered(view))


@lru_cache(maxsize=1024)
def _judges(pathway: Pathway, row: ModeRow, day: date) -> tuple[Judge, ...]:
    """The criteria that exist on the day, as asked in the mode of that row."""
    return tuple(asked for asked in _judges_of_mode(pathway, row) if asked.criterion.span.covers(day))


@lru_cache(maxsize=256)
def _judges_of_mode(pathway: Pathway, row: ModeRow) -> tuple[Judge, ...]:
    """The criteria asked in the mode of that row, each under the rule of the mode."""
    asked: list[Judge] = []
    for criterion in pathway.criteria:
        if criterion.only not in (None, row.mode):
            continue
        rule = criterion.rule
        if row.mode is Mode.EXTENSION and criterion.in_extension is not None:
            if isinstance(criterion.in_extension, Asked):
                continue
            rule = criterion.in_extension
        softened = row.softens and (criterion.in_extension is not None or criterion.only is Mode.FIRST_GRANT)
        asked.append(judge(criterion, rule, pathway.title_norm if softened else None))
    return tuple(asked)


def _verdict(states: Iterable[tuple[Judge, Truth]]) -> Verdict:
    verdict = Verdict.MET
    for asked, state in states:
        if state is NO and asked.excludes:
            return Verdict.EXCLUDED
        if state is OPEN:
            verdict = Verdict.OPEN
        elif state is NO and asked.criterion.kind is Kind.RULE and verdict is Verdict.MET:
            verdict = Verdict.EXCEPTION
    return verdict
