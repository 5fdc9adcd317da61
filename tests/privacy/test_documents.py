"""The four documents: complete, of this office, with gaps that can be seen, and as accessible as a memo."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

import page
import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import Office, Role
from advisor.cases.models import CaseKind
from advisor.lifecycle.models import RetentionRule
from advisor.privacy.classification import WORDS, Category
from advisor.privacy.documents import DOCUMENTS
from advisor.privacy.paper import document_pdf
from advisor.privacy.parts import UNVERIFIED, Run, blank, plain, runs
from pathways.law import LAW
from tests.factories import make_user

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)


def words(slug: str, office: Office) -> str:
    """All a document says."""
    return plain(DOCUMENTS[slug].sections(office))


@pytest.mark.parametrize("slug", DOCUMENTS)
def test_the_page_is_a_draft_with_gaps(desk: Client, slug: str) -> None:
    page_text = desk.get(reverse("privacy:document", args=(slug,))).content.decode()
    assert "Entwurf vom" in page_text
    assert "ersetzt keine Rechtsberatung" in page_text
    assert "Beratung Nord" in page_text
    assert 'class="privacy-blank">[vom Träger auszufüllen' in page_text


@pytest.mark.parametrize("slug", DOCUMENTS)
def test_the_paper_says_what_the_page_says_and_conforms(office: Office, slug: str, tmp_path: Path) -> None:
    path = tmp_path / "document.pdf"
    path.write_bytes(document_pdf(DOCUMENTS[slug], office, DAY))
    for profile in ("ua1", "3a"):
        found = page.validate_pdf(str(path), profile=profile)
        assert found.is_compliant, {failure.rule_id: failure.message for failure in found.failures}
    printed = "".join(found.extract_text() for found in pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages)
    squeezed = _bare(printed)
    for section in DOCUMENTS[slug].sections(office):
        assert _bare(section.title) in squeezed


def _bare(text: str) -> str:
    """A text without what lines and hyphens change."""
    return re.sub(r"[\s\-‐\u00ad]", "", text)


def test_the_same_day_gives_the_same_paper(office: Office) -> None:
    assert document_pdf(DOCUMENTS["einwilligung"], office, DAY) == document_pdf(DOCUMENTS["einwilligung"], office, DAY)


def test_the_assessment_has_every_question_as_it_is_asked(office: Office) -> None:
    said = words("folgenabschaetzung", office)
    for fact in LAW.facts:
        assert fact.label in said
        assert fact.ask in said


def test_the_assessment_has_every_criterion_that_reads_an_answer(office: Office) -> None:
    said = words("folgenabschaetzung", office)
    for pathway in LAW.pathways:
        latest = {criterion.id: criterion for criterion in pathway.criteria}
        for criterion in latest.values():
            if criterion.rule is not None and any(True for each in criterion.rule.conditions for _ in each.facts()):
                assert criterion.says in said


def test_a_question_that_no_rule_reads_is_named_as_such(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("advisor.privacy.impact.needs_of", lambda: {fact.id: () for fact in LAW.facts})
    assert words("folgenabschaetzung", office).count("Keine Regel liest diese Antwort.") == len(LAW.facts)


@pytest.mark.parametrize("slug", DOCUMENTS)
def test_periods_are_those_of_the_office(office: Office, slug: str) -> None:
    other = Office.objects.create(name="Beratung Süd")
    RetentionRule.objects.create(office=office, kind=CaseKind.ADVICE, months=17)
    RetentionRule.objects.create(office=other, kind=CaseKind.ADVICE, months=23)
    said = words(slug, office)
    assert "17 Monate nach dem Abschluss" in said
    assert "23 Monate" not in said
    assert "nicht festgelegt" in said


def test_the_consent_lets_each_special_category_be_ticked(office: Office) -> None:
    said = words("einwilligung", office)
    for category in Category:
        assert f"☐ {WORDS[category].easy}" in said
    assert "jederzeit zurücknehmen" in said
    assert "freiwillig" in said


def test_the_record_has_what_the_article_asks_for(office: Office) -> None:
    cites = " ".join(section.cite for section in DOCUMENTS["verzeichnis"].sections(office))
    for letter in "abcdefg":
        assert re.search(rf"Art\. 30 Abs\. 1 Buchst\. ([a-g], )*{letter}\b", cites)


def test_gaps_and_doubts_are_marked() -> None:
    assert runs(f"A {blank('wer')}, B {UNVERIFIED}.") == (
        Run("A "),
        Run("[vom Träger auszufüllen: wer]", "blank"),
        Run(", B "),
        Run(UNVERIFIED, "unverified"),
        Run("."),
    )


def test_the_name_of_an_office_stays_text(desk: Client, office: Office) -> None:
    office.name = '<b>Rat</b> & "Tat" {{ 7|add:7 }}'
    office.save()
    found = desk.get(reverse("privacy:document", args=("einwilligung",))).content.decode()
    assert "<b>Rat" not in found
    assert "&lt;b&gt;Rat&lt;/b&gt; &amp; &quot;Tat&quot; {{ 7|add:7 }}" in found


def test_only_the_admin_gets_them(office: Office) -> None:
    for number, role in enumerate(set(Role) - {Role.OFFICE_ADMIN}):
        browser = Client()
        browser.force_login(make_user(f"user{number}", office.name, role))
        for name, args in (("index", ()), ("document", ("einwilligung",)), ("document_pdf", ("einwilligung",))):
            assert browser.get(reverse(f"privacy:{name}", args=args)).status_code == 403


def test_the_list_leads_to_each_and_there_are_no_others(desk: Client) -> None:
    listed = desk.get(reverse("privacy:index")).content.decode()
    for slug in DOCUMENTS:
        assert reverse("privacy:document", args=(slug,)) in listed
        assert reverse("privacy:document_pdf", args=(slug,)) in listed
    assert desk.get(reverse("privacy:document", args=("anderes",))).status_code == 404
    assert desk.get(reverse("privacy:document_pdf", args=("anderes",))).status_code == 404


def test_the_file_is_a_pdf_with_a_plain_name(desk: Client) -> None:
    response = desk.get(reverse("privacy:document_pdf", args=("massnahmen",)))
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == 'attachment; filename="massnahmen.pdf"'
    assert response.content.startswith(b"%PDF-")
