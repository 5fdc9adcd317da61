"""What an editor can put right about a table of statistics: lines, what is counted, until when, source, limits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple

from pathways.content.checks import Fault, Trouble
from pathways.content.figure_words import ROUNDED, number
from pathways.content.markup import Unreadable
from pathways.content.slots import Shape, Slot, Subject, slot_id
from pathways.engine.citations import Citation, Source, SourceKind
from pathways.engine.days import PartialDay
from pathways.engine.fingerprint import joint_fingerprint
from pathways.law.figures import Figure, Rounding, Table, table, tables

NAME = "table"
LABEL = "Zeilen, Quelle und Stand"
_LONGEST = 8000
_MOST_ROWS = 60
_LARGEST = 10**10
_TOTAL, _COUNTS, _DAY, _PERIOD, _SOURCE, _CAVEAT = (
    "Zusammen",
    "Gezählt ist",
    "Stand",
    "Zeitraum",
    "Quelle",
    "Zu beachten",
)
_CHECKED, _NOT_YET = "Geprüft", "nein"
_FIELDS = (_TOTAL, _COUNTS, _DAY, _PERIOD, _SOURCE, _CHECKED, _CAVEAT)
_DEMANDED = (_COUNTS, _SOURCE, _CAVEAT)
_ROUNDINGS = {words: rounding for rounding, words in ROUNDED.items() if rounding is not Rounding.EXACT}
_NUMBER = re.compile(rf"(?:(?P<rounding>{'|'.join(_ROUNDINGS)}) )?(?P<digits>\d{{1,3}}(?:\.\d{{3}})+|\d+)", re.ASCII)
_PLACED = re.compile(r"(?P<number>[^\[\]]+?) \[(?P<place>[^\[\]]+)\]")
_DIGIT = re.compile(r"\d")
_UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


class Row(NamedTuple):
    """A line of a table. ``place``: where in the source it stands; "" where that is the same for all."""

    label: str
    value: int
    rounding: Rounding
    place: str


@dataclass(frozen=True, slots=True)
class TableValue:
    """A table as an office has released it. ``is_unverified``: nobody has read it in its source."""

    rows: tuple[Row, ...]
    total: int | None
    counts: str
    day: PartialDay | None
    period: str
    source: str
    is_unverified: bool
    caveat: str


def _slots() -> Iterator[Slot]:
    for each in tables():
        yield Slot(
            id=slot_id(Subject.FIGURES, each.slug, NAME),
            subject_kind=Subject.FIGURES,
            subject_id=each.slug,
            name=NAME,
            label=LABEL,
            shape=Shape.PROSE,
            needs_cite=False,
            longest=_LONGEST,
            languages=("de",),
            required=False,
        )


FIGURE_SLOTS: Mapping[str, Slot] = MappingProxyType({slot.id: slot for slot in _slots()})


def table_body(of: Table) -> str:
    """A table as it is kept and changed: a line for each number, then what is counted, until when, source, limits."""
    fields = {
        _TOTAL: "" if of.total is None else number(of.total),
        _COUNTS: of.counts,
        _DAY: str(of.cut_off or ""),
        _PERIOD: of.period,
        _SOURCE: "; gelesen in ".join(cite.text for cite in (of.cite, of.via) if cite),
        _CHECKED: _NOT_YET if of.is_unverified else "",
        _CAVEAT: " ".join(part for part in (of.limits, of.missing) if part),
    }
    rows = [f"{each.label}: {_said(each.rounding, each.value)}{_place(of, each)}" for each in of.figures]
    return "\n".join([*rows, *(f"{name}: {' '.join(said.split())}" for name, said in fields.items() if said)])


def read_table(body: str) -> TableValue:
    """The table that is kept like this; Unreadable, with the line, for anything else."""
    if unseen := _UNSEEN.search(body):
        raise Unreadable(body.count("\n", 0, unseen.start()) + 1, "Der Text enthält ein unsichtbares Steuerzeichen.")
    rows: dict[str, Row] = {}
    fields: dict[str, tuple[int, str]] = {}
    for place, line in enumerate(body.split("\n"), 1):
        name, colon, said = (part.strip() for part in line.strip().rpartition(": "))
        first = line.strip().partition(": ")[0]
        if not line.strip():
            continue
        if first in _FIELDS:
            if first in fields:
                raise Unreadable(place, f"„{first}“ steht schon weiter oben.")
            fields[first] = (place, line.strip().partition(": ")[2].strip())
        elif fields:
            raise Unreadable(place, f"Nach den Zahlen kommen nur Zeilen mit {_listed(_FIELDS)}.")
        elif not colon or not name:
            raise Unreadable(place, "Eine Zeile hat eine Bezeichnung, einen Doppelpunkt und eine Zahl: „2024: 1.234“.")
        elif name in rows:
            raise Unreadable(place, f"Die Zeile „{name}“ steht schon weiter oben.")
        else:
            rows[name] = _row(name, said, place)
    return _value(rows, fields, body.count("\n") + 1)


def _value(rows: Mapping[str, Row], fields: Mapping[str, tuple[int, str]], last: int) -> TableValue:
    if not rows or len(rows) > _MOST_ROWS:
        raise Unreadable(1, f"Eine Tabelle hat mindestens eine und höchstens {_MOST_ROWS} Zeilen mit Zahlen.")
    for name in _DEMANDED:
        if not fields.get(name, (0, ""))[1]:
            raise Unreadable(last, f"Es fehlt eine Zeile „{name}: …“.")
    if not (_DAY in fields or _PERIOD in fields):
        raise Unreadable(last, f"Es fehlt eine Zeile „{_DAY}: JJJJ-MM-TT“ oder „{_PERIOD}: …“.")
    total = None
    if _TOTAL in fields:
        place, said = fields[_TOTAL]
        total, rounding = _number(said, place)
        if rounding is not Rounding.EXACT:
            raise Unreadable(place, "Eine Summe steht nur da, wo die Quelle sie genau nennt.")
    return TableValue(
        tuple(rows.values()),
        total,
        fields[_COUNTS][1],
        _day(*fields[_DAY]) if _DAY in fields else None,
        fields.get(_PERIOD, (0, ""))[1],
        fields[_SOURCE][1],
        _is_unverified(*fields[_CHECKED]) if _CHECKED in fields else False,
        fields[_CAVEAT][1],
    )


def table_faults(body: str) -> tuple[Fault, ...]:
    """What keeps a table from being released, or should be known to whoever releases it."""
    try:
        value = read_table(body)
    except Unreadable as trouble:
        return (Fault(Trouble.MARKUP, trouble.place, trouble.what),)
    if len(body) > _LONGEST:
        return (Fault(Trouble.TOO_LONG, 0, f"Platz ist für {_LONGEST} Zeichen."),)
    comes_to = sum(row.value for row in value.rows)
    if value.total is not None and value.total != comes_to:
        words = f"Die Zeilen ergeben {number(comes_to)}, als Summe steht da {number(value.total)}."
        return (Fault(Trouble.MARKUP, 0, words),)
    if not any(row.place for row in value.rows) and not _DIGIT.search(value.source):
        words = "Die Quelle nennt weder Seite noch Tag. Findet man die Zahlen dort wieder?"
        return (Fault(Trouble.NO_CITATION, 0, words, blocks=False),)
    return ()


def with_value(of: Table, value: TableValue) -> Table:
    """The program's table with what an office says in its place; what it is about stays."""
    known = {each.label: each for each in of.figures}
    cite = Citation(Source("own", SourceKind.PAPER, value.source), value.source, unverified=value.is_unverified)
    figures = tuple(
        Figure(
            row.label,
            row.value,
            of.slug,
            row.rounding,
            row.place,
            pathways=known[row.label].pathways if row.label in known else frozenset(),
        )
        for row in value.rows
    )
    return replace(
        of,
        figures=figures,
        total=value.total,
        counts=value.counts,
        cut_off=value.day,
        period=value.period,
        cite=cite,
        via=None,
        caveat=value.caveat,
        missing="",
    )


