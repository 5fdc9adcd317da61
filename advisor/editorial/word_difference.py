"""What differs between two texts, word by word; a citation or a placeholder counts as one word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\[\[[^\]\n]*\]\]|\{\w*\}|\w+|\s+|.", re.DOTALL)
# Pairs of equal words; with more, as where one word is said over and over, comparing takes minutes.
_MOST_PAIRS = 50_000
_MOST_SPACES = 1_000_000


class Kind(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of one kind, with the spaces in it."""

    kind: Kind
    text: str


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces in reading order: all but the added ones make the text before, all but the removed ones that after."""
    old, new = _words(before), _words(after)
    pieces: list[Piece] = []
    for old_from, old_to, new_from, new_to in _blocks(old, new):
        removed, added = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
        if removed == added:
            pieces += [Piece(Kind.SAME, removed)] if removed else []
            continue
        pieces += [Piece(kind, text) for kind, text in ((Kind.REMOVED, removed), (Kind.ADDED, added)) if text]
    return tuple(pieces)


def _blocks(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """From where to where both lists are the same, or one takes the place of the other."""
    counted, other = Counter(old), Counter(new)
    if sum(number * other[word] for word, number in counted.items() if not word.isspace()) <= _MOST_PAIRS:
        # In a long text no piece begins at a space: there are too many to try.
        skipped = str.isspace if counted[" "] * other[" "] > _MOST_SPACES else None
        yield from (code[1:] for code in SequenceMatcher(skipped, old, new, autojunk=False).get_opcodes())
        return
    shorter = min(len(old), len(new))
    start = next((place for place in range(shorter) if old[place] != new[place]), shorter)
    rest = shorter - start
    end = next((place for place in range(rest) if old[-1 - place] != new[-1 - place]), rest)
    yield 0, start, 0, start
    yield start, len(old) - end, start, len(new) - end
    yield len(old) - end, len(old), len(new) - end, len(new)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("\r\n", "\n"))
