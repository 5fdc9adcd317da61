"""Taking away what is known never turns a case into an excluded one; the vignettes show it answer by answer."""

from __future__ import annotations

import pytest

from pathways.engine.assess import Verdict, mode_row, verdict_of
from pathways.engine.consultation import relevance_of
from pathways.engine.relevance import values_of
from pathways.law import LAW
from tests.law.consistent_cases import KEPT
from tests.law.vignettes import Vignette, vignettes

RELEVANCE = relevance_of(LAW)


@pytest.mark.parametrize("vignette", vignettes(), ids=lambda vignette: vignette.name)
def test_less_known_is_never_excluded_where_more_known_is_not(vignette: Vignette) -> None:
    whole = RELEVANCE.view(vignette.answers, vignette.as_of)
    for fact_id in whole.values.keys() - KEPT:
        less = {other: value for other, value in values_of(vignette.answers).items() if other != fact_id}
        part = RELEVANCE.view_of_values(less, vignette.as_of)
        for pathway in LAW.pathways:
            if not pathway.in_force(vignette.as_of) or mode_row(pathway, part) is not mode_row(pathway, whole):
                continue
            if verdict_of(pathway, part) is Verdict.EXCLUDED:
                assert verdict_of(pathway, whole) is Verdict.EXCLUDED, f"{pathway.id} without {fact_id}"
