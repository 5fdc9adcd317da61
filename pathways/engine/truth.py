"""Three-valued truth (strong Kleene logic) that refuses to be taken for a yes or a no."""

from __future__ import annotations

from enum import Enum
from typing import NoReturn


class Truth(Enum):
    """NO, OPEN or YES; combined with ``&``, ``|`` and ``~``.

    >>> Truth.NO & Truth.OPEN, Truth.YES | Truth.OPEN, ~Truth.OPEN
    (NO, YES, OPEN)
    """

    NO = 0
    OPEN = 1
    YES = 2

    def __and__(self, other: Truth) -> Truth:
        return self if self.value <= other.value else other

    def __or__(self, other: Truth) -> Truth:
        return self if self.value >= other.value else other

    def __invert__(self) -> Truth:
        return _OPPOSITE[self]

    def __bool__(self) -> NoReturn:
        # `if truth:` would silently read OPEN as yes; every caller has to say which value it means.
        raise TypeError("a Truth has three values; compare with `is Truth.YES`, `is Truth.NO` or `is Truth.OPEN`")

    def __repr__(self) -> str:
        return self.name

    @property
    def word(self) -> str:
        """The name used in case files and assessments: ``yes``, ``no`` or ``open``."""
        return self.name.lower()


_OPPOSITE = {Truth.NO: Truth.YES, Truth.OPEN: Truth.OPEN, Truth.YES: Truth.NO}
