"""Where the legal statements of the sheet stand in the law, by the id of the text; printed untranslated."""

from __future__ import annotations

from collections.abc import Mapping

from pathways.engine.citations import Citation
from pathways.law.deadlines import COUNTING
from pathways.law.requirements import LAPSE_BY_ASYLUM
from pathways.law.sources import aufenthg

NORMS: Mapping[str, tuple[Citation, ...]] = {
    "asylum": LAPSE_BY_ASYLUM.cite,
    "leave": (aufenthg("51", 1, nr="6, 7"), aufenthg("60a", 5, 1)),
    "late": (aufenthg("81", 4, 1),),
    "false": (aufenthg("95", 2, nr=2),),
    "counting": COUNTING.cite,
}
