"""A print-out says on each page when and what for; what is read aloud and how the file conforms stays as it was."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import page
import pikepdf
import pypdf
import pytest

from advisor.memo.models import Purpose
from advisor.memo.render import Attached, memo_pdf
from advisor.memo.stamp import stamp_words, stamped
from advisor.memo.streams import ends_plainly
from tests.memo.conftest import Make

WORDS = stamp_words(date(2026, 11, 23), Purpose.AUTHORITY, date(2026, 12, 7))


@pytest.fixture(scope="module")
def plain(make: Make) -> bytes:
    """A memo with the assessment as data, as for the own file."""
    data = Attached("bewertung.json", "Bewertung", '{"MARKE-DATEN": 1}', date(2026, 11, 22))
    return memo_pdf(make(chosen=["p23a"]), attached=data)


@pytest.fixture(scope="module")
def printed(plain: bytes) -> bytes:
    return stamped(plain, WORDS)


@pytest.fixture(scope="module")
def both(plain: bytes, printed: bytes) -> Iterator[tuple[pikepdf.Pdf, pikepdf.Pdf]]:
    with pikepdf.open(io.BytesIO(plain)) as one, pikepdf.open(io.BytesIO(printed)) as other:
        yield one, other


def test_it_says_day_purpose_and_end() -> None:
    assert WORDS == (
        "Ausdruck vom 23.11.2026 · Termin bei einer Behörde · nur für diesen Zweck · freigegeben bis 07.12.2026"
    )


def test_it_stands_on_each_page_below_everything_else(plain: bytes, printed: bytes) -> None:
    pages = pypdf.PdfReader(io.BytesIO(printed)).pages
    assert len(pages) == len(pypdf.PdfReader(io.BytesIO(plain)).pages) > 1
    for sheet in pages:
        assert sheet.extract_text().count(WORDS) == 1


def test_the_foot_of_a_page_with_the_longest_key_ends_above_it(make: Make, tmp_path: Path) -> None:
    reference = f"{'Akte-0123456789/' * 6}2026, {'Anna-Maria ' * 5}"  # as long as key and name can be
    (tmp_path / "long.pdf").write_bytes(stamped(memo_pdf(make(reference=reference, chosen=["p23a"])), WORDS))
    boxes = subprocess.run(
        ["pdftotext", "-bbox", "long.pdf", "-"], cwd=tmp_path, check=True, stdout=subprocess.PIPE, text=True
    ).stdout
    for drawn in boxes.split("<page ")[1:]:
        lines = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]+)<', drawn)
        stamp = min(float(top) for top, _, word in lines if word == "Ausdruck")
        foot = [float(bottom) for top, bottom, _ in lines if float(bottom) > 800 and float(top) < stamp]
        assert foot
        assert max(foot) <= stamp


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_it_still_conforms(printed: bytes, profile: str, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    path.write_bytes(printed)
    found = page.validate_pdf(str(path), profile=profile)
    assert found.is_compliant, {failure.rule_id: failure.message for failure in found.failures}


def test_it_is_furniture_and_touches_no_tag(both: tuple[pikepdf.Pdf, pikepdf.Pdf]) -> None:
    plain, printed = both
    assert plain.attachments
    assert not printed.attachments
    assert {str(key) for key in plain.Root} - {"/AF", "/Names"} == {str(key) for key in printed.Root} - {"/Names"}
    assert plain.Root.StructTreeRoot.unparse(resolved=True).count(b"/K") == (
        printed.Root.StructTreeRoot.unparse(resolved=True).count(b"/K")
    )
    for before, after in zip(plain.pages, printed.pages, strict=True):
        old, new = (pikepdf.parse_content_stream(sheet) for sheet in (before, after))
        steps = [(str(step.operator), [str(item) for item in step.operands]) for step in new]
        assert steps[1 : len(old) + 1] == [(str(step.operator), [str(item) for item in step.operands]) for step in old]
        added = steps[len(old) + 1 :]
        assert [name for name, _ in added] == ["Q", "BDC", "q", "cm", "Do", "Q", "EMC"]
        assert added[1][1][0] == "/Artifact"
        form = after.Resources.XObject["/WegweiserStamp"]
        assert not {"BDC", "BMC"} & {str(step.operator) for step in pikepdf.parse_content_stream(form)}


def test_the_same_stamp_gives_the_same_bytes_and_another_day_does_not(plain: bytes, printed: bytes) -> None:
    assert stamped(plain, WORDS) == printed
    assert ends_plainly(printed)
    assert stamped(plain, stamp_words(date(2026, 11, 24), Purpose.AUTHORITY, date(2026, 12, 7))) != printed
