"""A memo as it is made and kept: its checksum holds, and only the own file has the assessment as data."""

from __future__ import annotations

import io
import json
from typing import Any

import page
import pikepdf
import pytest

from advisor.cases.models import Case
from advisor.memo.compose import checksum
from advisor.memo.keeping import parts_of
from advisor.memo.making import ATTACHED_AS, Wish, composed_memo, make_memo
from advisor.memo.models import Audience
from tests.factories import person_of

pytestmark = pytest.mark.django_db


def test_the_checksum_holds_for_what_is_printed_also_with_several_persons(case: Case) -> None:
    for several in (False, True):
        memo = composed_memo(person_of(case), case.lead, Wish(), several=several).memo
        assert memo.reference.startswith(case.reference)
        assert (memo.reference == case.reference) is not several
        assert checksum(memo) == memo.checksum


@pytest.mark.parametrize("audience", Audience, ids=[item.value for item in Audience])
def test_only_the_own_file_holds_the_assessment_as_data(case: Case, audience: Audience, tmp_path: Any) -> None:
    wish = Wish(("p22_1",), audience=audience)
    kept, content = make_memo(person_of(case), case.lead, wish, several=False)
    assert kept.audience == audience
    kept.case = case
    printed = json.loads(parts_of(kept))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        attached = {name: pdf.attachments[name] for name in pdf.attachments}
        assert ("/AF" in pdf.Root) is bool(attached)
        if audience is not Audience.FILE:
            assert attached == {}
            return
        assert list(attached) == [ATTACHED_AS]
        assert str(attached[ATTACHED_AS].obj.AFRelationship) == "/Data"
        document = json.loads(attached[ATTACHED_AS].get_file().read_bytes())
    assert document["format"] == "wegweiser-assessment/1"
    assert document["law_version"] == printed["law_version"]
    path = tmp_path / "memo.pdf"
    path.write_bytes(content)
    for profile in ("ua1", "3a"):
        found = page.validate_pdf(str(path), profile=profile)
        assert found.is_compliant, {failure.rule_id: failure.message for failure in found.failures}
