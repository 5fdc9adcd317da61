"""Statistics from outside, read from figures.toml: each with what is counted, until when, its source and its limits."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pathways.engine.citations import Citation, Source, SourceKind
from pathways.engine.days import PartialDay
from pathways.law.laender.claims import Confidence, Figures
from pathways.law.laender.profile import profiles
from pathways.law.sources import SOURCES


class Theme(StrEnum):
    """What a figure is about; the value is the heading."""

    RUSSIA = "Russische Staatsangehörige mit Titel nach § 22 S. 2"
    HOLDERS = "Wer welchen Titel hat"
    HARDSHIP = "Härtefallkommissionen der Länder"
    ADMISSION = "Visa und Aufnahmen nach § 22"
    TRAFFICKING = "Opfer von Menschenhandel"
    SURROUNDINGS = "Schutz, Duldung und Asyl"
    EMIGRATION = "Ausreise aus Russland"


class Rounding(StrEnum):
    """How exact a source says its number is."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    UP_TO = "up_to"


class NotComparable(ValueError):
    """Figures were to be added that do not stand in one table whose source adds them itself."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a table. It is no int: neither `+` nor `sum` takes it, and it knows where it comes from.

    ``table``: the slug of its table; ``place``: where in the source of the table, ``via_place``: where in
    that in which it was read, where the rows differ in that; ``caveat``: its limits besides those of the table;
    ``pathways``: ids of those it is about.
    """

    label: str
    value: int
    table: str
    rounding: Rounding = Rounding.EXACT
    place: str = ""
    via_place: str = ""
    caveat: str = ""
    pathways: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """Figures of one source that count the same in the same unit.

    ``cite``: where it stands; ``via``: where it was read, if not there. ``total``: what the source says it comes to;
    None where it says nothing of the kind. Whichever of ``cut_off`` and ``period`` the source does not say is empty.
    ``missing``: what one would look for here and was not found. ``pathways``: those the whole of it is about;
    ``nationality``: of the people counted, where only theirs are.
    """

    slug: str
    theme: Theme
    title: str
    head: str
    unit: str
    counts: str
    cite: Citation
    via: Citation | None
    cut_off: PartialDay | None
    period: str
    caveat: str
    figures: tuple[Figure, ...]
    total: int | None
    missing: str
    entries: tuple[int, ...]
    pathways: frozenset[str]
    nationality: str

    @property
    def is_unverified(self) -> bool:
        """Whether nobody has read it in its source, or the source cannot hold it."""
        return self.cite.is_unverified

    @property
    def limits(self) -> str:
        """What is to be minded about the table and its lines, each once."""
        return " ".join(dict.fromkeys((self.caveat, *(figure.caveat for figure in self.figures if figure.caveat))))

    def cites_of(self, figure: Figure) -> tuple[Citation, ...]:
        """Where a figure of this table stands, and where it was read, if not there."""
        placed = ((self.cite, figure.place), (self.via, figure.via_place))
        return tuple(
            replace(cite, text=f"{cite.source.name}, {place}") if place else cite for cite, place in placed if cite
        )

    def sum_of(self, figures: Iterable[Figure]) -> int:
        """What figures of this table come to; NotComparable for others, twice the same, or where nothing adds up."""
        chosen = tuple(figures)
        if self.total is None:
            raise NotComparable(f"{self.slug}: its source does not add these figures")
        if len(set(chosen)) != len(chosen) or not set(chosen) <= set(self.figures):
            raise NotComparable(f"{self.slug}: not figures of this table, each once")
        return sum(figure.value for figure in chosen)


@dataclass(frozen=True, slots=True)
class KeptOut:
    """A statistic that is not shown, and why."""

    what: str
    reason: str
    entries: tuple[int, ...]


class Unrecorded(NamedTuple):
    """What nobody counts, and who says so."""

    what: str
    cite: Citation


