"""The form of one section: rows of a table, a text, and whether it goes into the papers."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _

from advisor.cases.typed import Refused, read_day
from advisor.dossier.entries import LONGEST_CELL, LONGEST_TEXT, MOST_ROWS, NOW, Entry, Row
from advisor.dossier.sections import Section
from pathways.content.words import partial_day_words
from pathways.engine.days import PartialDay

SPARE = 3  # empty rows at the end
_COLUMNS = ("von", "bis", "was", "wo")
_TODAY = (NOW, "today")  # the page may be in English


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row as it was typed; ``number`` counts from 1, ``fault``: why it cannot be kept."""

    number: int
    start: str = ""
    end: str = ""
    what: str = ""
    where: str = ""
    fault: str = ""


@dataclass(slots=True)
class SectionForm:
    """What stands in the fields; ``faults``: what cannot be kept apart from single rows."""

    rows: list[TypedRow]
    text: str
    printed: bool
    was: str
    faults: list[str] = field(default_factory=list)

    @property
    def is_faulty(self) -> bool:
        """Whether something has to be put right first."""
        return bool(self.faults or any(row.fault for row in self.rows))


def shown(section: Section, entry: Entry, *, default: bool) -> SectionForm:
    """The fields for what is kept; ``default``: whether the section is printed where nobody has said."""
    rows = [
        TypedRow(number, _shown_day(row.start), _shown_day(row.end), row.what, row.where)
        for number, row in enumerate(entry.in_order, 1)
    ]
    printed = default if entry.printed is None else entry.printed
    return SectionForm(_with_spare(section, rows), entry.text, printed, entry.fingerprint)


def read(section: Section, sent: QueryDict, *, default: bool) -> tuple[SectionForm, Entry]:
    """What was sent, as it was typed and as it would be kept; the second counts only where the first is not faulty."""
    columns = [sent.getlist(name) for name in _COLUMNS] if section.rows else []
    typed: list[TypedRow] = []
    kept: list[Row] = []
    for cells in zip(*columns, strict=False):
        start, end, what, where = (cell.replace("\r\n", "\n").strip() for cell in cells)
        if start or end or what or where:
            row, fault = _row(start, end, what, where)
            typed.append(TypedRow(len(typed) + 1, start, end, what, where, fault))
            kept.append(row)
    text = sent.get("text", "").replace("\r\n", "\n").strip()
    printed = sent.get("drucken") == "ja"
    form = SectionForm(_with_spare(section, typed), text, printed, sent.get("war", "")[:64])
    form.faults = _faults(len(kept), text)
    said = None if printed is default else printed
    return form, Entry(section.id, tuple(sorted(kept, key=lambda row: row.sorted_by)), text, said)


def _row(start: str, end: str, what: str, where: str) -> tuple[Row, str]:
    try:
        begin, until = _day(start), NOW if end.casefold() in _TODAY else _day(end)
    except Refused as refused:
        return Row(), str(refused)
    if begin and until not in ("", NOW) and PartialDay.parse(until).latest < PartialDay.parse(begin).earliest:
        return Row(), _("Das Ende liegt vor dem Anfang.")
    if max(len(what), len(where)) > LONGEST_CELL:
        return Row(), _("Bitte in höchstens {most} Zeichen je Feld.").format(most=LONGEST_CELL)
    if "\x00" in what + where:
        return Row(), _("Hier steht ein Zeichen, das nicht gespeichert werden kann.")
    return Row(begin, until, what, where), ""


def _day(text: str) -> str:
    return str(read_day(text)) if text else ""


def _faults(rows: int, text: str) -> list[str]:
    found = []
    if rows > MOST_ROWS:
        found.append(_("Höchstens {most} Zeilen sind möglich.").format(most=MOST_ROWS))
    if len(text) > LONGEST_TEXT:
        told = _("Der Text hat {n} Zeichen; höchstens {most} sind möglich.")
        found.append(told.format(n=len(text), most=LONGEST_TEXT))
    if "\x00" in text:
        found.append(_("Der Text enthält ein Zeichen, das nicht gespeichert werden kann."))
    return found


def _with_spare(section: Section, rows: list[TypedRow]) -> list[TypedRow]:
    spare = SPARE if section.rows else 0
    return rows + [TypedRow(len(rows) + number) for number in range(1, spare + 1)]


def _shown_day(text: str) -> str:
    return text if text in ("", NOW) else partial_day_words(PartialDay.parse(text))
