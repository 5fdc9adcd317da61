"""The sheet on paper: in every language it conforms, says its language and keeps the places in the law as they are."""

from __future__ import annotations

import io
from pathlib import Path

import page
import pikepdf
import pypdf
import pytest

from pathways.content.sheet import LANGUAGES, NORMS, RIGHT_TO_LEFT
from tests.sheet.conftest import Print, made

SHORT_AND_FULL = (pytest.param(False, id="short"), pytest.param(True, id="full"))


@pytest.mark.parametrize("full", SHORT_AND_FULL)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_accessible_and_says_its_language(language: str, full: bool, printed: Print, tmp_path: Path) -> None:
    content = printed(language, full)
    path = tmp_path / "sheet.pdf"
    path.write_bytes(content)
    found = page.validate_pdf(str(path), profile="ua1")
    assert found.is_compliant, {failure.rule_id: failure.message for failure in found.failures}
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert str(pdf.Root.Lang) == language
        assert len(pdf.pages) <= 2
        title = str(pdf.docinfo.get("/Title", ""))
    assert title == made(language, full=full).t["title"]
    assert "M-2026-014" not in title


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_places_in_the_law_are_untranslated(language: str, printed: Print) -> None:
    sheet = made(language)
    cited = {said.cite for said in sheet.warnings if said.cite}
    stated = ("asylum", "lapse", "leave", "late", "false")
    assert cited >= {"; ".join(map(str, NORMS[name])).replace("§ ", "§\u00a0") for name in stated}
    text = "".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(printed(language, True))).pages)
    squeezed = "".join(text.split())
    if language not in RIGHT_TO_LEFT:  # lines of both directions are copied out in the order they are drawn
        assert "§51Abs.1Nr.8AufenthG" in squeezed
    assert sheet.direction == ("rtl" if language in RIGHT_TO_LEFT else "ltr")


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "de"])
def test_a_foreign_sheet_shows_the_german_words_for_the_counter(language: str) -> None:
    sheet = made(language)
    titles = [title for group in sheet.possible for title in group.titles]
    assert titles
    assert sheet.papers
    assert all(said.german and said.german != said.text for said in (*titles, *(row.name for row in sheet.deadlines)))
    assert all(row.name.german for row in sheet.papers)


def test_nobody_is_sent_for_papers_of_worries_that_nobody_has_spoken_of() -> None:
    assert "Freizügigkeitsbescheinigung" not in " ".join(row.name.text for row in made("de", full=False).papers)
