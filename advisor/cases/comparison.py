"""What the titles give, side by side: topics as rows, pathways as columns, those that give the same as one column."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from pathways.content.reading import PathwayReading
from pathways.engine.citations import Citation
from pathways.engine.pathway import Effect


@dataclass(frozen=True, slots=True)
class Column:
    """Pathways whose titles give the same in every respect."""

    pathways: tuple[PathwayReading, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a title gives in one respect; ``text`` empty where the law data say nothing."""

    text: str = ""
    cite: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One topic with a cell for each column."""

    topic: str
    cells: tuple[Cell, ...]

    @property
    def is_alike(self) -> bool:
        """Whether all the columns say the same."""
        return len(set(self.cells)) == 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """A table of what titles give: the rows in which they differ, then those that are the same for all of them."""

    columns: tuple[Column, ...]
    differing: tuple[Row, ...]
    alike: tuple[Row, ...]

    @property
    def topics(self) -> tuple[str, ...]:
        """What is compared, differing topics first."""
        return tuple(row.topic for row in (*self.differing, *self.alike))


def comparison(pathways: Iterable[PathwayReading], effects: Mapping[str, Collection[Effect]]) -> Comparison | None:
    """The comparison of these pathways, in their order; None where there is nothing to compare."""
    alike: dict[tuple[Effect, ...], list[PathwayReading]] = {}
    for pathway in pathways:
        if given := tuple(effects.get(pathway.id, ())):
            alike.setdefault(given, []).append(pathway)
    if not alike:
        return None
    cells = [{effect.topic: Cell(effect.text, effect.cite) for effect in given} for given in alike]
    topics = dict.fromkeys(topic for column in cells for topic in column)
    rows = [Row(topic, tuple(column.get(topic, Cell()) for column in cells)) for topic in topics]
    several = len(cells) > 1
    return Comparison(
        tuple(Column(tuple(same)) for same in alike.values()),
        tuple(row for row in rows if not several or not row.is_alike),
        tuple(row for row in rows if several and row.is_alike),
    )
