"""What is printed, exported or told by the command is the same whatever language somebody works in."""

from __future__ import annotations

import io
import json
import re
from datetime import date

import pypdf
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from advisor.accounts.models import Role, User
from advisor.cases.models import Case
from advisor.cases.services import assessment_of, case_file_of, save_answers
from advisor.memo.render import memo_html, memo_pdf
from pathways.content.reading import read_assessment
from pathways.content.terminal import terminal_text
from pathways.engine.consultation import consult
from pathways.engine.facts import Answer
from pathways.engine.fingerprint import law_version
from pathways.engine.report import report
from pathways.law import LAW
from tests.factories import answers, make_user, page_of, person_of
from tests.memo.conftest import FACTS, Make, make

__all__ = ["make"]
pytestmark = pytest.mark.django_db
LANGUAGES = ("de", "en")


def test_the_memo_is_the_same_file(make: Make) -> None:
    htmls, files = set(), set()
    for language in LANGUAGES:
        with translation.override(language):
            memo = make(notes={"location": "in words"})
            htmls.add(memo_html(memo))
            files.add(memo_pdf(memo))
    assert len(htmls) == len(files) == 1
    assert 'lang="de"' in htmls.pop()


def test_the_command_says_the_same() -> None:
    given: dict[str, Answer] = answers(**FACTS)
    texts, reports = set(), set()
    for language in LANGUAGES:
        with translation.override(language):
            assessment = consult(LAW, given, date(2026, 11, 22))
            texts.add(terminal_text(read_assessment(assessment, given, LAW, {pathway.id for pathway in LAW.pathways})))
            reports.add(json.dumps(report(assessment, LAW), default=str))
    assert len(texts) == len(reports) == 1
    assert "scheidet derzeit aus" in texts.pop()


def test_the_case_file_is_the_same(web: Client, counsellor: User, case: Case) -> None:
    save_answers(person_of(case), answers(**FACTS), counsellor)
    files = set()
    for language in LANGUAGES:
        User.objects.filter(pk=counsellor.pk).update(language=language)
        files.add(web.get(page_of("cases:export", case)).content)
    assert len(files) == 1
    assert json.loads(files.pop())["facts"] == case_file_of(person_of(case))["facts"]


def test_a_memo_that_is_downloaded_is_german(web: Client, counsellor: User, case: Case) -> None:
    save_answers(person_of(case), answers(**FACTS), counsellor)
    texts = set()
    for language in LANGUAGES:
        User.objects.filter(pk=counsellor.pk).update(language=language)
        response = web.post(page_of("memo:pdf", case), {"weg": ["p23a"]})
        assert response.headers["Content-Type"] == "application/pdf"
        pages = pypdf.PdfReader(io.BytesIO(response.content)).pages
        texts.add(re.sub(r"\s+|Memo\s*\d+", "", " ".join(page.extract_text() for page in pages)))
    assert len(texts) == 1


def test_documents_about_data_protection_are_german(client: Client) -> None:
    admin = make_user("vera", "Office", Role.OFFICE_ADMIN)
    client.force_login(admin)
    texts = set()
    for language in LANGUAGES:
        User.objects.filter(pk=admin.pk).update(language=language)
        page = client.get(reverse("privacy:document", args=("verzeichnis",))).content.decode()
        texts.add(page.partition("<article")[2].partition("</article>")[0])
    assert len(texts) == 1
    assert texts != {""}


def test_the_law_has_one_version_in_every_language() -> None:
    versions = set()
    for language in LANGUAGES:
        with translation.override(language):
            versions.add(law_version(LAW))
    assert len(versions) == 1


def test_an_assessment_is_kept_the_same(counsellor: User, case: Case) -> None:
    given = answers(**FACTS)
    save_answers(person_of(case), given, counsellor)
    kept = set()
    for language in LANGUAGES:
        with translation.override(language):
            kept.add(json.dumps(report(assessment_of(person_of(case), given), LAW), default=str))
    assert len(kept) == 1
