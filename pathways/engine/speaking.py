"""What speaks for and against in a case: the indications of a criterion that its answers bring up."""

from __future__ import annotations

from collections.abc import Iterable

from pathways.engine.conditions import All, Condition, Constant, FinerFirst, Known, Leaf, Missing, NeverNo, Not, View
from pathways.engine.conditions import Any as AnyOf
from pathways.engine.pathway import Indication
from pathways.engine.truth import Truth

YES = Truth.YES


class Points:
    """The indications of a criterion, prepared once a process."""

    def __init__(self, indications: Iterable[Indication]) -> None:
        self._prepared = tuple((indication, min(needed(indication.when), default=None)) for indication in indications)

    def in_case(self, view: View) -> list[Indication]:
        """Those that the answers bring up, of both sides."""
        # Most answers are missing in most cases; a point that cannot hold without one of them need not be looked at.
        answers = view.values
        return [
            indication
            for indication, fact_id in self._prepared
            if (fact_id is None or fact_id in answers) and indication.when.evaluate(view) is YES
        ]


def needed(condition: Condition) -> frozenset[str]:
    """Ids of facts without an answer to which the condition cannot be yes; not necessarily all of them."""
    match condition:
        case Constant() | Missing():
            return frozenset()
        case Leaf():
            return frozenset(fact.id for fact in condition.reads)
        case Not(part=Leaf() as leaf) if not isinstance(leaf, Known):
            return needed(leaf)
        case All():
            return frozenset().union(*map(needed, condition.members))
        case AnyOf():
            return frozenset.intersection(*map(needed, condition.members))
        case NeverNo():
            return needed(condition.part)
        case FinerFirst():
            return (needed(condition.by_fine) | {condition.fine.id}) & needed(condition.by_coarse)
    return frozenset()
