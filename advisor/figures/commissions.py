"""What the hardship commissions of the Länder counted, by Land and period, as a page and for a spreadsheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from advisor.figures.charts import Bar, drawing
from advisor.figures.wording import MEASURES, as_of_words, number_words
from advisor.web.csv_rows import Cell
from pathways.law.figures import hardship
from pathways.law.laender.claims import Confidence, Figures

SLUG = "haertefallkommissionen"
CSV_COLUMNS = (
    "Land",
    "Zeitraum",
    "Einheit",
    "Eingaben",
    "Beraten",
    "Ersuchen",
    "Titel angeordnet",
    "Stichtag",
    "Quelle",
    "Geprüft",
    "Zu beachten",
)


@dataclass(frozen=True, slots=True)
class Period:
    """What was counted in one period; "" where a number is not known."""

    figures: Figures
    numbers: tuple[tuple[str, str], ...]
    as_of: str

    @property
    def is_unverified(self) -> bool:
        """Whether nobody has read it in its source."""
        return self.figures.confidence is Confidence.UNVERIFIED


@dataclass(frozen=True, slots=True)
class LandPart:
    """A Land with its periods, the latest first, and a chart of its full years where there is enough to draw."""

    land: str
    name: str
    periods: tuple[Period, ...]
    chart: SafeString | None


def parts() -> tuple[LandPart, ...]:
    """All 16 Länder, in the language of the moment; without periods where nothing was found."""
    return tuple(
        _part(land, name, [line.figures for line in lines if line.figures])
        for (land, name), lines in groupby(hardship(), key=lambda line: (line.land, line.name))
    )


def csv_table() -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    """Head and rows for a spreadsheet; a Land of which nothing is known has a row too."""
    rows: list[tuple[Cell, ...]] = []
    for line in hardship():
        counted = line.figures
        if counted is None:
            rows.append((line.name, *("" for column in CSV_COLUMNS[1:-1]), "keine Zahlen gefunden"))
            continue
        numbers = (getattr(counted, name) for name in MEASURES)
        checked = "ungeprüft" if counted.confidence is Confidence.UNVERIFIED else "gelesen"
        day = str(counted.cut_off or "")
        rows.append((line.name, counted.period, counted.unit, *numbers, day, counted.source, checked, counted.note))
    return CSV_COLUMNS, rows


def _part(land: str, name: str, counted: list[Figures]) -> LandPart:
    periods = tuple(Period(each, _numbers(each), as_of_words(each.cut_off)) for each in counted)
    bars = [
        Bar(f"{each.period} {MEASURES[measure]}", number, number_words(number))
        for each in counted
        if _is_full_year(each)
        for measure in MEASURES
        if (number := getattr(each, measure)) is not None
    ]
    # One bar has nothing to be compared with.
    chart = _chart(land, name, bars) if len(bars) > 1 else None
    return LandPart(land, name, periods, chart)


def _numbers(counted: Figures) -> tuple[tuple[str, str], ...]:
    found = ((str(words), getattr(counted, name)) for name, words in MEASURES.items())
    return tuple((words, "" if number is None else number_words(number)) for words, number in found)


def _is_full_year(counted: Figures) -> bool:
    """Whether it may stand beside others in a chart: one whole year, read in its source."""
    year = re.fullmatch(r"\d{4}", counted.period)
    return (
        bool(year) and str(counted.cut_off) == f"{counted.period}-12-31" and counted.confidence is Confidence.VERIFIED
    )


def _chart(land: str, name: str, bars: list[Bar]) -> SafeString:
    title = _("Härtefallkommission %(land)s: Zahlen voller Jahre") % {"land": name}
    about = _("Balken nach Jahr und Schritt des Verfahrens. Alle Zahlen stehen auch in der Tabelle.")
    return drawing(f"bild-{land.lower()}", title, about, bars)
