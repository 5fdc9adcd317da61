"""A data-protection document as PDF."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from django.template.loader import render_to_string
from django.utils.translation import override

from advisor.accounts.models import Office
from advisor.memo import render
from advisor.privacy.documents import Document


def document_pdf(document: Document, office: Office, today: date) -> bytes:
    """The document for one office; the same bytes for the same day and state."""
    with override("de"):
        context = {"document": document, "office": office, "today": today, "sections": document.sections(office)}
        html = render_to_string("privacy/paper.html", context)
    return render.write_pdf(html, sha256(html.encode()).hexdigest()[:32])