def table_fingerprint(slot: Slot) -> str:
    """The digest of what the program says; once it has read something newer, an office's table is behind."""
    return joint_fingerprint((table_body(table(slot.subject_id)),))


def _row(label: str, said: str, line: int) -> Row:
    match = _PLACED.fullmatch(said)
    plain, place = (match["number"], match["place"].strip()) if match else (said, "")
    return Row(label, *_number(plain, line), place)


def _is_unverified(line: int, said: str) -> bool:
    if said not in (_NOT_YET, "ja"):
        raise Unreadable(line, "Bei „Geprüft“ steht „ja“ oder „nein“.")
    return said == _NOT_YET


def _place(of: Table, figure: Figure) -> str:
    """Where a line stands and was read, in brackets; "" where that is the same for the whole table."""
    read = f"{of.via.source.name}, {figure.via_place}" if of.via and figure.via_place else ""
    place = " ".join(part for part in (figure.place, f"({read})" if read else "") if part)
    return f" [{place}]" if place else ""


def _number(said: str, place: int) -> tuple[int, Rounding]:
    match = _NUMBER.fullmatch(said)
    value = int(match["digits"].replace(".", "")) if match else 0
    if match is None or value > _LARGEST:
        words = f"„{said}“ ist keine Zahl. Möglich sind „1.234“ und davor {_listed(_ROUNDINGS)}."
        raise Unreadable(place, words)
    return value, _ROUNDINGS[match["rounding"]] if match["rounding"] else Rounding.EXACT


def _day(place: int, said: str) -> PartialDay:
    try:
        return PartialDay.parse(said)
    except ValueError:
        words = "Der Stand ist ein Tag, Monat oder Jahr: 2026-11-23, 2026-11 oder 2026."
        raise Unreadable(place, words) from None


def _said(rounding: Rounding, value: int) -> str:
    return number(value) if rounding is Rounding.EXACT else f"{ROUNDED[rounding]} {number(value)}"


def _listed(words: Mapping[str, Rounding] | tuple[str, ...]) -> str:
    return ", ".join(f"„{each}“" for each in words)
