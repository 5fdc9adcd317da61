"""What differs between two texts, word by word; a citation or a placeholder counts as one word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\[\[[^\]\n]*\]\]|\{\w*\}|\w+|\s+|.", re.DOTALL)


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
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    for _tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        removed, added = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
        if removed == added:
            pieces.append(Piece(Kind.SAME, removed))
            continue
        pieces += [Piece(kind, text) for kind, text in ((Kind.REMOVED, removed), (Kind.ADDED, added)) if text]
    return tuple(pieces)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("\r\n", "\n"))
