"""Points for and against beside the lists of indications: the catalogue's own contras, and choices from the lists."""

from __future__ import annotations

from pathways.engine.citations import Citation
from pathways.engine.conditions import Condition
from pathways.engine.pathway import Indication, Side
from pathways.law.situations import SCHOOL_OR_EXCHANGE_TITLE
from pathways.law.sources import aufenthg


def contra(text: str, when: Condition, *cite: Citation) -> Indication:
    """A contra that the catalogue names at a criterion; it has no id of its own."""
    return Indication(None, Side.AGAINST, text, when, cite)


def chosen(points: tuple[Indication, ...], *ids: str) -> tuple[Indication, ...]:
    """Those points of a list that concern one criterion, by id; KeyError where an id is not in the list."""
    by_id = {point.id: point for point in points}
    return tuple(by_id[point_id] for point_id in ids)


CHANGE_LIMITED = contra(
    "Schul- oder Austauschtitel: Grenzen des Wechsels, umstritten.",
    SCHOOL_OR_EXCHANGE_TITLE,
    aufenthg("16f", 3),
    aufenthg("17", 3),
)
