"""Every leaf of every condition decides some vignette: negate it, and a lawyer's expectation is missed."""

from __future__ import annotations

from functools import cache

import pytest

from pathways.engine.pathway import Pathway
from pathways.law import LAW
from tests.law.judging import departs
from tests.law.mutation import Mutant, mutants
from tests.law.vignettes import vignettes


@cache
def noticed() -> frozenset[tuple[str, int]]:
    """The mutants that some vignette notices, by place and changed rule."""
    return frozenset(_key(mutant) for pathway in LAW.pathways for mutant in mutants(pathway) if _is_noticed(mutant))


def _key(mutant: Mutant) -> tuple[str, int]:
    # Pathways share the general criteria: a rule that is the same everywhere has to be decided somewhere.
    return mutant.place, hash(getattr(mutant.rule, "when", mutant.rule))


def _is_noticed(mutant: Mutant) -> bool:
    return any(
        departs(vignette, expected, mutant.pathway)
        for vignette in vignettes()
        for expected in vignette.expected
        if expected.pathway == mutant.pathway.id
    )


@pytest.mark.parametrize("pathway", LAW.pathways, ids=lambda pathway: pathway.id)
def test_every_leaf_decides_some_vignette(pathway: Pathway) -> None:
    unnoticed = [mutant.place for mutant in mutants(pathway) if _key(mutant) not in noticed()]
    assert unnoticed == []
