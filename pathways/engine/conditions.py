"""Conditions over facts: frozen data that can be walked, negated leaf by leaf, read in two ways, put into words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from pathways.engine.days import PartialDay, Period
from pathways.engine.truth import Truth

if TYPE_CHECKING:
    from pathways.engine.facts import Day, Fact, Value

NO, OPEN, YES = Truth.NO, Truth.OPEN, Truth.YES


class View(Protocol):
    """What a condition may look at: the answered values by fact id (pruned) and the day of the case."""

    @property
    def values(self) -> Mapping[str, Value]: ...

    @property
    def as_of(self) -> date: ...


class Condition:
    """A statement about a case that is YES, NO or OPEN. Built from facts and joined with ``&``, ``|`` and ``~``."""

    __slots__ = ()

    def evaluate(self, view: View) -> Truth:
        """The value in three-valued logic."""
        raise NotImplementedError

    def triggered(self, view: View) -> bool:
        """The reading of triggers and asking conditions: a leaf over an open fact does not hold, its negation does."""
        raise NotImplementedError

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The conditions this one is made of; empty for a leaf."""
        return ()

    def leaves(self) -> Iterator[Leaf]:
        """All leaves, in order of reading."""
        for part in self.parts:
            yield from part.leaves()

    def facts(self) -> Iterator[Fact]:
        """The facts read, in order of reading, possibly more than once."""
        for leaf in self.leaves():
            yield from leaf.reads

    @property
    def moves_with_the_day(self) -> bool:
        """Whether the day of the case itself is read, so that time alone can change the value."""
        return any(isinstance(leaf, By) and leaf.limit.base is None for leaf in self.leaves())

    def __and__(self, other: Condition) -> Condition:
        return All((*_members(self, All), *_members(other, All)))

    def __or__(self, other: Condition) -> Condition:
        return Any((*_members(self, Any), *_members(other, Any)))

    def __invert__(self) -> Condition:
        return self.part if isinstance(self, Not) else Not(self)


def _members(condition: Condition, joined: type[All] | type[Any]) -> tuple[Condition, ...]:
    return condition.members if isinstance(condition, joined) else (condition,)


@dataclass(frozen=True, slots=True)
class All(Condition):
    """Every member holds."""

    members: tuple[Condition, ...]

    @property
    def parts(self) -> tuple[Condition, ...]:
        return self.members

    def evaluate(self, view: View) -> Truth:
        result = YES
        for member in self.members:
            value = member.evaluate(view)
            if value is NO:
                return NO
            if value is OPEN:
                result = OPEN
        return result

    def triggered(self, view: View) -> bool:
        return all(member.triggered(view) for member in self.members)


@dataclass(frozen=True, slots=True)
class Any(Condition):
    """At least one member holds."""

    members: tuple[Condition, ...]

    @property
    def parts(self) -> tuple[Condition, ...]:
        return self.members

    def evaluate(self, view: View) -> Truth:
        result = NO
        for member in self.members:
            value = member.evaluate(view)
            if value is YES:
                return YES
            if value is OPEN:
                result = OPEN
        return result

    def triggered(self, view: View) -> bool:
        return any(member.triggered(view) for member in self.members)


@dataclass(frozen=True, slots=True)
class Not(Condition):
    """The part does not hold."""

    part: Condition

    @property
    def parts(self) -> tuple[Condition, ...]:
        return (self.part,)

    def evaluate(self, view: View) -> Truth:
        return ~self.part.evaluate(view)

    def triggered(self, view: View) -> bool:
        return not self.part.triggered(view)


@dataclass(frozen=True, slots=True)
class NeverNo(Condition):
    """The part, but open where the part is no: its absence speaks against the person and decides nothing."""

    part: Condition

    @property
    def parts(self) -> tuple[Condition, ...]:
        return (self.part,)

    def evaluate(self, view: View) -> Truth:
        return self.part.evaluate(view) | OPEN

    def triggered(self, view: View) -> bool:
        return self.part.triggered(view)


