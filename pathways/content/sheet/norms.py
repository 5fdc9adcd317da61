"""Where the legal statements of the sheet stand in the law, by the id of the text; printed untranslated."""

from __future__ import annotations

from collections.abc import Mapping

from pathways.engine.citations import Citation
from pathways.law.deadlines import COUNTING
from pathways.law.sources import asylg, aufenthg

NORMS: Mapping[str, tuple[Citation, ...]] = {
    "asylum": (asylg("55", 2),),
    "lapse": (aufenthg("51", 1, nr=8),),
    "leave": (aufenthg("51", 1, nr="6, 7"), aufenthg("60a", 5, 1)),
    "late": (aufenthg("81", 4, 1),),
    "false": (aufenthg("54", 2, nr=8, lit="a"),),
    "counting": COUNTING.cite,
}
