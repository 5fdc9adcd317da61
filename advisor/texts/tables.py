"""Tables of statistics as an office has put them right, in place of the program's; what is behind is left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from advisor.texts.library import Library
from pathways.content.figure_slots import NAME, read_table, with_value
from pathways.content.slots import Subject, slot_id
from pathways.law import figures
from pathways.law.figures import Table


@dataclass(frozen=True, slots=True)
class OwnTable:
    """Where a table of the office's own comes from: number and day of its release."""

    release: int
    day: date


def tables_in(library: Library) -> tuple[Table, ...]:
    """All tables in their order, as the people of an office read them."""
    return tuple(_as_read(library, each) for each in figures.tables())


def table_in(library: Library, slug: str) -> Table:
    """One of them; KeyError where there is none of that name."""
    return _as_read(library, figures.table(slug))


def own_table(library: Library, slug: str) -> OwnTable | None:
    """Which release a table comes from; None where it is the program's."""
    text = library.text(slot_of_table(slug))
    return OwnTable(text.release, text.day) if text else None


def slot_of_table(slug: str) -> str:
    """Where an editor puts it right."""
    return slot_id(Subject.FIGURES, slug, NAME)


def _as_read(library: Library, of: Table) -> Table:
    text = library.text(slot_of_table(of.slug))
    return with_value(of, read_table(text.body)) if text else of
