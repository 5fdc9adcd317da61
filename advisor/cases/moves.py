"""Which criteria of a pathway stand differently than before: why its verdict has moved, derived from the findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pathways.content.words import STATES, Label, marked
from pathways.engine.assess import PathwayResult
from pathways.engine.citations import Citation
from pathways.engine.pathway import COUNTING, Kind
from pathways.engine.truth import Truth

# What is waived leaves the verdict as it is, and is still what an adviser wants to see move.
_TOLD = COUNTING | {Kind.WAIVABLE}
BY_WORD = {truth.word: truth for truth in Truth}


@dataclass(frozen=True, slots=True)
class Move:
    """A criterion whose state has changed; ``before`` None: it was not asked."""

    says: str
    cite: tuple[Citation, ...]
    before: Label | None
    now: Label


def states(result: PathwayResult) -> dict[str, Truth]:
    """The states of the criteria by id."""
    return {finding.criterion.id: finding.state for finding in result.findings}


def moves(before: Mapping[str, Truth], now: PathwayResult) -> tuple[Move, ...]:
    """The criteria that decide or have to be waived and stand differently now, in the order of the pathway."""
    return tuple(_moves(before, now))


def _moves(before: Mapping[str, Truth], now: PathwayResult) -> Iterator[Move]:
    for finding in now.findings:
        criterion, earlier = finding.criterion, before.get(finding.criterion.id)
        if finding.rule is None or criterion.kind not in _TOLD or earlier is finding.state:
            continue
        was = STATES[earlier] if earlier is not None else None
        yield Move(marked(criterion.says), criterion.cite, was, STATES[finding.state])
