"""What a memo says around the pathways: deadlines, other routes, and what holds in every case."""

from __future__ import annotations

from collections.abc import Iterable

from advisor.memo.endnotes import Endnotes
from advisor.memo.parts import Deadline, Remark, Route, RoutesOf
from pathways.content import words
from pathways.content.reading import CaseReading
from pathways.law.deadlines import Hint


def deadlines(case: CaseReading, notes: Endnotes) -> tuple[Deadline, ...]:
    """The deadlines, in their order."""
    return tuple(
        Deadline(due.day, due.urgency, due.title, due.text, due.computed, due.passed, notes.refs(due.cite), due.done)
        for due in case.deadlines
    )


def hints(standing: Iterable[Hint], notes: Endnotes) -> tuple[Remark, ...]:
    """What holds in every case."""
    return tuple(Remark(words.marked(hint.text), notes.refs(hint.cite), lead=hint.title) for hint in standing)


def routes(case: CaseReading, notes: Endnotes) -> tuple[RoutesOf, ...]:
    """The other routes to check first, by kind."""
    return tuple(
        RoutesOf(
            group.title,
            tuple(
                Route(
                    route.title,
                    route.says,
                    notes.refs(route.cite),
                    (
                        *(Remark(check, lead="zu prüfen") for check in route.check),
                        *((Remark(route.warning, lead="Achtung"),) if route.warning else ()),
                    ),
                )
                for route in group.routes
            ),
        )
        for group in case.routes
    )
