"""What an office counts itself: its cases and papers, small numbers hidden (`advisor.figures.hiding`).

How pathways stand is counted by the marks that lists find cases by (decision 0025), so no case is opened for it.
What hiding does not prevent: whoever looks before and after a single case changes sees how that case moved a number of
five or more. Therefore only those who manage guidance get here, and each look stands in the log.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractYear
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from advisor.accounts.models import Office, User
from advisor.cases.marks import land_mark, sealed_marks, verdict_mark
from advisor.cases.models import Case, CaseKind, CaseMark, CaseState
from advisor.figures.hiding import hidden, hidden_total
from advisor.figures.wording import number_words
from advisor.guidance.models import MemoRecord, PaperKind
from advisor.web.csv_rows import Cell
from pathways.content.words import VERDICTS, short_cite
from pathways.law import LAW
from pathways.law.facts import FEDERAL_STATE

CSV_COLUMNS = ("Gezählt", "Zeile", "Spalte", "Anzahl")
CSV_HIDDEN = "nicht gezeigt"


@dataclass(frozen=True, slots=True)
class Shown:
    """One number with the words of its column; "" where it is hidden."""

    column: str
    count: int | None

    @property
    def words(self) -> str:
        """The number as it is read."""
        return "" if self.count is None else number_words(self.count)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table."""

    label: str
    cells: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """A table of the office. ``is_law``: whether its rows are words of the law, which stay German."""

    title: str
    head: str
    lines: tuple[Line, ...]
    is_law: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The heads of its columns."""
        return tuple(cell.column for cell in self.lines[0].cells) if self.lines else ()


@dataclass(frozen=True, slots=True)
class OfficeFigures:
    """The figures of an office; a total is None where it is small itself."""

    office: Office
    cases: int | None
    papers: int | None
    tables: tuple[Counts, ...]


def office_figures(user: User) -> OfficeFigures:
    """The figures of the office of somebody who may list its cases; the same queries however many there are."""
    office = user.office
    assert office is not None
    cases = Case.objects.listed_for(user).order_by()
    records = MemoRecord.objects.filter(office=office).order_by()
    states = _by(cases, "state")
    papers = _by(records, "kind")
    marks = _marked(cases, office)
    return OfficeFigures(
        office,
        hidden_total(states.total()),
        hidden_total(papers.total()),
        (
            _one_way(_("Fälle nach Stand"), _("Stand"), _chosen(CaseState.choices, states)),
            _one_way(_("Fälle nach Art"), _("Art"), _chosen(CaseKind.choices, _by(cases, "kind"))),
            _one_way(_("Fälle nach dem Jahr, in dem sie angelegt wurden"), _("Jahr"), _years(cases, "created")),
            _verdicts(marks),
            _laender(marks),
            _one_way(_("Papiere nach Art"), _("Art"), _chosen(PaperKind.choices, papers)),
            _one_way(_("Papiere nach Jahr"), _("Jahr"), _years(records, "day")),
        ),
    )


def csv_rows(figures: OfficeFigures) -> Iterable[tuple[Cell, ...]]:
    """All cells under `CSV_COLUMNS`, in the language of the moment."""
    for table in figures.tables:
        for line in table.lines:
            for cell in line.cells:
                yield (table.title, line.label, cell.column, CSV_HIDDEN if cell.count is None else cell.count)


def _by(rows: QuerySet[Any], column: str) -> Counter[Any]:
    return Counter(dict(rows.values_list(column).annotate(n=Count("pk"))))


def _years(rows: QuerySet[Any], column: str) -> list[tuple[str, int]]:
    """Every year from the first to the last, those without anything included."""
    counted = _by(rows.annotate(year_=ExtractYear(column)), "year_")
    years = range(min(counted), max(counted) + 1) if counted else ()
    return [(str(year), counted[year]) for year in years]


def _chosen(choices: Iterable[tuple[str, str | Promise]], counted: Mapping[Any, int]) -> list[tuple[str, int]]:
    return [(str(label), counted.get(value, 0)) for value, label in choices]


def _one_way(title: str, head: str, counted: list[tuple[str, int]]) -> Counts:
    shown = hidden([count for _label, count in counted])
    column = _("Anzahl")
    lines = ((label, count) for (label, _count), count in zip(counted, shown, strict=True))
    return Counts(title, head, tuple(Line(label, (Shown(column, count),)) for label, count in lines))


def _marked(cases: QuerySet[Case], office: Office) -> Mapping[str, int]:
    """In how many cases each mark is."""
    pathways = [verdict_mark(pathway.id, verdict) for pathway in LAW.pathways for verdict in VERDICTS]
    names = sealed_marks(office.pk, [*pathways, *(land_mark(choice.id) for choice in FEDERAL_STATE.choices)])
    rows = CaseMark.objects.filter(case__in=cases).order_by().values_list("mark").annotate(n=Count("pk"))
    counted = {bytes(mark): count for mark, count in rows}
    return {name: counted.get(sealed, 0) for name, sealed in names.items()}


def _verdicts(marks: Mapping[str, int]) -> Counts:
    lines = []
    for pathway in LAW.pathways:
        shown = hidden([marks[verdict_mark(pathway.id, verdict)] for verdict in VERDICTS])
        columns = (_(label.word) for label in VERDICTS.values())
        cells = tuple(Shown(column, count) for column, count in zip(columns, shown, strict=True))
        lines.append(Line(f"{short_cite(pathway.cite)} – {pathway.title}", cells))
    return Counts(_("Fälle nach Weg und Ergebnis"), _("Weg"), tuple(lines), is_law=True)


def _laender(marks: Mapping[str, int]) -> Counts:
    counted = [(choice.label, marks[land_mark(choice.id)]) for choice in FEDERAL_STATE.choices]
    table = _one_way(_("Fälle nach Land"), _("Land"), counted)
    return Counts(table.title, table.head, table.lines, is_law=True)
