"""Log lines without anything that was entered: a database, a parser and a form repeat values in their messages."""

from __future__ import annotations

import logging
import re
import traceback
from types import TracebackType

from django.conf import settings

# The addresses of invitations and of links for a new password; whoever reads one can use it.
_LINK = re.compile(r"(/einladung/|/passwort-vergessen/[0-9A-Za-z]+-)[^\s/]+")


class ValueFreeFormatter(logging.Formatter):
    """Of an exception only its kind, its code and where it came from; what it says only while debugging."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; the secret part of a link that opens an account is left out."""
        return _LINK.sub(r"\1…", super().format(record))

    def formatException(
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """The places an exception passed and the kinds of it and of those behind it, without their words."""
        if settings.DEBUG or ei[1] is None:
            return super().formatException(ei)
        return "\n".join(_without_words(ei[1]))


def _without_words(error: BaseException) -> list[str]:
    behind = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = [*_without_words(behind), "which led to:"] if behind is not None else []
    for line in traceback.format_tb(error.__traceback__):
        lines += line.rstrip().splitlines()
    return [*lines, f"{type(error).__module__}.{type(error).__qualname__}{_code(error)}"]


def _code(error: BaseException) -> str:
    # The names the storage gives to its troubles; words would carry the row.
    for name in ("sqlstate", "sqlite_errorname", "errno"):
        if code := getattr(error, name, None):
            return f" ({code})"
    return ""
