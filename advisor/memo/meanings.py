"""What each sign of a font means: none without a meaning, as the second of two that are drawn as one has it."""

from __future__ import annotations

from typing import Any

import pydyf

# Prints nothing, ends no word and joins no letters.
_NOTHING = b"<2060>"


def give_each_sign_a_meaning(pdf: pydyf.PDF) -> None:
    """Say of the signs whose text stands with the sign before that they add nothing; before the file is written."""
    by_reference = {item.reference: item for item in pdf.objects}
    for font in pdf.objects:
        if isinstance(font, pydyf.Dictionary) and font.get("ToUnicode") in by_reference:
            table = by_reference[font["ToUnicode"]]
            table.stream = [_filled(line) for line in table.stream]


def _filled(line: Any) -> Any:
    if isinstance(line, str):
        line = line.encode("ascii")
    return line.replace(b"<>", _NOTHING) if isinstance(line, bytes) else line
