"""Figures of several rounds, their medians and ratios; rounds of what is compared alternate (A B A B)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

Figures = Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Spread:
    """The median of some figures and how far they lie apart."""

    middle: float
    lowest: float
    highest: float

    @classmethod
    def of(cls, figures: Sequence[float]) -> Spread:
        """The spread of at least one figure."""
        return cls(median(figures), min(figures), max(figures))

    def shown(self, digits: int = 2, scale: float = 1.0) -> str:
        """`median (lowest–highest)`."""
        middle, low, high = (f"{figure * scale:,.{digits}f}" for figure in (self.middle, self.lowest, self.highest))
        return f"{middle} ({low}–{high})"


def alternating(rounds: int, measured: Mapping[str, Callable[[], float]]) -> dict[str, list[float]]:
    """Figures by name: in each round everything is measured once, every second round in the opposite order."""
    figures: dict[str, list[float]] = {name: [] for name in measured}
    for turn in range(rounds):
        names = list(measured) if turn % 2 == 0 else list(measured)[::-1]
        for name in names:
            figures[name].append(measured[name]())
    return figures


def ratios(figures: Figures, of: str, to: str) -> Spread:
    """How often one figure holds the other, round by round: neighbours in time share the machine's mood."""
    return Spread.of([one / other for one, other in zip(figures[of], figures[to], strict=True)])
