"""The memos of a job as one ZIP, written while it is sent: nothing of it ever lies in clear on a disk."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.db import transaction
from django.utils import timezone

from advisor.accounts.models import User
from advisor.batch.models import Batch, BatchItem, ItemState
from advisor.cases.models import Case
from advisor.cases.services import log
from advisor.logbook.models import Action
from advisor.logbook.record import record
from advisor.memo.keeping import file_of
from advisor.memo.models import KeptMemo
from advisor.vault.faults import VaultFault
from advisor.web.csv_rows import Cell, csv_text

INDEX = "inhalt.csv"
_HEADER = ("Datei", "Aktenzeichen", "Person", "Memo", "Stand")
_MADE, _NOT_YOURS = "fertig", "nicht enthalten: Sie können diesen Fall nicht mehr öffnen"
_DELETED, _UNREADABLE = "nicht enthalten: inzwischen gelöscht", "nicht enthalten: lässt sich nicht öffnen"


@dataclass(slots=True)
class Line:
    """A memo of the job as the index of the ZIP says it; ``memo``: its id where the file is enclosed."""

    name: str
    reference: str
    person: int
    number: int | None
    state: str
    memo: int | None = None

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The line as the table has it."""
        return (self.name, self.reference, self.person or None, self.number, self.state)


def enclosed(batch: Batch, user: User) -> list[Line]:
    """What the ZIP will hold for this person today: files only of cases they may still open."""
    items = batch.items.select_related("case", "person", "memo__record").defer("memo__sealed", "memo__sealed_content")
    cases = [item.case_id for item in items if item.case_id]
    opens = set(Case.objects.visible_to(user).filter(pk__in=cases).values_list("pk", flat=True))
    listed = set(Case.objects.listed_for(user).filter(pk__in=cases).values_list("pk", flat=True))
    return [_line(place, item, opens, listed) for place, item in enumerate(items, start=1)]


def _line(place: int, item: BatchItem, opens: set[int], listed: set[int]) -> Line:
    case, memo = item.case, item.memo
    reference = case.reference if case and case.pk in listed else ""
    line = Line("", reference, item.person.position + 1 if item.person else 0, None, item.get_why_display())
    if item.state != ItemState.MADE:
        line.state = line.state or item.get_state_display()
    elif case is None or memo is None:
        line.state = _DELETED
    elif case.pk not in opens:
        line.state = _NOT_YOURS
    else:
        # Random ids and numbers only: the name of a file travels with every mail.
        line.number, line.memo, line.state = memo.record.number, memo.pk, _MADE
        line.name = f"{place:03}-memo-{str(case.uuid)[:8]}-{memo.record.number}.pdf"
    return line


def put_on_record(batch: Batch, lines: list[Line], by: User) -> None:
    """That somebody takes these memos with them: a line for the job, and one in each case."""
    keys = [line.memo for line in lines if line.memo is not None]
    memos = KeptMemo.objects.filter(pk__in=keys).select_related("case__key", "record")
    with transaction.atomic():
        for memo in memos.defer("sealed", "sealed_content"):
            log(Action.MEMO_DOWNLOADED, memo.case, by, subject=str(memo.record.number))
        subject = f"{batch.uuid}, {len(keys)} Memos"
        record(Action.BATCH_DOWNLOADED, by=by, office_id=batch.office_id, subject=subject)


def zipped(lines: list[Line]) -> Iterator[bytes]:
    """The ZIP in pieces, one memo in memory at a time; a file that is not as it was made is named in the index."""
    sink = _Sink()
    with ZipFile(sink, "w") as archive:
        for line in lines:
            if line.memo is None:
                continue
            try:
                memo = KeptMemo.objects.select_related("case__key", "record").get(pk=line.memo)
                content = file_of(memo)
            except KeptMemo.DoesNotExist:
                line.name, line.state = "", _DELETED
            except VaultFault:
                line.name, line.state = "", _UNREADABLE
            else:
                archive.writestr(_entry(line.name), content, ZIP_STORED)
                yield sink.taken()
        table = csv_text(_HEADER, (line.cells for line in lines))
        archive.writestr(_entry(INDEX), table.encode("utf-8-sig"), ZIP_DEFLATED)
    yield sink.taken()


def _entry(name: str) -> ZipInfo:
    return ZipInfo(name, timezone.localtime().timetuple()[:6])


class _Sink(io.RawIOBase):
    """Where the ZIP is written to, and taken from piece by piece."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: object) -> int:
        """Keep a piece until it is taken; its length."""
        kept = bytes(piece)  # type: ignore[call-overload]
        self._pieces.append(kept)
        return len(kept)

    def taken(self) -> bytes:
        """What was written since the last time."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)