class Counted(NamedTuple):
    """What the hardship commission of a Land counted in one period; None where nothing was found for that Land."""

    land: str
    name: str
    figures: Figures | None


@cache
def tables() -> tuple[Table, ...]:
    """All tables, by theme and within it as they are written; ValueError where one says less than it must."""
    order = list(Theme)
    return tuple(sorted((_table(raw) for raw in _file()["tables"]), key=lambda table: order.index(table.theme)))


def table(slug: str) -> Table:
    """The table with that slug; KeyError where there is none."""
    return _by_slug()[slug]


@cache
def kept_out() -> tuple[KeptOut, ...]:
    """What is not shown."""
    return tuple(KeptOut(raw["what"], raw["reason"], tuple(raw["entries"])) for raw in _file()["kept_out"])


@cache
def unrecorded() -> tuple[Unrecorded, ...]:
    """What there are no figures about, so that nobody computes chances from those there are."""
    return tuple(Unrecorded(raw["what"], _cite(raw["source"], raw["place"])) for raw in _file()["unrecorded"])


def hardship() -> tuple[Counted, ...]:
    """What the commissions of all 16 Länder counted, newest first in each; a line too for those without a figure."""
    return tuple(
        Counted(profile.land, profile.name, figures)
        for profile in profiles()
        for figures in (sorted(profile.figures, key=_newest) or (None,))
    )


def _newest(figures: Figures) -> tuple[int, int]:
    """A key that puts the latest period first."""
    end = figures.cut_off.latest if figures.cut_off else None
    year = end.year if end else int(figures.period[-4:])
    return -year, -(end.timetuple().tm_yday if end else 366)


@cache
def _by_slug() -> Mapping[str, Table]:
    return {table.slug: table for table in tables()}


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("figures.toml").read_text(encoding="utf-8"))


@cache
def _own_sources() -> Mapping[str, Source]:
    """The sources that only figures come from."""
    return {
        raw["key"]: Source(raw["key"], SourceKind.PAPER, raw["name"], raw["full_name"]) for raw in _file()["sources"]
    }


def _cite(key: str, place: str, *, unverified: bool = False) -> Citation:
    source = _own_sources()[key] if key in _own_sources() else SOURCES[key]
    return Citation(source, f"{source.name}, {place}" if place else source.name, source.url, unverified)


def _table(raw: Mapping[str, Any]) -> Table:
    slug, rows = raw["slug"], raw["rows"]
    if not (raw.get("cut_off") or raw.get("period")):
        raise ValueError(f"{slug}: neither a cut-off day nor a period")
    if raw.get("order") == "size":
        rows = sorted(rows, key=lambda row: -row["value"])
    unverified = Confidence(raw["confidence"]) is Confidence.UNVERIFIED
    read = Table(
        slug=slug,
        theme=Theme[raw["theme"].upper()],
        title=raw["title"],
        head=raw["head"],
        unit=raw["unit"],
        counts=raw["counts"],
        cite=_cite(raw["source"], raw.get("place", ""), unverified=unverified),
        via=_cite(raw["via"], raw.get("via_place", "")) if "via" in raw else None,
        cut_off=PartialDay.parse(raw["cut_off"]) if "cut_off" in raw else None,
        period=raw.get("period", ""),
        caveat=raw["caveat"],
        figures=tuple(
            Figure(
                row["label"],
                row["value"],
                slug,
                Rounding(row.get("rounding", "exact")),
                row.get("place", ""),
                row.get("via_place", ""),
                row.get("caveat", ""),
                frozenset(row.get("pathways", ())),
            )
            for row in rows
        ),
        total=raw.get("total"),
        missing=raw.get("missing", ""),
        entries=tuple(raw.get("entries", ())),
        pathways=frozenset(raw.get("pathways", ())),
        nationality=raw.get("nationality", ""),
    )
    if read.total is not None and read.sum_of(read.figures) != read.total:
        raise ValueError(f"{slug}: the figures do not come to the total of the source")
    return read
