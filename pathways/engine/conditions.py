"""The vocabulary of conditions: leaves and joints in one place, and the words a law file joins them with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathways.engine.joints import All, Any, Condition, FinerFirst, Leaf, NeverNo, Not, View
from pathways.engine.leaves import (
    ALWAYS,
    AS_OF,
    NEVER,
    UNDECIDED,
    Among,
    By,
    Constant,
    Exactly,
    Is,
    Known,
    Missing,
    Moment,
    Within,
    moment,
)

if TYPE_CHECKING:
    from pathways.engine.facts import Fact

__all__ = [
    "ALWAYS", "AS_OF", "NEVER", "UNDECIDED", "All", "Among", "Any", "By", "Condition", "Constant", "Exactly",
    "FinerFirst", "Is", "Known", "Leaf", "Missing", "Moment", "NeverNo", "Not", "View", "Within", "all_of", "any_of",
    "finer_first", "moment", "never_no", "once_known", "unless_known",
]  # fmt: skip


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


def once_known(fact: Fact, condition: Condition) -> Condition:
    """The condition where the fact is answered; not fulfilled while it is not.

    For what cannot stand against an answer already given unless it is itself known.
    """
    return FinerFirst(fact, condition, NEVER)
