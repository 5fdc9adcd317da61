"""The leaves of conditions: what can be asked of one fact, and days compared with other days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pathways.engine.days import PartialDay, Period
from pathways.engine.joints import Leaf, View
from pathways.engine.truth import Truth

if TYPE_CHECKING:
    from pathways.engine.facts import Day, Fact

NO, OPEN, YES = Truth.NO, Truth.OPEN, Truth.YES


@dataclass(frozen=True, slots=True)
class Constant(Leaf):
    """A demand no fact is asked for."""

    value: Truth

    @property
    def reads(self) -> tuple[Fact, ...]:
        return ()

    def evaluate(self, view: View) -> Truth:
        return self.value


ALWAYS = Constant(YES)
NEVER = Constant(NO)
UNDECIDED = Constant(OPEN)


@dataclass(frozen=True, slots=True)
class OneFactLeaf(Leaf):
    """What leaves over a single fact share."""

    fact: Fact

    @property
    def reads(self) -> tuple[Fact, ...]:
        return (self.fact,)


@dataclass(frozen=True, slots=True)
class Is(OneFactLeaf):
    """A yes-or-no fact has this value."""

    value: bool

    def evaluate(self, view: View) -> Truth:
        value = view.values.get(self.fact.id)
        if value is None:
            return OPEN
        return YES if value is self.value else NO


@dataclass(frozen=True, slots=True)
class Among(OneFactLeaf):
    """One of the answers is one of the values."""

    options: frozenset[str]

    def evaluate(self, view: View) -> Truth:
        value = view.values.get(self.fact.id)
        if value is None:
            return OPEN
        if isinstance(value, frozenset):
            return NO if value.isdisjoint(self.options) else YES
        return YES if value in self.options else NO


@dataclass(frozen=True, slots=True)
class Exactly(OneFactLeaf):
    """The answers are these values and no other."""

    options: frozenset[str]

    def evaluate(self, view: View) -> Truth:
        value = view.values.get(self.fact.id)
        if value is None:
            return OPEN
        return YES if value == self.options else NO


@dataclass(frozen=True, slots=True)
class Within(OneFactLeaf):
    """No answer lies outside the values."""

    options: frozenset[str]

    def evaluate(self, view: View) -> Truth:
        value = view.values.get(self.fact.id)
        if not isinstance(value, frozenset):
            return OPEN
        return YES if value <= self.options else NO


@dataclass(frozen=True, slots=True)
class Known(OneFactLeaf):
    """There is an answer; open until then."""

    def evaluate(self, view: View) -> Truth:
        return YES if self.fact.id in view.values else OPEN


@dataclass(frozen=True, slots=True)
class Missing(OneFactLeaf):
    """There is no answer. Learning more makes it untrue, so a rule reads it only beside an answer that stands in."""

    def evaluate(self, view: View) -> Truth:
        return NO if self.fact.id in view.values else YES


@dataclass(frozen=True, slots=True)
class Moment:
    """A day given by another: the day of the case (``base`` None), a fact's day or a fixed day, moved by a period."""

    base: Day | date | None = None
    offset: Period = Period()

    def __sub__(self, period: Period) -> Moment:
        return self + -period

    def __add__(self, period: Period) -> Moment:
        return Moment(self.base, Period(self.offset.months + period.months, self.offset.days + period.days))

    def resolve(self, view: View) -> PartialDay | None:
        """The day, with its earliest and latest reading; None while the fact is open."""
        if self.base is None:
            day = PartialDay.on(view.as_of)
        elif isinstance(self.base, date):
            day = PartialDay.on(self.base)
        else:
            value = view.values.get(self.base.id)
            if not isinstance(value, PartialDay):
                return None
            day = value
        return PartialDay(self.offset.after(day.earliest), self.offset.after(day.latest))


AS_OF = Moment()


def moment(limit: Moment | Day | date) -> Moment:
    """A day fact or a fixed day as a moment."""
    return limit if isinstance(limit, Moment) else Moment(limit)


@dataclass(frozen=True, slots=True)
class By(Leaf):
    """A day lies on or before a limit; open where an imprecise day allows both."""

    fact: Day
    limit: Moment

    @property
    def moves_with_the_day(self) -> bool:
        return self.limit.base is None

    @property
    def reads(self) -> tuple[Fact, ...]:
        base = self.limit.base
        return (self.fact,) if base is None or isinstance(base, date) else (self.fact, base)

    def evaluate(self, view: View) -> Truth:
        value = view.values.get(self.fact.id)
        limit = self.limit.resolve(view)
        if not isinstance(value, PartialDay) or limit is None:
            return OPEN
        if value.latest <= limit.earliest:
            return YES
        return NO if value.earliest > limit.latest else OPEN
