"""A whole case judged at once: every pathway, deadlines, other routes, warnings and what to ask next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from pathways.engine.agenda import next_questions
from pathways.engine.assess import PathwayResult, Verdict, assess
from pathways.engine.conditions import All, Any, Condition, FinerFirst, Not
from pathways.engine.days import days, months
from pathways.engine.facts import Answers, Fact
from pathways.engine.fingerprint import law_version
from pathways.engine.lawbook import Lawbook
from pathways.engine.pathway import Criterion
from pathways.engine.relevance import CaseView, Relevance, values_of
from pathways.engine.routes import Deadline, Referral, Wording
from pathways.engine.whatif import ripens


class Urgency(StrEnum):
    """How soon something has to be done."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class DueDeadline:
    """A deadline that runs in the case; ``day`` None: no day can be computed, act at once."""

    deadline: Deadline
    wording: Wording
    day: date | None
    urgency: Urgency


@dataclass(frozen=True, slots=True)
class Raised:
    """A referral or a warning that the answers call for; ``because``: the answered facts that fulfil the trigger."""

    of: Referral | Criterion
    because: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything the law says about a case on a day."""

    reference: str | None
    view: CaseView
    law_version: str
    pathways: tuple[PathwayResult, ...]
    ripening: tuple[date | None, ...]
    deadlines: tuple[DueDeadline, ...]
    referrals: tuple[Raised, ...]
    warnings: tuple[Raised, ...]
    next_questions: tuple[Fact, ...]

    @property
    def as_of(self) -> date:
        """The day whose law applies."""
        return self.view.as_of

    def result(self, pathway_id: str) -> PathwayResult:
        """The result of one pathway; KeyError where there is none."""
        for result in self.pathways:
            if result.pathway.id == pathway_id:
                return result
        raise KeyError(pathway_id)


@cache
def relevance_of(lawbook: Lawbook) -> Relevance:
    """The asking conditions of a lawbook, prepared once a process."""
    return Relevance(lawbook.facts, lawbook.asked_if)


def consult(lawbook: Lawbook, answers: Answers, as_of: date, reference: str | None = None) -> Assessment:
    """Judge a case: answers by fact id (unknown ids are ignored), the day whose law applies, the office's key."""
    relevance = relevance_of(lawbook)
    given = CaseView(values_of(answers), as_of)
    view = relevance.view_of_values(given.values, as_of)
    results = tuple(assess(pathway, view) for pathway in lawbook.pathways)
    return Assessment(
        reference=reference,
        view=view,
        law_version=law_version(lawbook),
        pathways=results,
        ripening=tuple(ripens(relevance, result.pathway, given, view) for result in results),
        deadlines=running_deadlines(lawbook, view),
        referrals=_referrals(lawbook, view),
        warnings=_warnings(lawbook, results, view),
        next_questions=next_questions(lawbook, relevance, results, answers, view),
    )


def running_deadlines(lawbook: Lawbook, view: CaseView) -> tuple[DueDeadline, ...]:
    """The deadlines of the case: those without a day first, then by day."""
    running = [_due(deadline, view) for deadline in lawbook.deadlines if deadline.when.triggered(view)]
    return tuple(sorted(running, key=lambda due: (due.day is not None, due.day or date.min)))


def _due(deadline: Deadline, view: CaseView) -> DueDeadline:
    computed = [day for due in deadline.due if (day := due.day(view)) is not None]
    day = min(computed, default=None)
    wording = next(
        (w for w in deadline.wordings if w.span.covers(view.as_of) and w.when.triggered(view)),
        deadline.wordings[-1],
    )
    return DueDeadline(deadline, wording, day, urgency(day, view.as_of))


def urgency(day: date | None, as_of: date) -> Urgency:
    """High without a day, past or within 14 days; medium within three months; otherwise low."""
    if day is None or day <= days(14).after(as_of):
        return Urgency.HIGH
    return Urgency.MEDIUM if day <= months(3).after(as_of) else Urgency.LOW


def _referrals(lawbook: Lawbook, view: CaseView) -> tuple[Raised, ...]:
    return tuple(
        Raised(referral, support(lawbook, referral.when, view))
        for referral in lawbook.referrals
        if referral.span.covers(view.as_of) and referral.when.triggered(view)
    )


def _warnings(lawbook: Lawbook, results: Iterable[PathwayResult], view: CaseView) -> tuple[Raised, ...]:
    in_force = {result.pathway.id for result in results if result.verdict is not Verdict.NOT_IN_FORCE}
    return tuple(
        Raised(criterion, support(lawbook, criterion.trigger, view))
        for criterion, pathways in lawbook.warnings
        if criterion.trigger is not None
        and criterion.span.covers(view.as_of)
        and any(pathway.id in in_force for pathway in pathways)
        and criterion.trigger.triggered(view)
    )


def support(lawbook: Lawbook, condition: Condition, view: CaseView) -> tuple[Fact, ...]:
    """The answered facts because of which a trigger is fulfilled, in the order of the vocabulary."""
    return lawbook.in_order(frozenset(_support(condition, view)))


def _support(condition: Condition, view: CaseView) -> set[Fact]:
    if not condition.triggered(view):
        return set()
    if isinstance(condition, All | Any):
        return {fact for part in condition.parts for fact in _support(part, view)}
    if isinstance(condition, FinerFirst):
        return _support(condition.by_fine if condition.fine.id in view.values else condition.by_coarse, view)
    if isinstance(condition, Not) and isinstance(condition.part, All | Any):
        # Not all of them: those parts that do not hold; none of them: every part.
        return {fact for part in condition.part.parts for fact in _support(~part, view)}
    return {fact for fact in condition.facts() if fact.id in view.values}
