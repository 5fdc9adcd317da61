"""Signs that no font has: found while a paper is written, and kept out of the log, for they are what somebody typed."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

_LOGGER = logging.getLogger("weasyprint")
_MISSING = ".notdef glyph"

# What no text may hold: control characters, halves of a character, and the two that are none.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_INSTEAD = "\ufffd"


def printable(html: str, missing: frozenset[str] = frozenset()) -> str:
    """A document with a sign for "no such sign" in place of what cannot be printed and of what no font has."""
    replaced = str.maketrans(dict.fromkeys(missing - {_INSTEAD}, _INSTEAD))
    return _UNPRINTABLE.sub(_INSTEAD, html).translate(replaced)


@contextmanager
def missing_signs() -> Iterator[set[str]]:
    """The signs no font had for what is written inside; complete at the end. One at a time in a process."""
    found: set[str] = set()

    def collect(record: logging.LogRecord) -> bool:
        if not str(record.msg).startswith(_MISSING):
            return True
        if isinstance(record.args, tuple):
            found.add(str(record.args[0]))
        return False

    _LOGGER.addFilter(collect)
    try:
        yield found
    finally:
        _LOGGER.removeFilter(collect)
