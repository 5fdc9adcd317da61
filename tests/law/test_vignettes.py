"""Every vignette comes out as a lawyer says it must; every pathway is shown from all sides."""

from __future__ import annotations

import pytest

from pathways.law import LAW
from tests.law.judging import departures
from tests.law.vignettes import Vignette, vignettes

OWN_PER_PATHWAY = 8


@pytest.mark.parametrize("vignette", vignettes(), ids=lambda vignette: vignette.name)
def test_the_vignette_comes_out_as_it_must(vignette: Vignette) -> None:
    assert departures(vignette) == []


@pytest.mark.parametrize("pathway", LAW.pathways, ids=lambda pathway: pathway.id)
def test_every_pathway_is_shown_from_all_sides(pathway) -> None:
    own = [vignette for vignette in vignettes() if vignette.name.startswith(f"{pathway.id}/")]
    assert len(own) >= OWN_PER_PATHWAY
    shown = {
        verdict
        for vignette in own
        for expected in vignette.expected
        if expected.pathway == pathway.id and len(expected.verdicts) == 1
        for verdict in expected.verdicts
    }
    # Only § 23a knows a rule exclusion (Abs. 1 S. 3), so only it can end in a reasoned exception.
    wanted = {"met", "open", "excluded"} | ({"exception"} if pathway.id == "p23a" else set())
    assert wanted <= shown
