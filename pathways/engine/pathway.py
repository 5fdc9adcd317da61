"""What a pathway to a residence title consists of: criteria of nine kinds, waivers, disputes, remedies, two modes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, StrEnum

from pathways.engine.citations import Citation
from pathways.engine.conditions import ALWAYS, Condition
from pathways.engine.dated import ALL_TIME, Dated, Span
from pathways.engine.facts import Fact, OneOf


class Kind(StrEnum):
    """What a criterion does to the verdict; the letters are those of the law catalogue."""

    MANDATORY = "mandatory"  # M
    WAIVABLE = "waivable"  # W: a requirement of § 5 that can be waived; never lowers the verdict
    RULE = "rule"  # R: excluded "in der Regel"; a hit makes an exception necessary
    LAND = "land"  # L: a ground of Land law; keeps the verdict open
    FACTOR = "factor"  # D: weighed, never decides
    FORMAL = "formal"  # F: a step of form
    BAR = "bar"  # B
    EXTENSION = "extension"  # X: asked only where the pathway's own title is extended
    INFO = "info"


COUNTING = frozenset({Kind.MANDATORY, Kind.BAR, Kind.RULE, Kind.LAND, Kind.EXTENSION})
EXCLUDING = frozenset({Kind.MANDATORY, Kind.BAR, Kind.EXTENSION})


class Grant(StrEnum):
    """How firmly the norm promises the title."""

    SHALL = "shall"  # ist zu erteilen
    SHOULD = "should"  # soll
    MAY = "may"  # kann
    MAY_ORDER = "may_order"  # darf anordnen


class Mode(StrEnum):
    """Whether a pathway is judged for the first grant or for the extension of its own title."""

    FIRST_GRANT = "first_grant"
    EXTENSION = "extension"


class Manner(StrEnum):
    """Whether a requirement must be waived (gebunden) or may be (Ermessen)."""

    MUST = "must"
    MAY = "may"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A norm that lets a requirement of § 5 be waived."""

    manner: Manner
    cite: tuple[Citation, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a dispute and who holds it; ``unverified`` where nobody has been seen to hold it."""

    text: str
    cite: tuple[Citation, ...] = ()
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question that courts or authorities answer differently; never settled by the program."""

    number: int
    question: str
    positions: tuple[Position, Position]


@dataclass(frozen=True, slots=True)
class Disputed:
    """A dispute in the cases it concerns."""

    dispute: Dispute
    when: Condition = ALWAYS
    span: Span = ALL_TIME


class Cure(StrEnum):
    """What helps against a criterion that is not fulfilled: time alone, someone's action, or nothing."""

    TIME = "time"
    ACTION = "action"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Remedy:
    """What can be done where a criterion is not fulfilled or not yet."""

    text: str
    cite: tuple[Citation, ...] = ()
    when: Condition = ALWAYS
    cure: Cure = Cure.ACTION
    span: Span = ALL_TIME


class Side(StrEnum):
    """Which way an indication points."""

    FOR = "for"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class Indication:
    """A point for or against an open legal concept; shown to the adviser, never computed to a result.

    ``id`` is that of the list of indications (``A+1``), None for a contra of the law catalogue.
    """

    id: str | None
    side: Side
    text: str
    when: Condition
    cite: tuple[Citation, ...] = ()


class Asked(Enum):
    """How extension mode treats a criterion of the first grant, where it is not asked unchanged."""

    NOT_IN_EXTENSION = "not asked"


@dataclass(frozen=True, slots=True)
class Rule:
    """How facts decide a demand.

    ``holds``: fulfilled. ``fails_on``: decided against the person, and stronger than ``holds``; without it the demand
    fails where ``holds`` is no. What is neither is open.
    """

    holds: Condition
    fails_on: Condition | None = None

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions of the rule."""
        return (self.holds,) if self.fails_on is None else (self.holds, self.fails_on)


@dataclass(frozen=True, eq=False, kw_only=True, slots=True)
class Criterion:
    """One demand of a pathway, as a sentence with its pin-cite and the facts that decide it."""

    id: str
    kind: Kind
    says: str
    cite: tuple[Citation, ...]
    rule: Rule | None = None  # None: no demand, the state stays open
    only: Mode | None = None
    in_extension: Rule | Asked | None = None  # None: asked as in the first grant
    contested: Dispute | Remedy | None = None  # what would be no stays open because of this
    waiver: Waiver | None = None
    disputed: tuple[Disputed, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    speaks: tuple[Indication, ...] = ()
    considers: tuple[Fact, ...] = ()  # weighed or printed, not read for the state
    trigger: Condition | None = None  # info: when the warning is given
    proof: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()
    hint: str = ""
    unverified: str = ""
    span: Span = ALL_TIME

    def but(self, **changes: object) -> Criterion:
        """The same criterion with some parts changed for one pathway."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, eq=False, slots=True)
class ModeRow:
    """A row of the table that decides the mode: the first row whose trigger is fulfilled counts.

    ``softens``: the norm of the title is not known, so what extension mode would not ask is open instead of no.
    """

    when: Condition
    mode: Mode
    softens: bool = False


@dataclass(frozen=True, slots=True)
class Effect:
    """What a title gives in one respect (work, benefits, family …), comparable across pathways, and where it stands."""

    topic: str
    text: str
    cite: tuple[Citation, ...]


@dataclass(frozen=True, eq=False, kw_only=True, slots=True)
class Pathway:
    """One residence title: when it can be granted or extended, how firmly, and since when it exists."""

    id: str
    title: str
    cite: Citation
    grant: Dated[Grant]
    consequence: str
    modes: tuple[ModeRow, ...]
    title_norm: OneOf  # the fact that names the norm of the present title; reported open while a row softens
    criteria: tuple[Criterion, ...]

    def criterion(self, criterion_id: str) -> Criterion:
        """The criterion with that id, of several editions the latest; KeyError where the pathway has none."""
        for criterion in reversed(self.criteria):
            if criterion.id == criterion_id:
                return criterion
        raise KeyError(criterion_id)

    @property
    def hangs_on_the_land(self) -> bool:
        """Whether Land law has grounds of its own for this title, and so a procedure of its own."""
        return any(criterion.kind is Kind.LAND for criterion in self.criteria)

    def in_force(self, day: date) -> bool:
        """Whether the norm exists on the day."""
        return self.grant.covers(day)
