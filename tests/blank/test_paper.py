"""The blank questionnaire as a file: accessible by a validator and by its structure, complete, nothing off the page."""

from __future__ import annotations

import io
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import page
import pikepdf
import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import Role
from advisor.blank.numbering import ON_PAPER, edition
from advisor.blank.paper import LANGUAGES, blank_pdf
from advisor.cases.sections import NUMBERS
from pathways.engine.facts import SomeOf
from pathways.engine.fingerprint import law_version
from pathways.law import LAW
from tests.factories import make_user
from tests.memo.test_pdf import elements

BOTH = pytest.mark.parametrize("language", LANGUAGES)


def text_of(content: bytes) -> str:
    """All text without white space."""
    return re.sub(r"\s+", "", "".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(content)).pages))


@BOTH
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_it_conforms(language: str, profile: str, tmp_path: Path) -> None:
    path = tmp_path / "blank.pdf"
    path.write_bytes(blank_pdf(language))
    found = page.validate_pdf(str(path), profile=profile)
    assert found.is_compliant, {failure.rule_id: failure.message for failure in found.failures}


@BOTH
def test_every_question_is_a_heading_in_the_language_of_the_paper(language: str) -> None:
    with pikepdf.open(io.BytesIO(blank_pdf(language))) as pdf:
        tags = [tag for tag, _ in elements(pdf.Root.StructTreeRoot.K)]
        assert str(pdf.Root.Lang) == language
    levels = [int(tag[2:]) for tag in tags if re.fullmatch(r"/H\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(levels) > len(ON_PAPER)
    assert "/L" in tags
    text = text_of(blank_pdf(language))
    for fact in ON_PAPER:
        ask = fact.ask if language == "de" else fact.ask_en
        assert re.sub(r"\s+", "", f"{NUMBERS[fact.id]} {ask}") in text, fact


@BOTH
def test_every_printed_answer_is_there_and_the_long_lists_are_not(language: str) -> None:
    text = text_of(blank_pdf(language))
    several = next(fact for fact in ON_PAPER if isinstance(fact, SomeOf) and len(fact.choices) < 20)
    for choice in several.choices:
        assert re.sub(r"\s+", "", choice.label if language == "de" else choice.label_en) in text
    assert "Tuvalu" not in text
    assert "§104c" in text


@BOTH
def test_every_page_says_which_numbers_and_which_law(language: str) -> None:
    sheets = pypdf.PdfReader(io.BytesIO(blank_pdf(language))).pages
    assert len(sheets) <= 14
    for number, sheet in enumerate(sheets, 1):
        text = sheet.extract_text().replace("\xa0", " ")
        assert edition() in text
        assert law_version(LAW) in text
        assert re.search(rf"\b{number}\s*/\s*{len(sheets)}\b", text)


@BOTH
def test_nothing_leaves_the_page(language: str) -> None:
    for sheet in pypdf.PdfReader(io.BytesIO(blank_pdf(language))).pages:
        places: list[tuple[float, float]] = []

        def note(
            text: str, cm: Any, tm: Any, font: Any, size: float, places: list[tuple[float, float]] = places
        ) -> None:
            if text.strip():
                places.append((cm[4] + tm[4] * cm[0], cm[5] + tm[5] * cm[3]))

        sheet.extract_text(visitor_text=note)
        assert places
        assert all(0 < x < float(sheet.mediabox.width) and 0 < y < float(sheet.mediabox.height) for x, y in places)


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "status"), [(Role.COUNSELLOR, 200), (Role.VOLUNTEER, 200), (Role.RELEASER, 403)])
def test_who_gets_it(client: Client, role: Role, status: int) -> None:
    client.force_login(make_user("ada", "Beratung Nord", role))
    assert client.get(reverse("blank:page")).status_code == status
    for name in ("blank:pdf", "blank:pdf_en"):
        response = client.get(reverse(name))
        assert response.status_code == status
        assert response.headers["Cache-Control"] == "no-store"
        assert status != 200 or response.content.startswith(b"%PDF-")
