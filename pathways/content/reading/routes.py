"""Deadlines, other routes and warnings in words, with the answers that call for them."""

from __future__ import annotations

from dataclasses import dataclass

from pathways.content import words
from pathways.content.reading.answers import AnswerBook, AnswerLine
from pathways.content.words import Label
from pathways.engine.citations import Citation
from pathways.engine.consultation import Assessment, DueDeadline, Raised
from pathways.engine.days import PartialDay, Period
from pathways.engine.explain import period_words
from pathways.engine.pathway import Criterion, Dispute
from pathways.engine.relevance import CaseView
from pathways.engine.routes import Due, Referral


@dataclass(frozen=True, slots=True)
class DeadlineReading:
    """A deadline that runs: what to do by which day, and how the day was computed.

    ``done``: somebody has called it done; the law does not know, so whoever reads the case has to say.
    """

    id: str
    title: str
    text: str
    cite: tuple[Citation, ...]
    day: str
    urgency: Label
    computed: str
    passed: bool
    done: bool = False


@dataclass(frozen=True, slots=True)
class RouteReading:
    """Another route to check first; ``check``: what no question asks for."""

    id: str
    title: str
    says: str
    cite: tuple[Citation, ...]
    check: tuple[str, ...]
    warning: str
    dispute: Dispute | None
    because: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True)
class RouteGroup:
    """Routes of one kind."""

    title: str
    routes: tuple[RouteReading, ...]


@dataclass(frozen=True, slots=True)
class WarningReading:
    """Something the answers warn of."""

    id: str
    says: str
    hint: str
    cite: tuple[Citation, ...]
    because: tuple[AnswerLine, ...]


def deadline_readings(assessment: Assessment) -> tuple[DeadlineReading, ...]:
    """The deadlines of the case, in their order."""
    return tuple(_deadline(due, assessment.view) for due in assessment.deadlines)


def _deadline(due: DueDeadline, view: CaseView) -> DeadlineReading:
    return DeadlineReading(
        id=due.deadline.id,
        title=due.deadline.title,
        text=words.marked(due.wording.text),
        cite=due.wording.cite,
        day=words.day_words(due.day),
        urgency=words.URGENCIES[due.urgency],
        computed=_computed(due, view),
        passed=due.day is not None and due.day < view.as_of,
    )


def _computed(due: DueDeadline, view: CaseView) -> str:
    """From which answer and by which period the day was counted; empty where there is no day."""
    if due.day is None:
        return ""
    counted = next(way for way in due.deadline.due if way.day(view) == due.day)
    start = view.values[counted.start.id]
    if not isinstance(start, PartialDay):
        raise TypeError(f"{counted.start.id} is no day")
    text = f"{counted.start.label}: {words.partial_day_words(start)}"
    if length := period_words(_period(counted, view)):
        text += f", dazu {length}"
    return text if start.is_exact else f"{text}; gerechnet ab dem frühesten Tag"


def _period(counted: Due, view: CaseView) -> Period:
    for condition, period in counted.instead:
        if condition.triggered(view):
            return period
    return counted.period


def route_groups(assessment: Assessment, book: AnswerBook) -> tuple[RouteGroup, ...]:
    """The other routes by group, in the order of the law."""
    found: dict[str, list[RouteReading]] = {}
    for raised in assessment.referrals:
        if isinstance(raised.of, Referral):
            found.setdefault(raised.of.group, []).append(_route(raised.of, raised, book))
    return tuple(RouteGroup(title, tuple(routes)) for title, routes in found.items())


def _route(referral: Referral, raised: Raised, book: AnswerBook) -> RouteReading:
    return RouteReading(
        id=referral.id,
        title=referral.title,
        says=words.marked(referral.says),
        cite=referral.cite,
        check=tuple(words.marked(check) for check in referral.check),
        warning=words.marked(referral.warning),
        dispute=referral.dispute,
        because=book.lines(raised.because),
    )


def warning_readings(assessment: Assessment, book: AnswerBook) -> tuple[WarningReading, ...]:
    """The warnings of the case, in the order of the law."""
    return tuple(
        WarningReading(raised.of.id, raised.of.says, raised.of.hint, raised.of.cite, book.lines(raised.because))
        for raised in assessment.warnings
        if isinstance(raised.of, Criterion)
    )
