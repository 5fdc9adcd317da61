"""Law has a date: values that hold from one day to another, and the refusal to guess outside of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T")


class NotInForce(LookupError):
    """On that day no edition is in force."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days a rule is in force: from ``since`` (None: always) to ``until`` included (None: open end)."""

    since: date | None = None
    until: date | None = None
    unverified: bool = False

    def covers(self, day: date) -> bool:
        """Whether the rule is in force on the day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


ALL_TIME = Span()


@dataclass(frozen=True, slots=True)
class Edition(Generic[T]):
    """One wording or value and the days it holds."""

    value: T
    span: Span = ALL_TIME


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """A value that changed over time; editions must not overlap."""

    editions: tuple[Edition[T], ...]

    def at(self, day: date) -> T:
        """The value in force on the day; NotInForce outside every edition, never the latest value."""
        for edition in self.editions:
            if edition.span.covers(day):
                return edition.value
        raise NotInForce(day.isoformat())

    def nearest(self, day: date) -> T:
        """The value in force on the day or, for naming it only, the first one to come or the last one there was."""
        for edition in self.editions:
            if edition.span.until is None or day <= edition.span.until:
                return edition.value
        return self.editions[-1].value

    def covers(self, day: date) -> bool:
        """Whether there is a value on the day."""
        return any(edition.span.covers(day) for edition in self.editions)


def always(value: T) -> Dated[T]:
    """A value that never changed."""
    return Dated((Edition(value),))
