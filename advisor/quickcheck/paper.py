"""The sheet of a quick check as PDF: made, sent and forgotten."""

from __future__ import annotations

from hashlib import sha256

from django.template.loader import render_to_string
from django.utils.translation import override

from advisor.memo import render
from advisor.quickcheck.sheet import Sheet


def sheet_pdf(sheet: Sheet) -> bytes:
    """The sheet as PDF, in German like every paper for a file."""
    with override("de"):
        html = render_to_string("quickcheck/paper.html", {"sheet": sheet})
    return render.write_pdf(html, sha256(html.encode()).hexdigest()[:32])
