"""The smallest file that is a PDF, for tests in which a paper is printed but not read."""

from __future__ import annotations

import io

import pikepdf


def small_pdf_saying(words: str) -> bytes:
    """A PDF of one blank page that holds words in clear, as far as they are ASCII."""
    written = io.BytesIO()
    with pikepdf.new() as pdf:
        if words:
            pdf.docinfo["/Subject"] = words.encode("ascii", "ignore").decode()
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


SMALL_PDF = small_pdf_saying("")
