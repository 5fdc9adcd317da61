"""Small numbers hidden so that nobody computes them from the sum.

Cells are taken in pairs by their place, the last three together where their number is odd. Where a cell of a pair is
from 1 to 4, the whole pair is hidden. Which cells go together does not hang on the numbers, and a hidden pair that
comes to s can be (1, s - 1) as well as (s - 1, 1): so neither the sum nor knowing this rule gives a hidden cell away.
A nought is about nobody and stays.
"""

from __future__ import annotations

from collections.abc import Sequence

FEWEST = 5


def hidden(counts: Sequence[int]) -> tuple[int | None, ...]:
    """The counts with None for what is not shown. The counts must add up to what `hidden_total` is asked about."""
    shown: list[int | None] = list(counts)
    for group in _groups(len(counts)):
        if any(0 < counts[place] < FEWEST for place in group):
            for place in group:
                shown[place] = None
    return tuple(shown)


def hidden_total(total: int) -> int | None:
    """The total; None where it is small itself."""
    return None if 0 < total < FEWEST else total


def _groups(size: int) -> list[range]:
    """The places that are hidden together."""
    starts = list(range(0, max(size - 1, 1), 2))
    return [range(start, end) for start, end in zip(starts, [*starts[1:], size], strict=True)]
