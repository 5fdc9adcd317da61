"""The smallest file that is a PDF, for tests in which a paper is printed but not read."""

from __future__ import annotations

import io

import pikepdf


def _small_pdf() -> bytes:
    written = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


SMALL_PDF = _small_pdf()
