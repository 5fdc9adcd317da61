"""Days as people know them: full, or only the month or the year; and periods counted as in §§ 187–188 BGB."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDay:
    """A day of which perhaps only the month or the year is known; it stands for every day from earliest to latest."""

    earliest: date
    latest: date

    @classmethod
    def parse(cls, text: str) -> PartialDay:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; ValueError where the shape or the calendar does not fit."""
        match = _SHAPE.fullmatch(text)
        if match is None:
            raise ValueError("not of the form YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = (int(part) if part else None for part in match.groups())
        if year is None or year < 1:
            raise ValueError("no such year in the calendar")
        if month is None:
            return cls(date(year, 1, 1), date(year, 12, 31))
        if not 1 <= month <= 12:
            raise ValueError("no such month in the calendar")
        if day is None:
            return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        if not 1 <= day <= monthrange(year, month)[1]:
            raise ValueError("no such day in the calendar")
        return cls(date(year, month, day), date(year, month, day))

    @classmethod
    def on(cls, day: date) -> PartialDay:
        """The fully known ``day``."""
        return cls(day, day)

    @property
    def is_exact(self) -> bool:
        """Whether the very day is known."""
        return self.earliest == self.latest

    def __str__(self) -> str:
        if self.is_exact:
            return self.earliest.isoformat()
        if self.earliest.month == self.latest.month:
            return self.earliest.isoformat()[:7]
        return self.earliest.isoformat()[:4]


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time in calendar months and days; may be negative."""

    months: int = 0
    days: int = 0

    def __neg__(self) -> Period:
        return Period(-self.months, -self.days)

    def after(self, day: date) -> date:
        """The day this period later; a month that lacks the day ends on its last one (§ 188 Abs. 3 BGB).

        Days before the year 1 or after 9999 are cut to the ends of the calendar.
        """
        index = day.year * 12 + day.month - 1 + self.months
        year, month = index // 12, index % 12 + 1
        if year < 1:
            return date.min
        if year > 9999:
            return date.max
        shifted = date(year, month, min(day.day, monthrange(year, month)[1]))
        try:
            return shifted + timedelta(days=self.days)
        except OverflowError:
            return date.max if self.days > 0 else date.min


def years(number: int) -> Period:
    """A period of whole years."""
    return Period(months=12 * number)


def months(number: int) -> Period:
    """A period of whole months."""
    return Period(months=number)


def weeks(number: int) -> Period:
    """A period of whole weeks."""
    return Period(days=7 * number)


def days(number: int) -> Period:
    """A period of days."""
    return Period(days=number)
