"""What the papers for a hardship commission hold: all that was written, nothing that nobody said, gaps by name."""

from __future__ import annotations

import io
from typing import Any

import docx
import page
import pypdf
import pytest
from docx.oxml.ns import qn

from advisor.cases.models import Case
from advisor.dossier.compose import Given, dossier_of
from advisor.dossier.entries import Entry, Row
from advisor.dossier.making import composed_dossier, dossier_html, make_dossier
from advisor.dossier.parts import OPEN, Dossier, Part
from advisor.dossier.sections import SECTIONS
from advisor.dossier.word import dossier_docx
from advisor.guidance.models import PaperKind
from advisor.memo.keeping import file_of
from advisor.memo.parts import Letterhead
from pathways.engine.consultation import consult
from pathways.law import LAW
from pathways.law.facts import FEDERAL_STATE
from pathways.law.laender.profile import Topic, general_parts, profile
from tests.dossier.conftest import FACTS, mark
from tests.factories import answers, person_of
from tests.memo.conftest import LETTERHEAD

LANDS = tuple(choice.id for choice in FEDERAL_STATE.choices)


def composed(entries: dict[str, Entry] | None = None, **facts: Any) -> Dossier:
    """The papers of a case that stands nowhere."""
    from datetime import date

    given = answers(**facts)
    assessment = consult(LAW, given, date(2026, 11, 22), "F-1")
    return dossier_of(Given(assessment, given, {}, entries or {}, "F-1"), LETTERHEAD)


def part(dossier: Dossier, section: str) -> Part:
    return next(part for part in dossier.parts if part.section.id == section)


@pytest.mark.parametrize("land", LANDS)
def test_every_land_has_papers_that_tell_what_it_says_from_what_is_general(land: str) -> None:
    dossier = composed(**{**FACTS, "federal_state": land})
    own = {said.topic for said in profile(land).parts}
    for each in dossier.parts:
        assert each.wants
        assert {want.by_land for want in each.wants} == {each.section.topic in own}
        for want in each.wants:
            assert want.source
            assert want.by_land or (want.unverified and "nicht bestätigt" in want.note)
    assert len(dossier.formal) == len(own & {Topic.FORM, Topic.CONSENT, Topic.AUTHORITY})
    text = dossier_html(dossier)
    assert profile(land).submission.text in text
    assert profile(land).website.text in text


def test_the_general_list_is_about_each_section_once_and_claims_nothing_for_a_land() -> None:
    assert {said.topic for said in general_parts()} == {section.topic for section in SECTIONS}
    assert len(general_parts()) == len(SECTIONS)
    assert all(said.claim.is_unverified for said in general_parts())


def test_without_answers_everything_is_missing_by_name_and_nothing_is_made_up() -> None:
    dossier = composed()
    assert dossier.land is None
    assert part(dossier, "lebenslauf").missing == ("Geburtsdatum", "Staatsangehörigkeit", "Zeilen der Tabelle")
    assert part(dossier, "begruendung").missing == ("der Text",)
    assert not any(each.lines or each.rows or each.text for each in dossier.parts)
    assert not part(dossier, "gesundheit").printed
    assert not part(dossier, "verhalten").printed


def test_what_is_not_known_is_missing_and_what_nobody_wants_to_say_is_not() -> None:
    dossier = composed(birth_date="unknown", nationality="declined")
    assert part(dossier, "lebenslauf").missing == ("Geburtsdatum", "Zeilen der Tabelle")


def test_a_curriculum_that_begins_after_the_birth_says_so() -> None:
    late = Entry("lebenslauf", (Row("2005", "2010", "Schule"),))
    dossier = composed({"lebenslauf": late}, **FACTS)
    assert part(dossier, "lebenslauf").missing == ("Zeilen ab der Geburt",)
    whole = Entry("lebenslauf", (*late.rows, Row("1999", "", "geboren")))
    dossier = composed({"lebenslauf": whole}, **FACTS)
    assert part(dossier, "lebenslauf").missing == ("Angaben in der Tabelle",)
    assert part(dossier, "lebenslauf").rows[0].period == f"1999 bis ({OPEN})"


def test_the_judgement_of_the_adviser_is_not_printed_as_a_reason() -> None:
    text = dossier_html(composed(**FACTS, urgent_reasons_23a=True))
    assert LAW.facts_by_id["urgent_reasons_23a"].label not in text


@pytest.mark.django_db
def test_what_was_written_arrives_in_pdf_and_docx(filled: Case, tmp_path: Any) -> None:
    person = person_of(filled)
    person.case = filled
    kept, content = make_dossier(person, filled.lead, several=False)
    kept.case = filled
    assert kept.record.kind == PaperKind.DOSSIER
    assert file_of(kept) == content
    path = tmp_path / "dossier.pdf"
    path.write_bytes(content)
    for standard in ("ua1", "3a"):
        found = page.validate_pdf(str(path), profile=standard)
        assert found.is_compliant, {failure.rule_id: failure.message for failure in found.failures}
    pages = [_squeezed(each.extract_text()) for each in pypdf.PdfReader(io.BytesIO(content)).pages]
    document = docx.Document(io.BytesIO(dossier_docx(composed_dossier(person, filled.lead, several=False).dossier)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    written = _squeezed(" ".join([*(line.text for line in document.paragraphs), *cells]))
    marks = [mark(section.id) for section in SECTIONS]
    marks += [mark(section.id, kind) for section in SECTIONS if section.rows for kind in ("was", "wo", "zuerst")]
    for text in (*marks, mark("anlage"), "Zweiter Absatz <b>& mehr</b>", "F-23", OPEN):
        assert _squeezed(text) in "".join(pages), text
        assert _squeezed(text) in written, text
    assert written.index(_squeezed(mark("lebenslauf", "zuerst"))) < written.index(_squeezed(mark("lebenslauf", "was")))
    # What is for the counsellor only can be taken off.
    assert "HärtefallkommissiondesLandes" not in "".join(pages[:-1]) or len(pages) > 1
    assert "FürdieBeratung:Einreichung" in pages[-1]
    assert not any("FürdieBeratung:Einreichung" in each for each in pages[:-1])


def test_the_file_to_edit_has_headings_heads_of_tables_language_and_no_author() -> None:
    entry = Entry("lebenslauf", (Row("1999-03", "heute", "leben\x0b\x00\ud800", ""),), "Text\x01")
    document = docx.Document(io.BytesIO(dossier_docx(composed({"lebenslauf": entry}, **FACTS))))
    headings = [(line.style.name, line.text) for line in document.paragraphs if line.style.name.startswith("Heading")]
    titles = [section.title for section in SECTIONS if section.always]
    assert headings == [
        ("Heading 1", "Unterlagen für die Härtefallkommission"),
        *(("Heading 2", title) for title in titles),
    ]
    assert document.tables
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    about = document.core_properties
    assert about.title == "Unterlagen für die Härtefallkommission"
    assert (about.language, about.author, about.last_modified_by, about.comments) == ("de-DE", "", "", "")
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "de-DE"


def test_an_office_without_a_letterhead_has_papers_too() -> None:
    from dataclasses import replace

    bare = replace(composed(), letterhead=Letterhead())
    assert docx.Document(io.BytesIO(dossier_docx(bare))).paragraphs
    assert "<h1>" in dossier_html(bare)


def _squeezed(text: str) -> str:
    return "".join(text.replace("\u00ad", "").replace("-\n", "").replace("-", "").split())
