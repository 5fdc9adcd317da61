"""The papers for a hardship commission as a value: for the page, the PDF and the file to edit alike."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.dossier.entries import NOW, Row, day_of
from advisor.dossier.sections import Section
from advisor.memo.parts import Letterhead
from pathways.content.reading.land import LandReading
from pathways.content.words import partial_day_words
from pathways.engine.facts import Fact
from pathways.law.laender.profile import Claim

OPEN = "noch zu ergänzen"


@dataclass(frozen=True, slots=True)
class Line:
    """An answer from the questionnaire in words; ``proof`` says how well it is supported, perhaps empty."""

    label: str
    words: str
    proof: str


@dataclass(frozen=True, slots=True)
class RowWords:
    """A line of a table in words; what is open says so."""

    period: str
    what: str
    where: str


@dataclass(frozen=True, slots=True)
class Want:
    """What somebody wants of a section, with where that stands; ``by_land``: the Land says so itself."""

    text: str
    source: str
    day: str
    by_land: bool
    stale: bool
    unverified: bool
    note: str


@dataclass(frozen=True, slots=True)
class Part:
    """One section with its content.

    ``printed``: whether it goes into the papers. ``open_facts``: answers that are missing. ``lacks_rows``: no line of
    the table yet; ``lacks_birth``: the table does not begin in the year of birth; ``lacks_text``: nothing written yet;
    ``open_rows``: how many lines have something open.
    """

    section: Section
    printed: bool
    wants: tuple[Want, ...]
    lines: tuple[Line, ...]
    rows: tuple[RowWords, ...]
    text: str
    open_facts: tuple[Fact, ...]
    lacks_rows: bool
    lacks_birth: bool
    lacks_text: bool
    open_rows: int

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text, paragraph by paragraph."""
        return tuple(line.strip() for line in self.text.splitlines() if line.strip())

    @property
    def missing(self) -> tuple[str, ...]:
        """What is missing, in the German of the papers."""
        said = [fact.label for fact in self.open_facts]
        said += ["Zeilen der Tabelle"] if self.lacks_rows else []
        said += ["Zeilen ab der Geburt"] if self.lacks_birth else []
        said += ["Angaben in der Tabelle"] if self.open_rows else []
        return (*said, *(["der Text"] if self.lacks_text else []))


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A paper that belongs to the petition, and how far it is."""

    words: str
    state: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """The whole paper. ``formal``: what the Land wants besides the sections; ``land``: None where it is not known."""

    letterhead: Letterhead
    reference: str
    as_of: str
    written_on: str
    parts: tuple[Part, ...]
    enclosures: tuple[Enclosure, ...]
    formal: tuple[Want, ...]
    land: LandReading | None

    @property
    def printed(self) -> tuple[Part, ...]:
        """The sections that go into the papers."""
        return tuple(part for part in self.parts if part.printed)

    @property
    def incomplete(self) -> tuple[Part, ...]:
        """Those of them in which something is missing."""
        return tuple(part for part in self.printed if part.missing)


def row_words(row: Row) -> RowWords:
    """A line of a table as it is printed."""
    return RowWords(f"{_day(row.start)} bis {_day(row.end)}", row.what or OPEN, row.where)


def want(claim: Claim, *, by_land: bool) -> Want:
    """A statement about what is wanted, in words."""
    return Want(
        text=claim.text,
        source=claim.source,
        day=partial_day_words(claim.date) if claim.date else "",
        by_land=by_land,
        stale=claim.stale,
        unverified=claim.is_unverified,
        note=claim.note,
    )


def _day(text: str) -> str:
    if text == NOW:
        return NOW
    day = day_of(text)
    return partial_day_words(day) if day else f"({OPEN})"
