"""What WeasyPrint writes PDFs with: parsed once a process, finished as PDF/UA-1 and PDF/A-3a.

Loaded with the first paper: it takes more than half of the start of a process, and many never write one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pydyf
import weasyprint
from django.contrib.staticfiles import finders
from weasyprint.text.fonts import FontConfiguration

from advisor.memo.fetcher import SCHEME, LockedFetcher
from advisor.memo.fonts import faces, style_sheet
from advisor.memo.furniture import mark_furniture
from advisor.memo.link_words import say_where_links_lead
from advisor.memo.meanings import give_each_sign_a_meaning
from advisor.memo.streams import TRIES, end_plainly, ends_plainly

if TYPE_CHECKING:
    from advisor.memo.render import Attached

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


def pressed(html: str, identifier: str, attached: Attached | None) -> bytes:
    """A document as PDF; nothing here may run twice at once in a process."""
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
            attachments=[_for_the_writer(attached)] if attached else None,
        )
        if ends_plainly(content):
            break
    return content


def _for_the_writer(attached: Attached) -> weasyprint.Attachment:
    """A file as the PDF writer takes it; for one writing only. It is data the paper says in words."""
    at = datetime.combine(attached.day, time())
    return weasyprint.Attachment(
        string=attached.content,
        name=attached.name,
        description=attached.description,
        created=at,
        modified=at,
        relationship="Data",
    )


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
