"""How the day of a deadline was counted: from which answer, by which period, and which period would run otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pathways.content.reading import CaseReading, DeadlineReading
from pathways.engine.conditions import Condition, View
from pathways.engine.consultation import Assessment, DueDeadline
from pathways.engine.days import PartialDay, Period
from pathways.engine.explain import Node, explain
from pathways.engine.facts import Fact
from pathways.engine.routes import Due
from pathways.engine.truth import Truth


@dataclass(frozen=True, slots=True)
class OtherPeriod:
    """A period that does not count here.

    ``when``: under which condition it would, in words of the law; empty for the one that runs unless another does.
    ``is_open``: nobody has cleared that up yet. ``day``: the day it would give.
    """

    when: str
    period: Period
    day: date
    is_open: bool


@dataclass(frozen=True, slots=True)
class Counting:
    """One way to a day: the answer it starts from, the period and its end.

    ``when``: why this period runs and not the ordinary one, in words of the law. ``others``: what else could run.
    ``counts``: this is the day of the deadline; of several ways the earliest counts.
    """

    start: Fact
    starts: PartialDay
    period: Period
    day: date
    when: str
    others: tuple[OtherPeriod, ...]
    counts: bool


@dataclass(frozen=True, slots=True)
class CountedDeadline:
    """A deadline in words with how its day was counted; ``day`` None and ``ways`` empty where there is none."""

    reading: DeadlineReading
    day: date | None
    ways: tuple[Counting, ...]


def counted_deadlines(assessment: Assessment, reading: CaseReading) -> tuple[CountedDeadline, ...]:
    """The deadlines of a case in their order; ``reading``: the same assessment in words."""
    return tuple(
        CountedDeadline(words, due.day, tuple(counted(due, assessment.view)))
        for due, words in zip(assessment.deadlines, reading.deadlines, strict=True)
    )


def counted(due: DueDeadline, view: View) -> Iterator[Counting]:
    """Every way that gives a day here, the one that counts first."""
    found = [(day, way) for way in due.deadline.due if (day := way.day(view)) is not None]
    for place, (day, way) in enumerate(sorted(found, key=lambda entry: entry[0])):
        yield _counting(way, day, view, counts=place == 0)


def _counting(way: Due, day: date, view: View, *, counts: bool) -> Counting:
    starts = view.values[way.start.id]
    if not isinstance(starts, PartialDay):
        raise TypeError(f"{way.start.id} is no day")
    runs = next((entry for entry in way.instead if entry[0].triggered(view)), None)
    others = [_other(*entry, starts, view) for entry in way.instead if entry is not runs]
    if runs is not None:
        others.append(OtherPeriod("", way.period, way.period.after(starts.earliest), is_open=False))
    return Counting(
        start=way.start,
        starts=starts,
        period=runs[1] if runs else way.period,
        day=day,
        when=condition_words(runs[0], view) if runs else "",
        others=tuple(others),
        counts=counts,
    )


def _other(condition: Condition, period: Period, starts: PartialDay, view: View) -> OtherPeriod:
    is_open = condition.evaluate(view) is Truth.OPEN
    return OtherPeriod(condition_words(condition, view), period, period.after(starts.earliest), is_open=is_open)


def condition_words(condition: Condition, view: View) -> str:
    """A condition as one line of German words."""
    return _flat(explain(condition, view))


def _flat(node: Node) -> str:
    if not node.children:
        return node.text
    return f"{node.text}: " + "; ".join(_flat(child) for child in node.children)
