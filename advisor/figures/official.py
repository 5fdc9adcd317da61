"""One table of statistics as a page shows it: chart, rows, and the same for a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from advisor.figures.charts import Bar, drawing
from advisor.figures.wording import as_of_words, figure_words, number_words, unbroken
from advisor.texts.library import Library
from advisor.texts.tables import OwnTable, tables_in
from advisor.web.csv_rows import Cell
from pathways.content.figure_words import ROUNDED
from pathways.engine.citations import Citation
from pathways.law.figures import Figure, Rounding, Table, Theme

FEWEST_BARS = 3  # two numbers are compared as quickly without a picture

# German whatever the language of the page: the file is as the sources are.
CSV_COLUMNS = (
    "Anzahl",
    "Einheit",
    "Genauigkeit",
    "Fundstelle",
    "Gezählt ist",
    "Stichtag",
    "Zeitraum",
    "Quelle",
    "Gelesen in",
    "Geprüft",
    "Zu beachten",
)
TOTAL = "zusammen"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: what, how many in words, and its place in the source where that differs by line."""

    label: str
    words: str
    place: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with all that its page says about it."""

    table: Table
    title: str
    rows: tuple[Row, ...]
    total: str
    as_of: str
    chart: SafeString | None

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Where it stands."""
        return (self.table.cite,)

    @property
    def read_in(self) -> tuple[Citation, ...]:
        """Where it was read, if not there."""
        return () if self.table.via is None else (self.table.via,)

    @property
    def has_places(self) -> bool:
        """Whether the lines stand in different places."""
        return any(row.place for row in self.rows)


@dataclass(frozen=True, slots=True)
class Listed:
    """A table in the overview; ``number``: what it comes to, or its one figure; "" where it is several."""

    table: Table
    title: str
    as_of: str
    number: str


def sheet(table: Table) -> Sheet:
    """The page of a table, in the language of the moment."""
    rows = tuple(Row(figure.label, figure_words(figure), _place(table, figure)) for figure in table.figures)
    return Sheet(
        table=table,
        rows=rows,
        total="" if table.total is None else number_words(table.total),
        title=unbroken(table.title),
        as_of=as_of_words(table.cut_off),
        chart=_chart(table) if len(rows) >= FEWEST_BARS else None,
    )


def _chart(table: Table) -> SafeString:
    bars = [Bar(figure.label, figure.value, figure_words(figure)) for figure in table.figures]
    about = _("Balken, je einer für eine Zeile der Tabelle. Alle Zahlen stehen auch in der Tabelle.")
    return drawing(f"bild-{table.slug}", table.title, about, bars)


def csv_table(table: Table, own: OwnTable | None = None) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    """Head and rows for a spreadsheet; each row says what it counts and where it comes from, so that it can travel.

    ``own``: the release it comes from, where the office has put it right.
    """
    changed = f" (von der Stelle geändert: Freigabe {own.release} vom {own.day:%d.%m.%Y})" if own else ""
    about = (
        table.counts,
        str(table.cut_off or ""),
        table.period,
        f"{table.cite.text}{changed}",
        table.via.text if table.via else "",
        "ungeprüft" if table.is_unverified else "gelesen",
        " ".join(part for part in (table.limits, table.missing) if part),
    )
    rows: list[tuple[Cell, ...]] = [
        (figure.label, figure.value, table.unit, ROUNDED[figure.rounding], _place(table, figure), *about)
        for figure in table.figures
    ]
    if table.total is not None:
        rows.append((TOTAL, table.total, table.unit, ROUNDED[Rounding.EXACT], "", *about))
    return (table.head, *CSV_COLUMNS), rows


def _place(table: Table, figure: Figure) -> str:
    """Where a line stands and was read; "" where that is the same for the whole table."""
    read = f"{table.via.source.name}, {figure.via_place}" if table.via and figure.via_place else ""
    return f"{figure.place} ({read})" if read else figure.place


def _lead(table: Table) -> str:
    if table.total is not None:
        return number_words(table.total)
    return figure_words(table.figures[0]) if len(table.figures) == 1 else ""


def listed(library: Library) -> tuple[tuple[Theme, tuple[Listed, ...]], ...]:
    """All tables by theme; the theme of the hardship commissions is here too, without any of its own."""
    by_theme = {
        theme: tuple(Listed(table, unbroken(table.title), as_of_words(table.cut_off), _lead(table)) for table in group)
        for theme, group in groupby(tables_in(library), key=lambda table: table.theme)
    }
    return tuple((theme, by_theme.get(theme, ())) for theme in Theme)
