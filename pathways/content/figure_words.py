"""Statistics in German words: a number as exact as its source, and until when was counted."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pathways.content.words import partial_day_words
from pathways.engine.days import PartialDay
from pathways.law.figures import Figure, Rounding

ROUNDED: Mapping[Rounding, str] = MappingProxyType(
    {
        Rounding.EXACT: "genau",
        Rounding.ABOUT: "rund",
        Rounding.MORE_THAN: "mehr als",
        Rounding.AT_LEAST: "mindestens",
        Rounding.UP_TO: "bis zu",
    }
)


def number(value: int) -> str:
    """A number with points between thousands."""
    return f"{value:,}".replace(",", ".")


def figure_number(figure: Figure) -> str:
    """„10.011“, „rund 2.200“."""
    plain = number(figure.value)
    return plain if figure.rounding is Rounding.EXACT else f"{ROUNDED[figure.rounding]} {plain}"


def counted_until(cut_off: PartialDay | None, period: str = "") -> str:
    """The cut-off day and the period, whichever there are."""
    lead = "Stichtag" if cut_off and cut_off.is_exact else "Stand"
    day = f"{lead} {partial_day_words(cut_off)}" if cut_off else ""
    return ", ".join(part for part in (day, period) if part)
