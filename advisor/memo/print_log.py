"""Who has printed which paper of a case, as the log says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from advisor.accounts.models import User
from advisor.cases.models import Case
from advisor.cases.services import log
from advisor.guidance.models import MemoRecord
from advisor.logbook.models import Action, Event
from advisor.memo.models import Purpose, Release

MOST = 100  # of one paper; the log has them all


@dataclass(frozen=True, slots=True)
class Print:
    """That somebody opened a paper to print it; ``purpose``: in words, empty where none was named."""

    who: User | None
    at: datetime
    purpose: str


def log_print(row: Release, record: MemoRecord, user: User) -> None:
    """Put on record that somebody prints a paper; inside a transaction."""
    log(Action.MEMO_PRINTED, row.memo.case, user, subject=f"{record.number} {record.kind} {row.purpose}".rstrip())


def prints_of(case: Case, number: int) -> list[Print]:
    """Who has printed a paper, the last first."""
    one = Q(subject=str(number)) | Q(subject__startswith=f"{number} ")
    return [found for _number, found in _read(case, one)]


def last_prints(case: Case) -> dict[int, Print]:
    """By number of a paper who printed it last."""
    found: dict[int, Print] = {}
    for number, each in _read(case, Q()):
        found.setdefault(number, each)
    return found


def _read(case: Case, which: Q) -> Iterator[tuple[int, Print]]:
    events = Event.objects.filter(which, case=case.uuid, office=case.office_id, action=Action.MEMO_PRINTED)
    for event in events.select_related("actor").defer("details").order_by("-number")[:MOST]:
        number, _kind, purpose = [*event.subject.split(" "), "", ""][:3]
        yield int(number), Print(event.actor, event.at, str(Purpose(purpose).label) if purpose else "")
