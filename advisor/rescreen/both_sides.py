"""An entry of the inbox in words: how it was and how it is, criterion by criterion, and which change of law did it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from advisor.rescreen.inbox import verdict_label
from advisor.rescreen.law_states import LawText, Said, recalled
from advisor.rescreen.models import MovedResult
from advisor.rescreen.stand import AT_ONCE, CRITERION, DEADLINE, STATE_OF, VERDICT, Difference
from pathways.content.words import STATES, Label, marked
from pathways.law import LAW

NEW = _("Neu im Recht")
GONE = _("Gilt nicht mehr")
OTHER = _("Regel geändert")
FOLLOWS = _("Unverändert; anders, weil sich etwas geändert hat, wovon es abhängt")
BY_TIME = _("Durch Zeitablauf")


@dataclass(frozen=True, slots=True)
class Side:
    """How something was or is: its state, or its day (``at_once``: without one), and what the law of that side says.

    Without state, day and `at_once` it was or is not asked, or does not run; ``said`` None: it is not in that law.
    """

    state: Label | None = None
    day: date | None = None
    at_once: bool = False
    said: Said | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """A criterion or a deadline on both sides.

    ``same_words``: its sentence is the same on both; ``other_rule``: the rule is another, to be read on both.
    """

    title: str
    before: Side
    now: Side
    cause: str | Promise
    same_words: bool
    other_rule: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """A pathway in which something moved; ``before``, ``now``: its verdict, None where that is as it was.

    ``id``: empty where the program of now has no such pathway.
    """

    id: str
    title: str
    cite: str
    before: Label | None
    now: Label | None
    is_moved: bool
    criteria: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class BothSides:
    """An entry in words. ``knows_criteria``: whether it was kept how the criteria stood before."""

    ways: tuple[Way, ...]
    deadlines: tuple[Moved, ...]
    knows_criteria: bool
    other_law: bool
    other_texts: bool


def both_sides(row: MovedResult, moved: tuple[Difference, ...]) -> BothSides:
    """What moved, with both versions of the law as far as they are kept; at most two queries."""
    sides = _Sides(recalled(row.law_before), row.day_before, recalled(row.law_now), row.day_now)
    pathways = dict.fromkeys(entry.pathway for entry in moved if entry.kind in (VERDICT, CRITERION))
    return BothSides(
        tuple(sides.way(pathway, moved) for pathway in sides.in_order(pathways)),
        tuple(sides.deadline(entry) for entry in moved if entry.kind == DEADLINE),
        any(entry.kind == CRITERION for entry in moved) or not any(entry.kind == VERDICT for entry in moved),
        row.law_before != row.law_now,
        row.texts_before != row.texts_now,
    )


@dataclass(frozen=True, slots=True)
class _Sides:
    """Both versions of the law, each on the day it was judged by."""

    old: LawText | None
    day_before: date
    new: LawText | None
    day_now: date

    def in_order(self, pathways: Iterable[str]) -> list[str]:
        """Pathway ids in the order of the law, those it no longer has last."""
        order = list(self.new.orders) if self.new else []
        return sorted(pathways, key=lambda key: order.index(key) if key in order else len(order))

    def way(self, pathway: str, moved: tuple[Difference, ...]) -> Way:
        """A pathway with what moved in it."""
        title, cite = next((found for law in (self.new, self.old) if law and (found := law.title(pathway))), ("", ""))
        verdict = next((entry for entry in moved if entry.kind == VERDICT and entry.id == pathway), None)
        criteria = [entry for entry in moved if entry.kind == CRITERION and entry.pathway == pathway]
        return Way(
            pathway if pathway in {known.id for known in LAW.pathways} else "",
            title or pathway,
            marked(cite),
            verdict_label(verdict.before) if verdict else None,
            verdict_label(verdict.now) if verdict else None,
            verdict is not None,
            tuple(self.criterion(entry) for entry in criteria),
        )

    def criterion(self, entry: Difference) -> Moved:
        """A criterion on both sides."""
        was = self.old.criterion(entry.pathway, entry.id, self.day_before) if self.old else None
        is_now = self.new.criterion(entry.pathway, entry.id, self.day_now) if self.new else None
        return _moved(entry, Side(_state(entry.before), said=_said(was)), Side(_state(entry.now), said=_said(is_now)))

    def deadline(self, entry: Difference) -> Moved:
        """A deadline on both sides."""
        was = self.old.deadline(entry.id) if self.old else None
        is_now = self.new.deadline(entry.id) if self.new else None
        return _moved(entry, _due(entry.before, was), _due(entry.now, is_now))


def _moved(entry: Difference, before: Side, now: Side) -> Moved:
    said = now.said or before.said
    one_sided = before.said is None or now.said is None
    same = one_sided or (before.said and before.said.says) == (now.said and now.said.says)
    cause = _cause(entry, before.said, now.said)
    return Moved(said.says if said else entry.id, before, now, cause, same, other_rule=cause in (OTHER, NEW, GONE))


def _cause(entry: Difference, was: Said | None, is_now: Said | None) -> str | Promise:
    if not entry.by_law:
        return BY_TIME
    if was is None and is_now is not None:
        return NEW
    if is_now is None:
        return GONE
    return OTHER if was is not None and was.digest != is_now.digest else FOLLOWS


def _due(day: str | None, said: Said | None) -> Side:
    exact = date.fromisoformat(day) if day and day != AT_ONCE else None
    return Side(day=exact, at_once=day == AT_ONCE, said=_said(said))


def _state(letter: str | None) -> Label | None:
    return STATES[STATE_OF[letter]] if letter in STATE_OF else None


def _said(said: Said | None) -> Said | None:
    return said and Said(marked(said.says), marked(said.cite), said.digest, said.holds, said.fails_on)
