"""Keeping a memo as it was made, and getting it back unchanged."""

from __future__ import annotations

import hashlib
import uuid

from django.db import transaction

from advisor.accounts.models import User
from advisor.cases.hold import hold
from advisor.cases.models import Person
from advisor.cases.services import keep_assessment
from advisor.guidance.evidence import prove
from advisor.guidance.standing import Standing
from advisor.memo.models import KeptMemo
from advisor.vault.faults import Tampered
from pathways.engine.consultation import Assessment
from pathways.engine.facts import Answers


def keep_memo(
    content: bytes, person: Person, assessment: Assessment, answers: Answers, adviser: User, standing: Standing
) -> KeptMemo:
    """Keep a memo that was just written, with the judgement it rests on and the evidence of who made it.

    ``standing``: how the adviser stands on the day of the memo. Stale where the case is gone meanwhile.
    """
    case = person.case
    memo_id = uuid.uuid4()
    sealed = case.safe.seal(_place(memo_id), content)
    with transaction.atomic():
        hold(case, running=True)
        basis = keep_assessment(person, assessment, answers, adviser)
        checksum = hashlib.sha256(content).hexdigest()
        record = prove(case, memo_id, adviser, standing, law_version=assessment.law_version, checksum=checksum)
        return KeptMemo.objects.create(
            uuid=memo_id, case=case, person=person, assessment=basis, record=record, sealed=sealed
        )


def file_of(memo: KeptMemo) -> bytes:
    """The file, byte for byte as it was made; Tampered where it is not."""
    content = memo.case.safe.open(_place(memo.uuid), memo.sealed)
    if hashlib.sha256(content).hexdigest() != memo.record.checksum:
        raise Tampered(f"memo {memo.uuid} is not the one whose checksum was kept")
    return content


def _place(memo_id: uuid.UUID) -> str:
    return f"memo/{memo_id}"
