"""What a retention run would do, as the office admin sees it beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from advisor.cases.models import Case, CaseKind
from advisor.lifecycle.blockers import Blocker, blockers_of
from advisor.lifecycle.retention import candidates

MOST_LINES = 100
_TOMORROW = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Line:
    """A case, the day on which a run puts it into the bin, and what keeps it from that today."""

    case: Case
    day: date
    blockers: tuple[Blocker, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """The next cases to go; ``more``: how many follow, ``undecided``: how many have no period."""

    lines: tuple[Line, ...]
    more: int
    undecided: int


def preview(office_id: int, rules: Mapping[CaseKind, int], today: date) -> Preview:
    """What would happen under these rules, changing nothing; days that are past count as today."""
    due: list[tuple[date, Case]] = []
    undecided = 0
    for candidate in candidates(office_id, rules):
        if candidate.kept_until is None:
            undecided += 1
        else:
            due.append((max(candidate.kept_until + _TOMORROW, today), candidate.case))
    due.sort(key=lambda item: (item[0], item[1].pk))
    lines = tuple(Line(case, day, blockers_of(case, day)) for day, case in due[:MOST_LINES])
    return Preview(lines, len(due) - len(lines), undecided)
