"""The memo in the browser: the page equals the paper, the PDF is kept as evidence and names nobody in its file name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from advisor.cases.models import Assessment
from advisor.cases.sealing import open_evidence
from pathways.law import LAW
from tests.factories import make_case, page_of

if TYPE_CHECKING:
    from advisor.accounts.models import User
    from advisor.cases.models import Case

pytestmark = pytest.mark.django_db


@pytest.fixture
def full(counsellor: User) -> Case:
    """A case with some answers."""
    return make_case(counsellor, "F-2026/7", location="in_germany", federal_state="NW", urgent_reasons_23a=True)


def test_the_page_shows_the_whole_memo(web: Client, full: Case) -> None:
    response = web.get(page_of("memo:person_preview", full))
    assert response.status_code == 200
    text = response.content.decode()
    assert text.count("<h1") == 1
    for anchor in ("fristen", "ergebnis", "weg-p23a", "wirkungen", "andere-wege", "angaben", "quellen", "grenzen"):
        assert text.count(f'id="{anchor}"') == 1
    assert "Beratung Nord" in text
    assert "F-2026/7" in text
    assert not Assessment.objects.exists()


def test_every_reference_has_its_source_and_the_way_back(web: Client, full: Case) -> None:
    text = web.get(page_of("memo:person_preview", full)).content.decode()
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    inside = set(re.findall(r'href="#([^"]+)"', text))
    assert inside <= set(ids)


def test_pathways_can_be_chosen(web: Client, full: Case) -> None:
    text = web.get(page_of("memo:person_preview", full), {"weg": ["p23a"]}).content.decode()
    assert 'id="weg-p23a"' in text
    assert 'id="weg-p22_2"' not in text


def test_the_length_can_be_chosen_and_the_pdf_takes_it_over(web: Client, full: Case) -> None:
    address = page_of("memo:person_preview", full)
    short = web.get(address, {"weg": ["p23a"]}).content.decode()
    long = web.get(address, {"weg": ["p23a"], "laenge": "ausfuehrlich"}).content.decode()
    assert 'type="hidden" name="laenge" value="kurz"' in short
    assert 'type="hidden" name="laenge" value="ausfuehrlich"' in long
    assert "Zu klären oder zu tun" in short
    assert "Beruht auf" in long


def test_an_unknown_length_is_refused_with_what_is_allowed(web: Client, full: Case) -> None:
    response = web.get(page_of("memo:person_preview", full), {"laenge": "endlos"})
    assert response.status_code == 400
    text = response.content.decode()
    assert "endlos" in text
    assert "kurz, ausfuehrlich" in text


@pytest.mark.parametrize("name", ["memo:person_preview", "memo:pdf"])
def test_an_unknown_pathway_is_refused_with_what_is_allowed(web: Client, full: Case, name: str) -> None:
    address = page_of(name, full)
    response = web.post(address, {"weg": "p99"}) if name == "memo:pdf" else web.get(address, {"weg": "p99"})
    assert response.status_code == 400
    text = response.content.decode()
    assert "p99" in text
    assert all(pathway.id in text for pathway in LAW.pathways)


def test_the_pdf_is_a_file_without_personal_data_in_its_name(web: Client, full: Case) -> None:
    response = web.post(page_of("memo:pdf", full), {"weg": ["p23a"]})
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == f'attachment; filename="memo-{str(full.uuid)[:8]}.pdf"'
    assert response.headers["Cache-Control"] == "no-store"
    assert response.content.startswith(b"%PDF")


def test_what_the_pdf_rests_on_is_kept(web: Client, full: Case, counsellor: User) -> None:
    web.post(page_of("memo:pdf", full), {"weg": ["p23a"]})
    kept = Assessment.objects.get()
    assert kept.case == full
    assert kept.by == counsellor
    held = open_evidence(full, kept)
    assert kept.law_version == held["report"]["law_version"]
    assert held["answers"]["facts"] == {"location": "in_germany", "federal_state": "NW", "urgent_reasons_23a": True}


def test_making_a_pdf_is_no_visit(web: Client, full: Case) -> None:
    assert web.get(page_of("memo:pdf", full)).status_code == 405
    assert not Assessment.objects.exists()


def test_no_more_pdfs_in_a_while_than_a_server_can_write(
    web: Client, full: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advisor.memo.render.write_pdf", lambda *_: b"%PDF-1.7")
    statuses = [web.post(page_of("memo:pdf", full)).status_code for _ in range(31)]
    assert statuses == [200] * 30 + [429]
