"""How hard a text is to read, as the LIX of Björnsson: words a sentence plus long words in a hundred."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_END = re.compile(r"[.!?:;؟۔](?:\s|$)")
_LONG = 6  # letters; longer words count as long


def lix(text: str) -> int:
    """The figure of a text: up to 40 easy, 50 like a newspaper, above 60 like a statute; 0 without words."""
    words = _WORD.findall(text)
    if not words:
        return 0
    sentences = max(1, len(_END.findall(text)))
    long = sum(len(word) > _LONG for word in words)
    return round(len(words) / sentences + 100 * long / len(words))
