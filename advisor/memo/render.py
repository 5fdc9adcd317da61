"""Writing a memo as PDF: accessible (PDF/UA-1), for the archive (PDF/A-3a), the same bytes for the same memo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from threading import Lock

from django.template.loader import render_to_string
from django.utils.translation import override

from advisor.memo.parts import Memo
from advisor.memo.signs import missing_signs, printable

# A font configuration used by two threads at once ends the process.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes inside a PDF; its name and description say nothing personal. ``day``: its date."""

    name: str
    description: str
    content: str
    day: date


def memo_html(memo: Memo) -> str:
    """The memo as a document of its own, in German like everything on paper."""
    with override("de"):
        return render_to_string("memo/memo.html", {"memo": memo})


def write_pdf(html: str, identifier: str, attached: Attached | None = None) -> bytes:
    """A document as PDF, without anything that cannot be printed; ``identifier`` names the file for ever.

    One at a time in a process. FatalURLFetchingError where the document wants something from outside.
    """
    with _ONE_AT_A_TIME:
        with missing_signs() as missing:
            content = _written(printable(html), identifier, attached)
        return _written(printable(html, frozenset(missing)), identifier, attached) if missing else content


def memo_pdf(memo: Memo, identifier: str = "", attached: Attached | None = None) -> bytes:
    """The memo as PDF; the same memo gives the same bytes unless another ``identifier`` is given."""
    return write_pdf(memo_html(memo), identifier or memo.checksum[:32], attached)


def _written(html: str, identifier: str, attached: Attached | None) -> bytes:
    from advisor.memo.press import pressed  # with the first paper, see there

    return pressed(html, identifier, attached)
