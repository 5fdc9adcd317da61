"""The inbox: the cases somebody may open whose result the law has moved, those with the nearest deadline first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from advisor.accounts.models import User
from advisor.cases.frame import name_of
from advisor.cases.models import Case
from advisor.rescreen.comparing import open_moved
from advisor.rescreen.models import MovedQuerySet, MovedResult, Run
from advisor.rescreen.progress import Progress, progress_of
from advisor.rescreen.stand import AT_ONCE, CRITERION, DEADLINE, VERDICT, Difference
from advisor.vault.faults import VaultFault
from pathways.content.words import VERDICTS, Label
from pathways.engine.assess import Verdict
from pathways.law import LAW

LATELY = 10  # so many of those seen last are listed
# A way that closes weighs more than one that opens; what is only explained otherwise weighs least.
_CHANCES = {Verdict.MET: 3, Verdict.EXCEPTION: 2, Verdict.OPEN: 2, Verdict.EXCLUDED: 1, Verdict.NOT_IN_FORCE: 1}
LOST, DUE, WON, OTHER = 4, 3, 2, 1


@dataclass(frozen=True, slots=True)
class MovedVerdict:
    """A pathway, by its norm, with its verdict before and now."""

    way: str
    before: Label | None
    now: Label | None


@dataclass(frozen=True, slots=True)
class Line:
    """An entry of the inbox; ``due``: the nearest deadline still open, also a new one; ``at_once``: without a day.

    ``person``: the name of whom it is about, empty in a case of one. ``deadlines``: how many are new, gone or moved;
    ``criteria``: how many. ``is_broken``: the case cannot be opened.
    """

    row: MovedResult
    person: str = ""
    due: date | None = None
    at_once: bool = False
    gravity: int = OTHER
    verdicts: tuple[MovedVerdict, ...] = ()
    deadlines: int = 0
    criteria: int = 0
    is_broken: bool = False


def moved_for(user: User) -> MovedQuerySet:
    """The results that moved in the running cases somebody may open."""
    running = Case.objects.visible_to(user).filter(closed_on=None)
    return MovedResult.objects.filter(case__in=running)


def count_for(user: User) -> int:
    """How many of them nobody has called seen; one query."""
    return moved_for(user).unseen().count()


def lines_for(user: User) -> list[Line]:
    """The inbox of somebody: the nearest deadline first, then the gravest; two queries."""
    rows = moved_for(user).unseen().select_related("case__key", "case__lead", "person")
    found = list(rows.prefetch_related("case__persons"))
    return sorted(map(_line, found), key=_place)


def seen_lately(user: User) -> QuerySet[MovedResult]:
    """What somebody of the team has called seen, the last first."""
    seen = moved_for(user).filter(seen_at__isnull=False).select_related("case", "seen_by")
    return seen.order_by("-seen_at", "-pk")[:LATELY]


def last_run(user: User) -> tuple[Run, Progress] | None:
    """The last run of somebody's office, with how far it is; None where there was none."""
    run = Run.objects.filter(office=user.office, cancelled_at=None).order_by("-at", "-pk").first()
    return (run, progress_of(run)) if run else None


def gravity(moved: Iterable[Difference]) -> int:
    """How grave it is: `LOST` where a way closes, `DUE` where a deadline is new or earlier, `WON`, `OTHER`."""
    return max((_weight(entry) for entry in moved), default=OTHER)


def _weight(entry: Difference) -> int:
    if entry.kind == DEADLINE:
        newer = entry.now is not None and (entry.before is None or _day(entry.now) < _day(entry.before))
        return DUE if newer else OTHER
    if entry.kind != VERDICT:
        return OTHER
    return LOST if _chance(entry.now) < _chance(entry.before) else WON


def _chance(verdict: str | None) -> int:
    return _CHANCES[Verdict(verdict)] if verdict in set(Verdict) else 0


def _day(day: str) -> date:
    return date.min if day == AT_ONCE else date.fromisoformat(day)


def _line(row: MovedResult) -> Line:
    case = row.case
    try:
        moved = open_moved(case, row)
        person = name_of(case, row.person) if len(case.persons.all()) > 1 else ""
    except VaultFault:
        return Line(row, due=case.next_due, at_once=case.acts_at_once, is_broken=True)
    new = [entry.now for entry in moved if entry.kind == DEADLINE and entry.now is not None]
    days = [date.fromisoformat(day) for day in new if day != AT_ONCE] + ([case.next_due] if case.next_due else [])
    return Line(
        row,
        person,
        min(days, default=None),
        case.acts_at_once or AT_ONCE in new,
        gravity(moved),
        tuple(moved_verdict(entry) for entry in moved if entry.kind == VERDICT),
        sum(entry.kind == DEADLINE for entry in moved),
        len({entry.id for entry in moved if entry.kind == CRITERION}),
    )


def moved_verdict(entry: Difference) -> MovedVerdict:
    """A verdict that moved, in words."""
    norms = {pathway.id: str(pathway.cite) for pathway in LAW.pathways}
    return MovedVerdict(norms.get(entry.id, entry.id), verdict_label(entry.before), verdict_label(entry.now))


def verdict_label(verdict: str | None) -> Label | None:
    """A verdict as it is shown; None where there was or is none."""
    return VERDICTS[Verdict(verdict)] if verdict in set(Verdict) else None


def _place(line: Line) -> tuple[date, int, str, int]:
    due = date.min if line.at_once else line.due or date.max
    return due, -line.gravity, line.row.case.reference, line.row.person_id
