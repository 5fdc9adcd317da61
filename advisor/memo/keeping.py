"""Keeping a memo as it was made, and getting it back unchanged."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass

from django.db import transaction

from advisor.accounts.models import User
from advisor.cases.hold import hold
from advisor.cases.models import Person
from advisor.cases.services import keep_assessment
from advisor.guidance.evidence import prove
from advisor.guidance.models import PaperKind
from advisor.guidance.standing import Standing
from advisor.memo.models import KeptMemo
from advisor.vault.faults import Tampered
from pathways.engine.consultation import Assessment
from pathways.engine.facts import Answers


@dataclass(frozen=True, slots=True)
class Written:
    """A paper that was just written and is to be kept.

    ``content``: the file. ``parts``: what a memo is composed of as JSON, empty for other papers. ``language``: a tag of
    BCP 47. ``audience``: of a memo, empty for other papers.
    """

    content: bytes
    kind: PaperKind = PaperKind.MEMO
    language: str = "de"
    audience: str = ""
    parts: str = ""


def keep_memo(
    written: Written, person: Person, assessment: Assessment, answers: Answers, adviser: User, standing: Standing
) -> KeptMemo:
    """Keep a memo, sheet or dossier that was just written, with the judgement it rests on and who made it.

    ``standing``: how the adviser stands on the day of the paper. Stale where the case is gone meanwhile.
    """
    case = person.case
    memo_id = uuid.uuid4()
    content = written.content
    sealed = case.safe.seal(_place(memo_id), content)
    parts = case.safe.seal(_place_of_parts(memo_id), written.parts.encode()) if written.parts else None
    with transaction.atomic():
        hold(case, running=True)
        basis = keep_assessment(person, assessment, answers, adviser)
        checksum = hashlib.sha256(content).hexdigest()
        record = prove(
            case,
            memo_id,
            adviser,
            standing,
            law_version=assessment.law_version,
            checksum=checksum,
            kind=written.kind,
        )
        return KeptMemo.objects.create(
            uuid=memo_id,
            case=case,
            person=person,
            assessment=basis,
            record=record,
            language=written.language,
            audience=written.audience,
            sealed=sealed,
            sealed_content=parts,
        )


def file_of(memo: KeptMemo) -> bytes:
    """The file, byte for byte as it was made; Tampered where it is not."""
    content = memo.case.safe.open(_place(memo.uuid), memo.sealed)
    if hashlib.sha256(content).hexdigest() != memo.record.checksum:
        raise Tampered(f"memo {memo.uuid} is not the one whose checksum was kept")
    return content


def parts_of(memo: KeptMemo) -> str:
    """The composed parts of a memo as JSON; empty where none were kept."""
    if memo.sealed_content is None:
        return ""
    return memo.case.safe.open(_place_of_parts(memo.uuid), memo.sealed_content).decode()


def _place_of_parts(memo_id: uuid.UUID) -> str:
    return f"memo/{memo_id}/parts"


def _place(memo_id: uuid.UUID) -> str:
    return f"memo/{memo_id}"
