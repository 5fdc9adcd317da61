"""The PDF: accessible by a validator and by its structure, complete, and the same bytes for the same case."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import page
import pikepdf
import pypdf
import pytest

from advisor.memo.parts import Length, Memo
from advisor.memo.render import memo_pdf
from pathways.law import LAW
from tests.memo.conftest import Make


@pytest.fixture(scope="module")
def memo(make: Make) -> Memo:
    """A memo with one pathway, notes in three scripts and a word that never ends."""
    notes = {
        "location": "MARKE-EINS Straße <b>fett</b> & „Zitat“",
        "birth_date": "МАРКА-ДВА дата рождения",
        "federal_state": "W" * 400,
        "nationality": "zwei\nZeilen\x00\x1b und Steuerzeichen",
    }
    return make(notes=notes, reference="MARKE-DREI/2026", chosen=["p23a"])


@pytest.fixture(scope="module")
def content(memo: Memo) -> bytes:
    return memo_pdf(memo)


@pytest.fixture(scope="module")
def pdf(content: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(content)) as opened:
        yield opened


@cache
def text_of(content: bytes) -> str:
    """All text without white space, for lines and hyphens fall anywhere."""
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return re.sub(r"\s+", "", " ".join(found.extract_text() for found in pages))


def elements(node: Any) -> Iterator[tuple[str, Any]]:
    """All elements of the structure tree, in order of reading."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S), node
        if "/K" in node:
            yield from elements(node.K)


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_it_conforms(content: bytes, profile: str, tmp_path: Any) -> None:
    path = tmp_path / "memo.pdf"
    path.write_bytes(content)
    found = page.validate_pdf(str(path), profile=profile)
    assert found.is_compliant, {failure.rule_id: failure.message for failure in found.failures}


@pytest.mark.parametrize("length", Length)
def test_several_pathways_conform(make: Make, length: Length, tmp_path: Any) -> None:
    path = tmp_path / "memo.pdf"
    path.write_bytes(memo_pdf(make(chosen=["p22_1", "p23a"], length=length)))
    for profile in ("ua1", "3a"):
        assert page.validate_pdf(str(path), profile=profile).is_compliant


def test_a_short_memo_stays_short(make: Make) -> None:
    def pages(memo: Memo) -> int:
        return len(pypdf.PdfReader(io.BytesIO(memo_pdf(memo))).pages)

    assert pages(make()) <= 6
    # Each step of each procedure says where it stands.
    assert pages(make(chosen=[pathway.id for pathway in LAW.pathways])) <= 13


def test_it_says_what_it_is_and_nothing_about_the_person(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "de"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "Memo zu humanitären Aufenthaltstiteln"
        assert metadata["pdfuaid:part"] == "1"
        assert "MARKE" not in str(metadata)
        assert "Beispiel" not in str(metadata)
    assert "MARKE" not in "".join(map(str, dict(pdf.docinfo).values()))


def test_headings_leave_no_level_out(pdf: pikepdf.Pdf) -> None:
    levels = [int(tag[2:]) for tag, _ in elements(pdf.Root.StructTreeRoot.K) if re.fullmatch(r"/H\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert max(levels) == 3
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_bookmarks_are_the_headings(pdf: pikepdf.Pdf) -> None:
    def count(items: Any) -> int:
        return sum(1 + count(item.children) for item in items)

    headings = [tag for tag, _ in elements(pdf.Root.StructTreeRoot.K) if re.fullmatch(r"/H\d", tag)]
    with pdf.open_outline() as outline:
        assert count(outline.root) == len(headings)


def test_every_header_cell_is_tied_to_its_cells(pdf: pikepdf.Pdf) -> None:
    found = [element for tag, element in elements(pdf.Root.StructTreeRoot.K) if tag == "/TH"]
    assert found
    assert all("/ID" in element or "/Scope" in str(element.get("/A", "")) for element in found)


def test_every_link_says_where_it_leads(pdf: pikepdf.Pdf) -> None:
    links = [note for sheet in pdf.pages for note in sheet.get("/Annots", []) if note.Subtype == "/Link"]
    assert len(links) > 50
    assert all(str(link.get("/Contents", "")).strip() for link in links)
    inside = [link for link in links if "/Dest" in link or link.get("/A", {}).get("/S") == "/GoTo"]
    outside = [str(link.A.URI) for link in links if link.get("/A", {}).get("/S") == "/URI"]
    assert inside
    assert all(address.startswith("https://") for address in outside)


def test_fonts_are_embedded(pdf: pikepdf.Pdf) -> None:
    for sheet in pdf.pages:
        for font in sheet.Resources.get("/Font", {}).values():
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys())


def test_what_was_entered_arrives(content: bytes) -> None:
    text = text_of(content)
    for marker in ("MARKE-EINS", "<b>fett</b>&„Zitat“", "МАРКА-ДВА", "датарождения", "MARKE-DREI/2026", "zweiZeilen"):
        assert marker in text
    assert text.count("W") >= 400


def test_every_source_is_on_paper(memo: Memo, content: bytes) -> None:
    text = re.sub("[-\u00ad\u2010]", "", text_of(content))
    for note in memo.endnotes:
        expected = re.sub(r"[\s\u2010-]+", "", f"{note.text}, {note.full_name}" if note.full_name else note.text)
        assert expected in text, note


def test_pages_are_numbered(content: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(content))
    total = len(reader.pages)
    for number, sheet in enumerate(reader.pages, 1):
        assert f"Seite {number} von {total}" in sheet.extract_text().replace("\xa0", " ")


def test_words_that_never_end_stay_on_the_paper(content: bytes) -> None:
    for sheet in pypdf.PdfReader(io.BytesIO(content)).pages:
        rights: list[float] = []

        def note(text: str, cm: Any, tm: Any, font: Any, size: float, rights: list[float] = rights) -> None:
            if text.strip():
                rights.append(cm[4] + tm[4] * cm[0])

        sheet.extract_text(visitor_text=note)
        assert rights
        assert max(rights) < float(sheet.mediabox.width)


def test_the_same_memo_gives_the_same_bytes(memo: Memo, content: bytes) -> None:
    assert memo_pdf(memo) == content


def test_several_at_once_wait_for_each_other(make: Make) -> None:
    small = make(chosen=["p22_1"])
    made: list[bytes] = []
    threads = [threading.Thread(target=lambda: made.append(memo_pdf(small))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 3
    assert len(set(made)) == 1
