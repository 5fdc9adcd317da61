"""The papers for a hardship commission as a file to edit (DOCX): real headings, tables with a head, language, title."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from advisor.dossier.parts import OPEN, Dossier, Part

TITLE = "Unterlagen für die Härtefallkommission"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def dossier_docx(dossier: Dossier) -> bytes:
    """The papers to edit; says nothing about who made it."""
    document = docx.Document()
    _about(document, dossier)
    for line in (dossier.letterhead.office, *dossier.letterhead.address):
        if line:
            _paragraph(document, line)
    document.add_heading(TITLE, 1)
    _paragraph(document, "Härtefallersuchen nach § 23a AufenthG")
    _table(document, ("Angabe", "Inhalt"), _head(dossier))
    for part in dossier.printed:
        _section(document, part, dossier)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _head(dossier: Dossier) -> list[tuple[str, ...]]:
    return [
        ("Aktenzeichen der Beratung", dossier.reference),
        ("Name, Vorname", OPEN),
        ("Anschrift", OPEN),
        ("Stand der Angaben", dossier.letterhead.issued_on or dossier.as_of),
        ("Beratung", dossier.letterhead.adviser),
        *([("Unter Anleitung von", dossier.letterhead.guidance)] if dossier.letterhead.guidance else []),
    ]


def _section(document: Any, part: Part, dossier: Dossier) -> None:
    document.add_heading(part.section.title, 2)
    if part.lines:
        rows = [(line.label, f"{line.words} (laut Antwort)", line.proof or "–") for line in part.lines]
        _table(document, ("Angabe", "Antwort", "Beleg"), rows)
    if part.rows:
        _table(document, ("Zeit", "Was", "Wo"), [(row.period, row.what, row.where or "–") for row in part.rows])
    for paragraph in part.paragraphs:
        _paragraph(document, paragraph)
    if part.section.id == "anlagen" and dossier.enclosures:
        rows = [(str(number), item.words, item.state) for number, item in enumerate(dossier.enclosures, 1)]
        _table(document, ("Nr.", "Unterlage", "Stand"), rows)
    if part.missing:
        _paragraph(document, f"[{OPEN}: {', '.join(part.missing)}]")


def _paragraph(document: Any, text: str) -> None:
    document.add_paragraph(_clean(text))


def _table(document: Any, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    table = document.add_table(rows=1, cols=len(head), style="Table Grid")
    # Read out, and repeated on every page, as what the columns are about.
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for cell, words in zip(table.rows[0].cells, head, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = _clean(words)
    document.add_paragraph()


def _about(document: Any, dossier: Dossier) -> None:
    """Language and title of the file; no name, no program."""
    about = document.core_properties
    about.title, about.language, about.revision = TITLE, "de-DE", 1
    about.author = about.last_modified_by = about.comments = about.keywords = about.subject = ""
    about.created = about.modified = datetime.combine(datetime.fromisoformat(dossier.written_on), time())
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    language.set(qn("w:val"), "de-DE")


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("", text)
