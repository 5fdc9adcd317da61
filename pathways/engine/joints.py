"""Conditions over facts: data that can be walked and read in two ways, and the joints that combine them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NoReturn, Protocol

from pathways.engine.truth import Truth

if TYPE_CHECKING:
    from pathways.engine.facts import Fact, Value

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
        return any(leaf.moves_with_the_day for leaf in self.leaves())

    def __and__(self, other: Condition) -> Condition:
        return All((*_members(self, All), *_members(other, All)))

    def __or__(self, other: Condition) -> Condition:
        return Any((*_members(self, Any), *_members(other, Any)))

    def __bool__(self) -> NoReturn:
        # `a and b` would silently drop a; conditions are joined with `&`, `|` and `~`.
        raise TypeError("a condition is neither true nor false; join conditions with &, | and ~")

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

    @property
    def moves_with_the_day(self) -> bool:
        return False

    def leaves(self) -> Iterator[Leaf]:
        yield self

    def triggered(self, view: View) -> bool:
        return self.evaluate(view) is YES
