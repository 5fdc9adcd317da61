"""Every pathway has a short name of its own, shorter than its title."""

from __future__ import annotations

from pathways.content.names import NAMES
from pathways.law import LAW


def test_every_pathway_has_a_short_name_of_its_own() -> None:
    assert set(NAMES) == {pathway.id for pathway in LAW.pathways}
    assert len(set(NAMES.values())) == len(NAMES)
    assert all(len(NAMES[pathway.id]) < len(pathway.title) for pathway in LAW.pathways)
