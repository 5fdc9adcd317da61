"""What each question is asked for: the criteria, deadlines and other routes that read it, from the law itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pathways.engine.agenda import uses
from pathways.engine.citations import joined
from pathways.engine.conditions import Condition
from pathways.engine.facts import Fact
from pathways.engine.routes import Deadline
from pathways.law import LAW
from pathways.law.enforceable import ROWS
from pathways.law.facts import ENFORCEABLY_REQUIRED_TO_LEAVE
from pathways.law.sources import aufenthg


@dataclass(frozen=True, slots=True)
class Need:
    """What an answer serves, as a sentence, and where that stands; ``decides``: a requirement hangs on it."""

    says: str
    norm: str
    decides: bool = False

    def __str__(self) -> str:
        return f"{self.says} ({self.norm})" if self.norm else self.says


@cache
def needs_of() -> Mapping[str, tuple[Need, ...]]:
    """What each question serves, by the id of its fact; what decides comes first, nothing where no rule reads it."""
    found: dict[str, dict[Need, None]] = {fact.id: {} for fact in LAW.facts}
    for fact_id, need in (*_criteria(), *_deadlines(), *_referrals(), *_modes(), *_proposals(), *_follow_up()):
        found[fact_id].setdefault(need)
    return {fact_id: tuple(sorted(needs, key=lambda need: not need.decides)) for fact_id, needs in found.items()}


def _criteria() -> Iterator[tuple[str, Need]]:
    for fact_id, entries in uses(LAW).items():
        deciding = {entry.criterion.id for entry in entries if entry.decides}
        for entry in entries:
            criterion = entry.criterion
            yield fact_id, Need(criterion.says, joined(criterion.cite), criterion.id in deciding)


def _deadlines() -> Iterator[tuple[str, Need]]:
    for deadline in LAW.deadlines:
        need = Need(f"Frist erkennen: {deadline.title}", joined(deadline.wordings[0].cite))
        starts = {due.start for due in deadline.due}
        for fact in LAW.in_order(starts | _read(_conditions_of(deadline))):
            yield fact.id, need


def _conditions_of(deadline: Deadline) -> Iterator[Condition]:
    yield deadline.when
    yield from (wording.when for wording in deadline.wordings)
    for due in deadline.due:
        yield due.when
        yield from (condition for condition, _ in due.instead)


def _referrals() -> Iterator[tuple[str, Need]]:
    for referral in LAW.referrals:
        for fact in LAW.in_order(_read([referral.when])):
            yield fact.id, Need(f"anderen Weg erkennen: {referral.title}", joined(referral.cite[:1]))


def _modes() -> Iterator[tuple[str, Need]]:
    conditions = [row.when for pathway in LAW.pathways for row in pathway.modes]
    for fact in LAW.in_order(_read(conditions)):
        yield fact.id, Need("unterscheiden, ob es um die erste Erteilung oder um eine Verlängerung geht", "")


def _proposals() -> Iterator[tuple[str, Need]]:
    need = Need(f"Antwort vorschlagen: {ENFORCEABLY_REQUIRED_TO_LEAVE.label}", joined((aufenthg("58", 2),)))
    for fact in LAW.in_order(_read(row.when for row in ROWS)):
        yield fact.id, need


def _follow_up() -> Iterator[tuple[str, Need]]:
    opened: dict[str, int] = {}
    for asked, condition in LAW.asked_if.items():
        for fact in _read([condition]) - {asked}:
            opened[fact.id] = opened.get(fact.id, 0) + 1
    for fact_id, count in opened.items():
        yield fact_id, Need(f"entscheiden, ob {count} andere Fragen überhaupt gestellt werden", "")


def _read(conditions: Iterable[Condition]) -> set[Fact]:
    return {fact for condition in conditions for fact in condition.facts()}