@dataclass(frozen=True, slots=True)
class FinerFirst(Condition):
    """Two questions for one matter: the finer decides where it is answered, otherwise the coarse one."""

    fine: Fact
    by_fine: Condition
    by_coarse: Condition

    @property
    def parts(self) -> tuple[Condition, ...]:
        return (self.by_fine, self.by_coarse)

    def facts(self) -> Iterator[Fact]:
        yield self.fine
        yield from Condition.facts(self)

    def evaluate(self, view: View) -> Truth:
        return (self.by_fine if self.fine.id in view.values else self.by_coarse).evaluate(view)

    def triggered(self, view: View) -> bool:
        return (self.by_fine if self.fine.id in view.values else self.by_coarse).triggered(view)


class Leaf(Condition):
    """A condition that reads facts itself."""

    __slots__ = ()

    @property
    def reads(self) -> tuple[Fact, ...]:
        """The facts this leaf reads."""
        raise NotImplementedError

    def leaves(self) -> Iterator[Leaf]:
        yield self

    def triggered(self, view: View) -> bool:
        return self.evaluate(view) is YES


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
class Is(Leaf):
    """A yes-or-no fact has this value."""

    fact: Fact
    value: bool

    @property
    def reads(self) -> tuple[Fact, ...]:
        return (self.fact,)

    def evaluate(self, view: View) -> Truth:
        value = view.values.get(self.fact.id)
        if value is None:
            return OPEN
        return YES if value is self.value else NO


@dataclass(frozen=True, slots=True)
class Among(Leaf):
    """One of the answers is one of the values."""

    fact: Fact
    options: frozenset[str]

    @property
    def reads(self) -> tuple[Fact, ...]:
        return (self.fact,)

    def evaluate(self, view: View) -> Truth:
        value = view.values.get(self.fact.id)
        if value is None:
            return OPEN
        if isinstance(value, frozenset):
            return NO if value.isdisjoint(self.options) else YES
        return YES if value in self.options else NO


@dataclass(frozen=True, slots=True)
class Exactly(Leaf):
    """The answers are these values and no other."""

    fact: Fact
    options: frozenset[str]

    @property
    def reads(self) -> tuple[Fact, ...]:
        return (self.fact,)

    def evaluate(self, view: View) -> Truth:
        value = view.values.get(self.fact.id)
        if value is None:
            return OPEN
        return YES if value == self.options else NO


@dataclass(frozen=True, slots=True)
class Within(Leaf):
    """No answer lies outside the values."""

    fact: Fact
    options: frozenset[str]

    @property
    def reads(self) -> tuple[Fact, ...]:
        return (self.fact,)

    def evaluate(self, view: View) -> Truth:
        value = view.values.get(self.fact.id)
        if not isinstance(value, frozenset):
            return OPEN
        return YES if value <= self.options else NO


@dataclass(frozen=True, slots=True)
class Known(Leaf):
    """There is an answer; open until then."""

    fact: Fact

    @property
    def reads(self) -> tuple[Fact, ...]:
        return (self.fact,)

    def evaluate(self, view: View) -> Truth:
        return YES if self.fact.id in view.values else OPEN


@dataclass(frozen=True, slots=True)
class Missing(Leaf):
    """There is no answer; for indications only, because learning more makes it untrue."""

    fact: Fact

    @property
    def reads(self) -> tuple[Fact, ...]:
        return (self.fact,)

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


def all_of(*members: Condition) -> Condition:
    """Every one of the conditions holds."""
    return All(members)


def any_of(*members: Condition) -> Condition:
    """At least one of the conditions holds."""
    return Any(members)


def never_no(part: Condition) -> Condition:
    """The condition, open instead of no."""
    return NeverNo(part)


def finer_first(fine: Fact, by_fine: Condition, by_coarse: Condition) -> Condition:
    """``by_fine`` where the finer fact is answered, otherwise ``by_coarse``."""
    return FinerFirst(fine, by_fine, by_coarse)


def unless_known(fact: Fact, condition: Condition) -> Condition:
    """The condition where the fact is answered; fulfilled while it is not.

    For what the law catalogue puts as "but": an exception that counts only once it is known.
    """
    return FinerFirst(fact, condition, ALWAYS)
