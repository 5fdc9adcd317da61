"""The yearly report proves every memo: adviser, guidance of that day, checksum, and the line of the log beside it."""

from __future__ import annotations

import csv
import hashlib
from datetime import date
from io import StringIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from advisor.accounts.models import User
from advisor.cases.answers import answers_of
from advisor.cases.models import Case
from advisor.cases.services import assessment_of
from advisor.guidance import changes
from advisor.guidance.consultations import answer, ask
from advisor.guidance.models import Cover, MemoRecord, PaperKind
from advisor.guidance.report import COLUMNS, year_report
from advisor.guidance.standing import standing_of
from advisor.memo.keeping import Written, keep_memo
from advisor.vault.services import destroy
from tests.factories import make_case, page_of, person_of
from tests.guidance.conftest import browser_of
from tests.guidance.test_standing import guided
from tests.small_pdf import SMALL_PDF

pytestmark = pytest.mark.django_db


def make_memo(web: Client, case: Case) -> bytes:
    """Make a memo as a counsellor does; the file."""
    response = web.post(page_of("memo:pdf", case))
    assert response.status_code == 200
    return bytes(response.content)


def test_papers_of_other_kinds_are_proven_and_called_what_they_are(case: Case, admin: User, today: date) -> None:
    person = person_of(case)
    evidence = (person, assessment_of(person), answers_of(person), case.lead, standing_of(case.lead, today))
    for kind in (PaperKind.SHEET, PaperKind.MEMO, PaperKind.SHEET):
        keep_memo(Written(SMALL_PDF, kind=kind, language="de"), *evidence)
    report = year_report(admin.office, today.year)  # type: ignore[arg-type]
    assert [line.name.split()[0] for line in report.papers] == ["Merkblatt", "Memo", "Merkblatt"]
    assert all(line.logged for line in report.papers)
    assert [made for _kind, made in report.kinds] == [1, 2, 0]


def test_every_memo_is_proven(web: Client, case: Case, admin: User, releaser: User, today: date) -> None:
    without = make_memo(web, case)
    row = guided(case.lead, admin, agreed_on=today, valid_until=today)
    under = make_memo(web, case)
    changes.end(row, admin, today)
    changes.qualify(case.lead, admin, ground="judge", title="Volljuristin", since=today)
    own = make_memo(web, case)
    answer(ask(case, case.lead, "Frage"), releaser, "Antwort")

    report = year_report(admin.office, today.year)  # type: ignore[arg-type]
    found = [(line.record.number, line.record.cover, line.record.under) for line in report.papers]
    assert found == [
        (1, Cover.MISSING, ""),
        (2, Cover.GUIDED, "Vera Recht, Volljuristin (§ 6 Abs. 2 RDG)"),
        (3, Cover.QUALIFIED, "Volljuristin"),
    ]
    files = [hashlib.sha256(content).hexdigest() for content in (without, under, own)]
    assert [line.record.checksum for line in report.papers] == files
    assert all(line.logged for line in report.papers)
    assert [line.record.number for line in report.not_in_order] == [1]
    assert (report.asked, report.answered) == (1, 1)


def test_it_still_does_when_the_case_is_destroyed(
    web: Client, case: Case, admin: User, releaser: User, today: date
) -> None:
    guided(case.lead, admin, agreed_on=today, valid_until=today)
    make_memo(web, case)
    ask(case, case.lead, "Frage", releaser)
    before = [line.cells for line in year_report(admin.office, today.year).papers]  # type: ignore[arg-type]
    key = case.key
    case.delete()
    destroy(key)
    report = year_report(admin.office, today.year)  # type: ignore[arg-type]
    assert [line.cells for line in report.papers] == before
    assert len(before) == 1
    assert report.asked == 1


@pytest.mark.parametrize("column", ["checksum", "day", "cover", "guidance", "adviser"])
def test_evidence_that_was_changed_no_longer_fits_the_log(
    web: Client, case: Case, admin: User, today: date, column: str
) -> None:
    make_memo(web, case)
    later = guided(case.lead, admin, agreed_on=today, valid_until=today)
    forged = {
        "checksum": "0" * 64,
        "day": date(today.year, 1, 1) if today.timetuple().tm_yday != 1 else date(today.year, 1, 2),
        "cover": Cover.GUIDED,
        "guidance": later,
        "adviser": admin,
    }
    MemoRecord.objects.update(**{column: forged[column]})
    (line,) = year_report(admin.office, today.year).papers  # type: ignore[arg-type]
    assert line.logged is None
    assert not line.is_in_order
    text = browser_of(admin).get(reverse("guidance:report", args=(today.year,))).content.decode()
    assert "fehlt" in text


def test_it_is_of_one_office_and_one_year(web: Client, case: Case, admin: User, foreign: Case, today: date) -> None:
    make_memo(web, case)
    make_memo(browser_of(foreign.lead), foreign)
    assert len(year_report(admin.office, today.year).papers) == 1  # type: ignore[arg-type]
    assert not year_report(admin.office, today.year - 1).papers  # type: ignore[arg-type]


def test_it_holds_nothing_of_the_case(web: Client, admin: User, counsellor: User, today: date) -> None:
    case = make_case(counsellor, "Merkzeichen-Akte", urgent_reasons_23a=True)
    make_memo(web, case)
    other = browser_of(admin)
    for name in ("guidance:report", "guidance:report_csv", "memo:report_pdf"):
        response = other.get(reverse(name, args=(today.year,)))
        assert response.status_code == 200
        text = response.content.decode()
        assert "Merkzeichen" not in text
        assert str(case.uuid) not in text
        assert str(case.uuid)[:8] in text


def test_a_name_in_the_table_is_no_formula(web: Client, case: Case, admin: User, today: date) -> None:
    guided(case.lead, admin, guide_name='=HYPERLINK("http://evil.example")', agreed_on=today, valid_until=today)
    case.lead.first_name, case.lead.last_name = "@SUM(A1)", ""
    case.lead.save()
    make_memo(web, case)
    response = browser_of(admin).get(reverse("guidance:report_csv", args=(today.year,)))
    header, row = csv.reader(StringIO(response.content.decode("utf-8-sig")), delimiter=";")
    assert tuple(header) == COLUMNS
    cells = dict(zip(header, row, strict=True))
    assert cells["Beratung"] == "'@SUM(A1)"
    assert cells["Anleitung oder Befähigung"].startswith("'=HYPERLINK")
    assert cells["Datum"] == timezone.localdate().isoformat()


@pytest.mark.parametrize("year", [0, 1, 1999, 2200, 9999, 10**30])
def test_a_year_far_away_has_no_report(admin: User, year: int) -> None:
    for name in ("guidance:report", "guidance:report_csv", "memo:report_pdf"):
        assert browser_of(admin).get(reverse(name, args=(year,))).status_code == 404


def test_many_memos_take_as_many_queries_as_few(web: Client, case: Case, admin: User, today: date) -> None:
    make_memo(web, case)
    counted = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            report = year_report(admin.office, today.year)  # type: ignore[arg-type]
            assert [line.cells for line in report.papers]
        counted.append(len(queries))
        make_memo(web, case)
    assert counted[0] == counted[1]
