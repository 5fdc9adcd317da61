"""The yearly report on paper: accessible, complete, and without anything of a case."""

from __future__ import annotations

import io
import re
from typing import Any

import page
import pypdf
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from advisor.accounts.models import Role
from advisor.cases.models import Case
from advisor.guidance import changes
from advisor.guidance.models import MemoRecord
from tests.factories import make_user
from tests.memo.test_kept import made

pytestmark = pytest.mark.django_db


def test_the_report_conforms_and_names_every_memo(client: Client, case: Case, tmp_path: Any) -> None:
    admin, today = make_user("olga", "Beratung Nord", Role.OFFICE_ADMIN), timezone.localdate()
    changes.agree(case.lead, admin, guide=admin, qualification="Volljuristin", agreed_on=today, valid_until=today)
    changes.add_training(case.lead, admin, title="<b>Asyl</b> & Aufenthalt\x07", day=today, hours=2)  # type: ignore[arg-type]
    made(case, b"%PDF-1")
    made(case, b"%PDF-2")
    client.force_login(admin)
    response = client.get(reverse("memo:report_pdf", args=(today.year,)))
    assert response.headers["Content-Type"] == "application/pdf"
    path = tmp_path / "report.pdf"
    path.write_bytes(response.content)
    for profile in ("ua1", "3a"):
        found = page.validate_pdf(str(path), profile=profile)
        assert found.is_compliant, {failure.rule_id: failure.message for failure in found.failures}
    text = "".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(response.content)).pages)
    text = re.sub("[\\s\u00ad\u2010-]+", "", text)
    for record in MemoRecord.objects.all():
        assert record.checksum in text
    assert "<b>Asyl</b>&Aufenthalt" in text
    assert case.reference.replace("-", "") not in text
