"""The words a pathway file is written in: one constructor for each kind of criterion."""

from __future__ import annotations

from typing import TypedDict, Unpack

from pathways.engine.citations import Citation
from pathways.engine.conditions import NEVER, Condition
from pathways.engine.dated import Span
from pathways.engine.facts import Fact
from pathways.engine.pathway import (
    Asked,
    Criterion,
    Dispute,
    Disputed,
    Indication,
    Kind,
    Mode,
    Remedy,
    Rule,
    Waiver,
)

Cites = Citation | tuple[Citation, ...]


class More(TypedDict, total=False):
    """What every kind of criterion may add."""

    only: Mode
    in_extension: Rule | Asked
    contested: Dispute | Remedy
    disputed: tuple[Disputed, ...]
    remedies: tuple[Remedy, ...]
    speaks: tuple[Indication, ...]
    considers: tuple[Fact, ...]
    proof: tuple[str, ...]
    sources: tuple[Citation, ...]
    hint: str
    unverified: str
    span: Span


NOT_ASKED = Asked.NOT_IN_EXTENSION


def _cites(cite: Cites) -> tuple[Citation, ...]:
    return (cite,) if isinstance(cite, Citation) else cite


def _demand(
    kind: Kind, id: str, says: str, cite: Cites, holds: Condition, fails_on: Condition | None, more: More
) -> Criterion:
    return Criterion(id=id, kind=kind, says=says, cite=_cites(cite), rule=Rule(holds, fails_on), **more)


def mandatory(
    id: str,
    says: str,
    *,
    cite: Cites,
    holds: Condition,
    fails_on: Condition | None = None,
    **more: Unpack[More],
) -> Criterion:
    """A mandatory element of the norm (M)."""
    return _demand(Kind.MANDATORY, id, says, cite, holds, fails_on, more)


def step(id: str, says: str, *, cite: Cites, done: Condition, fails_on: Condition, **more: Unpack[More]) -> Criterion:
    """A mandatory outcome of a procedure (M): open while the step can still be taken, no only once it is refused."""
    return _demand(Kind.MANDATORY, id, says, cite, done, fails_on, more)


def bar(
    id: str,
    says: str,
    *,
    cite: Cites,
    holds: Condition,
    fails_on: Condition | None = None,
    **more: Unpack[More],
) -> Criterion:
    """A ground that forbids the title (B). ``holds``: it does not stand in the way."""
    return _demand(Kind.BAR, id, says, cite, holds, fails_on, more)


def waivable(
    id: str,
    says: str,
    *,
    cite: Cites,
    holds: Condition,
    fails_on: Condition | None = None,
    waiver: Waiver | None = None,
    **more: Unpack[More],
) -> Criterion:
    """A requirement of § 5 AufenthG (W); where it fails, the waiver is named and the verdict stays."""
    return _demand(Kind.WAIVABLE, id, says, cite, holds, fails_on, more).but(waiver=waiver)


def as_a_rule(id: str, says: str, *, cite: Cites, no_hit: Condition, hit: Condition, **more: Unpack[More]) -> Criterion:
    """An exclusion "in der Regel" (R): a hit makes a reasoned exception necessary."""
    return _demand(Kind.RULE, id, says, cite, no_hit, hit, more)


def land_ground(id: str, says: str, *, cite: Cites, no_hit: Condition, **more: Unpack[More]) -> Criterion:
    """A ground of Land law or practice (L): a hit keeps the verdict open, it never excludes."""
    return _demand(Kind.LAND, id, says, cite, no_hit, NEVER, more)


def extension(
    id: str,
    says: str,
    *,
    cite: Cites,
    holds: Condition,
    fails_on: Condition | None = None,
    **more: Unpack[More],
) -> Criterion:
    """A condition of the extension of the pathway's own title (X)."""
    return _demand(Kind.EXTENSION, id, says, cite, holds, fails_on, {"only": Mode.EXTENSION, **more})


def formal(id: str, says: str, *, cite: Cites, holds: Condition | None = None, **more: Unpack[More]) -> Criterion:
    """A step of form (F): open until taken, never decides."""
    rule = None if holds is None else Rule(holds, NEVER)
    return Criterion(id=id, kind=Kind.FORMAL, says=says, cite=_cites(cite), rule=rule, **more)


def factor(id: str, says: str, *, cite: Cites, **more: Unpack[More]) -> Criterion:
    """A factor of discretion (D): weighed by the authority, without a state of its own."""
    return Criterion(id=id, kind=Kind.FACTOR, says=says, cite=_cites(cite), **more)


def information(
    id: str, says: str, *, cite: Cites, trigger: Condition | None = None, **more: Unpack[More]
) -> Criterion:
    """Something to know (info); with a trigger it becomes a warning."""
    return Criterion(id=id, kind=Kind.INFO, says=says, cite=_cites(cite), trigger=trigger, **more)
