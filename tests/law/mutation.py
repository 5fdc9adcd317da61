"""Mutants: the law with one leaf of one condition negated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pathways.engine import conditions as c
from pathways.engine.pathway import Criterion, ModeRow, Pathway, Rule


@dataclass(frozen=True, slots=True)
class Mutant:
    """A pathway with one leaf negated, and where.

    ``rule``: the rule or row that was changed; pathways that share it share the mutant.
    """

    place: str
    rule: Rule | ModeRow
    pathway: Pathway


def negated(condition: c.Condition, index: int) -> c.Condition:
    """The condition with its leaf number ``index`` (in reading order) negated."""
    if isinstance(condition, c.Leaf):
        return ~condition
    parts = list(condition.parts)
    for place, part in enumerate(parts):
        count = sum(1 for _ in part.leaves())
        if index < count:
            parts[place] = negated(part, index)
            return rebuilt(condition, parts)
        index -= count
    raise IndexError(index)


def rebuilt(condition: c.Condition, parts: list[c.Condition]) -> c.Condition:
    """The same joint with other parts."""
    match condition:
        case c.All():
            return c.All(tuple(parts))
        case c.Any():
            return c.Any(tuple(parts))
        case c.Not():
            return c.Not(parts[0])
        case c.NeverNo():
            return c.NeverNo(parts[0])
        case c.FinerFirst(fine, _, _):
            return c.FinerFirst(fine, parts[0], parts[1])
    raise TypeError(type(condition).__name__)


def mutants(pathway: Pathway) -> Iterator[Mutant]:
    """All mutants of a pathway: its criteria in both modes and its table of modes."""
    for place, row in enumerate(pathway.modes):
        for index, leaf in enumerate(row.when.leaves()):
            if not isinstance(leaf, c.Constant):
                changed: ModeRow = replace(row, when=negated(row.when, index))
                rows = (*pathway.modes[:place], changed, *pathway.modes[place + 1 :])
                yield Mutant(f"mode row {place + 1}, leaf {index + 1}: {leaf}", row, replace(pathway, modes=rows))
    for criterion in pathway.criteria:
        for where, rule, mutated in _criterion_mutants(criterion):
            criteria = tuple(mutated if other is criterion else other for other in pathway.criteria)
            yield Mutant(f"{criterion.id} {where}", rule, replace(pathway, criteria=criteria))


def _criterion_mutants(criterion: Criterion) -> Iterator[tuple[str, Rule, Criterion]]:
    for name in ("rule", "in_extension"):
        rule = getattr(criterion, name)
        if not isinstance(rule, Rule):
            continue
        for part in ("holds", "fails_on"):
            condition = getattr(rule, part)
            for index, leaf in enumerate(condition.leaves() if condition is not None else ()):
                if not isinstance(leaf, c.Constant):
                    changed = replace(rule, **{part: negated(condition, index)})
                    yield f"{name}.{part}, leaf {index + 1}: {leaf}", rule, criterion.but(**{name: changed})
