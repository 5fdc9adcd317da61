"""The answer put together: as PDF, as JSON, or both in one file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils.translation import override

from advisor.disclosure.accesses import Access, accesses
from advisor.disclosure.document import document
from advisor.disclosure.free_texts import FreeTexts
from advisor.disclosure.paper import disclosure_pdf
from advisor.disclosure.statements import Statement, statements
from advisor.disclosure.stored import Stored


@dataclass(frozen=True, slots=True)
class Answered:
    """All that goes into the answer to one person."""

    stored: Stored
    texts: FreeTexts
    log: tuple[Access, ...]
    said: tuple[Statement, ...]
    today: date

    @classmethod
    def of(cls, stored: Stored, texts: FreeTexts, further: str, today: date) -> Answered:
        """Put together from what is stored, in German; ``further``: what the office adds about recipients."""
        with override("de"):
            log = accesses(stored.case)
            return cls(stored, texts, log, statements(stored, log, further), today)

    def data(self) -> dict[str, Any]:
        """As plain data."""
        with override("de"):
            return document(self.stored, self.texts, self.log, self.said, self.today)

    def json(self) -> bytes:
        """As JSON."""
        return (json.dumps(self.data(), ensure_ascii=False, indent=2) + "\n").encode()

    def pdf(self) -> bytes:
        """As PDF."""
        with override("de"):
            return disclosure_pdf(self.stored, self.texts, self.log, self.said, self.today)

    def zip(self) -> bytes:
        """Both in one file."""
        packed = BytesIO()
        with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
            for name, content in (("auskunft.pdf", self.pdf()), ("auskunft.json", self.json())):
                entry = ZipInfo(name, (self.today.year, self.today.month, self.today.day, 0, 0, 0))
                entry.compress_type = ZIP_DEFLATED
                archive.writestr(entry, content)
        return packed.getvalue()


FORMS: Mapping[str, tuple[str, Callable[[Answered], bytes]]] = {
    "pdf": ("application/pdf", Answered.pdf),
    "json": ("application/json", Answered.json),
    "zip": ("application/zip", Answered.zip),
}
