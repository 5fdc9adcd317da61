"""The stamp on a print-out: when, what for and until when, at the foot of each page, outside what is read aloud."""

from __future__ import annotations

import io
from datetime import date
from functools import lru_cache

import pikepdf
from django.utils.html import escape
from django.utils.translation import override

from advisor.memo.models import Purpose
from advisor.memo.render import write_pdf
from advisor.memo.streams import ends_plainly

_NAME = pikepdf.Name("/WegweiserStamp")
# Tags, and the state of full opacity, which a page has anyhow.
_LEFT_OUT = frozenset({"BDC", "BMC", "EMC", "DP", "MP", "gs"})
_BEFORE = b"q\n"
_AFTER = b"\nQ /Artifact <</Type /Pagination /Subtype /Watermark>> BDC q 1 0 0 1 %d %d cm /WegweiserStamp Do Q EMC\n"
# A line of its own below the foot of the paper, above what printers leave white; the paper's own rules come before it.
_STRIP = (
    '<html lang="de"><head><title>Stempel</title><style>@page { size: 210mm 8.5mm; margin: 0;'
    " @bottom-left { content: none } @bottom-right { content: none } @bottom-center { content: none } }"
    " p { margin: 2.2mm 10mm 0 20mm; font-size: 7.5pt; line-height: 1; font-weight: 600; color: #26221e;"
    " white-space: nowrap }</style></head><body><p>%s</p></body></html>"
)


def stamp_words(day: date, purpose: str, until: date) -> str:
    """What the stamp says, in German whatever the language of the paper; ``purpose``: empty for an old release."""
    with override("de"):
        what_for = [str(Purpose(purpose).label), "nur für diesen Zweck"] if purpose else []
    parts = [f"Ausdruck vom {day:%d.%m.%Y}", *what_for, f"freigegeben bis {until:%d.%m.%Y}"]
    return " · ".join(parts)


def stamped(content: bytes, words: str) -> bytes:
    """A copy of a PDF with the words at the foot of each page, as furniture of the page; its tags stay as they are.

    Files attached to it are left out: who prints needs the paper, not its data.
    PdfError of pikepdf for what is no PDF.
    """
    with pikepdf.open(io.BytesIO(content)) as pdf, pikepdf.open(io.BytesIO(_strip(words))) as strip:
        _detach(pdf)
        form = pdf.copy_foreign(_form(strip))
        for page in pdf.pages:
            page.add_resource(form, pikepdf.Name.XObject, _NAME, replace_existing=True)
            left, bottom = (int(number) for number in page.mediabox[:2])
            page.contents_add(_BEFORE, prepend=True)
            page.contents_add(_AFTER % (left, bottom))
        return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    """The file, its streams as they were: one that happens to end like a line loses a byte with some readers."""
    content = b""
    # The second time nothing is compressed anew; the file is larger then.
    for compressed in (True, False):
        written = io.BytesIO()
        pdf.save(
            written,
            deterministic_id=True,
            compress_streams=compressed,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
        content = written.getvalue()
        if ends_plainly(content):
            break
    return content


def _detach(pdf: pikepdf.Pdf) -> None:
    for name in list(pdf.attachments):
        del pdf.attachments[name]
    if "/AF" in pdf.Root:
        del pdf.Root["/AF"]


@lru_cache(maxsize=64)
def _strip(words: str) -> bytes:
    """One page with nothing but the stamp, in the font of the paper."""
    return write_pdf(_STRIP % escape(words), "stempel")


def _form(strip: pikepdf.Pdf) -> pikepdf.Object:
    """The stamp as something to put on a page, without the tags of the page it was written on."""
    page = strip.pages[0]
    drawn = [step for step in pikepdf.parse_content_stream(page) if str(step.operator) not in _LEFT_OUT]
    form = strip.make_stream(pikepdf.unparse_content_stream(drawn))
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox = pikepdf.Array(page.mediabox)
    form.Resources = pikepdf.Dictionary(Font=page.Resources.Font)
    return form
