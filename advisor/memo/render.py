"""Writing a memo as PDF: accessible (PDF/UA-1), for the archive (PDF/A-3a), the same bytes for the same memo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache, partial
from pathlib import Path
from threading import Lock
from typing import Any

import pydyf
import weasyprint
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.translation import override
from weasyprint.text.fonts import FontConfiguration

from advisor.memo.fetcher import SCHEME, LockedFetcher
from advisor.memo.fonts import faces, style_sheet
from advisor.memo.furniture import mark_furniture
from advisor.memo.link_words import say_where_links_lead
from advisor.memo.meanings import give_each_sign_a_meaning
from advisor.memo.parts import Memo
from advisor.memo.signs import missing_signs, printable
from advisor.memo.streams import TRIES, end_plainly, ends_plainly

# A font configuration used by two threads at once ends the process.
_ONE_AT_A_TIME = Lock()

_PDF_UA = (
    b'<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    b"<pdfuaid:part>1</pdfuaid:part></rdf:Description>"
    b'<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    b' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    b' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    b'<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    b"<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    b'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    b"<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    b"<pdfaProperty:category>internal</pdfaProperty:category>"
    b"<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>"
    b"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes inside a PDF; its name and description say nothing personal. ``day``: its date."""

    name: str
    description: str
    content: str
    day: date

    def for_the_writer(self) -> weasyprint.Attachment:
        """The same as the PDF writer takes it; for one writing only. It is data the paper says in words."""
        at = datetime.combine(self.day, time())
        return weasyprint.Attachment(
            string=self.content,
            name=self.name,
            description=self.description,
            created=at,
            modified=at,
            relationship="Data",
        )


@dataclass(frozen=True, slots=True)
class _Press:
    """What is parsed once a process."""

    fetcher: LockedFetcher
    fonts: FontConfiguration
    sheets: tuple[weasyprint.CSS, ...]


@cache
def _press() -> _Press:
    found = faces()
    fetcher = LockedFetcher({face.url: face.path for face in found})
    fonts = FontConfiguration()
    texts = (style_sheet(found), Path(str(finders.find("memo.css"))).read_text(encoding="utf-8"))
    sheets = tuple(
        weasyprint.CSS(string=text, font_config=fonts, url_fetcher=fetcher, base_url=SCHEME) for text in texts
    )
    return _Press(fetcher, fonts, sheets)


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
    press = _press()
    document = weasyprint.HTML(string=html, url_fetcher=press.fetcher, base_url=SCHEME)
    pages = document.render(stylesheets=list(press.sheets), font_config=press.fonts, pdf_variant="pdf/a-3a")
    content = b""
    for tried in range(TRIES):
        finisher = partial(_finish, tried=tried)
        content = pages.write_pdf(
            pdf_variant="pdf/a-3a",
            pdf_identifier=identifier.encode(),
            finisher=finisher,
            attachments=[attached.for_the_writer()] if attached else None,
        )
        if ends_plainly(content):
            break
    return content


def _finish(document: Any, pdf: pydyf.PDF, tried: int) -> None:
    mark_furniture(pdf)
    say_where_links_lead(document)
    give_each_sign_a_meaning(pdf)
    _claim_pdf_ua(pdf)
    end_plainly(pdf, tried)


def _claim_pdf_ua(pdf: pydyf.PDF) -> None:
    """Say in the metadata that the file is PDF/UA too: the writer takes one standard only."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream) and item.extra.get("Type") == "/Metadata":
            packet = b"".join(part if isinstance(part, bytes) else part.data for part in item.stream)
            item.stream = [packet.replace(b"</rdf:RDF>", _PDF_UA + b"</rdf:RDF>", 1)]
            item.compress = False
