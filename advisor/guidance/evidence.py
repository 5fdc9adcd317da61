"""The evidence of memos: written when one is made, and compared with the log when it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from uuid import UUID

from django.db.models import Max

from advisor.accounts.models import User
from advisor.cases.models import Case
from advisor.cases.services import log
from advisor.guidance.models import MemoRecord, PaperKind
from advisor.guidance.standing import Standing
from advisor.logbook.models import Action, Event

_MADE: Mapping[str, Action] = {
    PaperKind.MEMO: Action.MEMO_MADE,
    PaperKind.SHEET: Action.SHEET_MADE,
    PaperKind.DOSSIER: Action.DOSSIER_MADE,
}


def prove(
    case: Case,
    memo: UUID,
    adviser: User,
    standing: Standing,
    *,
    law_version: str,
    checksum: str,
    kind: PaperKind = PaperKind.MEMO,
) -> MemoRecord:
    """Write the evidence of a paper that is being made, with the next number of its case, and the line of the log.

    Inside the transaction that keeps the memo, holding the row of the case, so that no other takes that number.
    """
    last = MemoRecord.objects.filter(case=case.uuid).aggregate(last=Max("number"))["last"]
    row = MemoRecord.objects.create(
        office_id=case.office_id,
        memo=memo,
        case=case.uuid,
        number=(last or 0) + 1,
        kind=kind,
        day=standing.day,
        adviser=adviser,
        cover=standing.cover,
        guidance=standing.guidance if standing.cover == standing.cover.GUIDED else None,
        under=standing.words,
        law_version=law_version,
        checksum=checksum,
    )
    log(_MADE[kind], case, adviser, subject=_subject(row))
    return row


def log_numbers(rows: Iterable[MemoRecord]) -> dict[int, int]:
    """By id of the evidence the number of the log entry that says the same; where none does, it is missing."""
    listed = list(rows)
    if not listed:
        return {}
    days = [row.day for row in listed]
    events = Event.objects.filter(
        office_id__in={row.office_id for row in listed},
        action__in=_MADE.values(),
        # A memo begun just before midnight is in the log of the next day.
        at__date__range=(min(days), max(days) + timedelta(days=1)),
    )
    said = {(event.office_id, event.actor_id, event.case, event.subject): event.number for event in events}
    found = {row.pk: said.get((row.office_id, row.adviser_id, row.case, _subject(row))) for row in listed}
    return {pk: number for pk, number in found.items() if number is not None}


def _subject(row: MemoRecord) -> str:
    """What the log holds of a memo: number, day, state of guidance with its id, checksum; no name."""
    guidance = f"/{row.guidance_id}" if row.guidance_id else ""
    return f"{row.number} {row.day:%Y-%m-%d} {row.cover}{guidance} {row.checksum}"
