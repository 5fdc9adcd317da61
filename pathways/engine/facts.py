"""What can be known about a person: typed facts, their answers, and the ways an answer can be missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from functools import cached_property
from typing import ClassVar

from pathways.engine import conditions as c
from pathways.engine.days import PartialDay, Period

Value = bool | str | frozenset[str] | PartialDay


class Gap(Enum):
    """Why there is no answer. All three are open to the rules; they differ on screen and on paper."""

    NOT_ASKED = "not_asked"
    NOT_KNOWN = "unknown"
    DECLINED = "declined"


class Proof(StrEnum):
    """How well an answer is supported; shown and printed, never seen by the rules."""

    TOLD = "told"
    DOCUMENT_SEEN = "document_seen"
    DOCUMENT_MISSING = "document_missing"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to one question: a value or the reason why there is none, its proof state and a note."""

    value: Value | Gap
    proof: Proof | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a fact with several: its stable id and its words in German and English."""

    id: str
    label: str
    label_en: str


@dataclass(frozen=True, eq=False, kw_only=True)
class Fact:
    """One thing to find out, with its question.

    ``burden``: how hard the question is to ask, 0 (paper) to 3 (painful). ``derived``: the program proposes a value,
    the adviser decides. ``judgement``: an open legal concept that only the adviser can answer. ``note``: for whoever
    edits the vocabulary; ``note_de``, ``note_en``: what helps whoever answers.
    """

    id: str
    section: str
    label: str
    label_en: str
    ask: str
    ask_en: str
    burden: int = 0
    sensitive: bool = False
    derived: bool = False
    judgement: bool = False
    note: str = ""
    note_de: str = ""
    note_en: str = ""
    kind: ClassVar[str] = ""

    def __post_init__(self) -> None:
        if not 0 <= self.burden <= 3:
            raise ValueError(f"{self.id}: a burden lies between 0 and 3")

    def __repr__(self) -> str:
        return f"<{self.id}>"

    @cached_property
    def known(self) -> c.Condition:
        """There is an answer, whatever it says; open until then."""
        return c.Known(self)

    @cached_property
    def missing(self) -> c.Condition:
        """There is no answer (yet). Never open: for what is shown, in a rule only beside an answer that stands in."""
        return c.Missing(self)


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class YesNo(Fact):
    """A fact that is so or not so. ``asked_in_reverse``: the question asks for the opposite of what is stored."""

    asked_in_reverse: bool = False
    kind: ClassVar[str] = "bool"

    @cached_property
    def yes(self) -> c.Condition:
        """The answer is yes."""
        return c.Is(self, True)

    @cached_property
    def no(self) -> c.Condition:
        """The answer is no. Unlike ``~fact.yes`` it is not fulfilled while a trigger reads an open fact."""
        return c.Is(self, False)

    @property
    def judged(self) -> c.Condition:
        """The adviser's judgement is yes; TypeError where the fact is none."""
        if not self.judgement:
            raise TypeError(f"{self.id} is no judgement")
        return self.yes


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class _Several(Fact):
    """What facts with named values share."""

    choices: tuple[Choice, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Choice]:
        """The choices by id."""
        return {choice.id: choice for choice in self.choices}

    def check(self, values: tuple[str, ...]) -> frozenset[str]:
        """The values as a set; ValueError where one is none of this fact or given twice."""
        if not values or len(set(values)) != len(values):
            raise ValueError(f"{self.id}: no value, or one twice: {values}")
        if wrong := [value for value in values if value not in self.by_id]:
            raise ValueError(f"{self.id}: no such value: {wrong}")
        return frozenset(values)

    def among(self, *values: str) -> c.Condition:
        """One of the answers is one of these values."""
        return c.Among(self, self.check(values))

    def not_among(self, *values: str) -> c.Condition:
        """None of the answers is one of these values."""
        return ~self.among(*values)

    @cached_property
    def some(self) -> c.Condition:
        """Answered, and with something other than ``none``."""
        return c.Among(self, frozenset(self.by_id) - {"none"})


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class OneOf(_Several):
    """A fact with exactly one of several values."""

    kind: ClassVar[str] = "enum"


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class SomeOf(_Several):
    """A fact with one or more of several values; ``none`` stands alone."""

    kind: ClassVar[str] = "multi"

    def only(self, *values: str) -> c.Condition:
        """The answers are exactly these values."""
        return c.Exactly(self, self.check(values))

    def within(self, *values: str) -> c.Condition:
        """No answer lies outside these values."""
        return c.Within(self, self.check(values))


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class Day(Fact):
    """A fact that is a day, perhaps only known by month or year."""

    kind: ClassVar[str] = "date"

    def by(self, limit: c.Moment | Day | date) -> c.Condition:
        """The day lies on or before the limit: a moment, another fact's day or a fixed day."""
        return c.By(self, c.moment(limit))

    def after(self, limit: c.Moment | Day | date) -> c.Condition:
        """The day lies after the limit."""
        return ~self.by(limit)

    def lasted(self, period: Period) -> c.Condition:
        """Since that day at least the period has passed."""
        return self.by(c.AS_OF - period)

    def __add__(self, period: Period) -> c.Moment:
        return c.Moment(self, period)

    def __sub__(self, period: Period) -> c.Moment:
        return c.Moment(self, -period)


Answers = Mapping[str, Answer]
