"""A text cites what the registry bears, read back from its printed form, and nothing else."""

from __future__ import annotations

import pytest

from pathways.content.citing import all_citations, citation_from, place_of, touches
from pathways.law.sources import SOURCES, aufenthg, gg
from pathways.law.sources.papers import LAND_PROGRAMMES_2026, WD


def test_every_citation_of_the_law_reads_back_as_itself() -> None:
    assert len(all_citations()) > 500
    for text, citation in all_citations().items():
        assert citation_from(text) is citation


def test_what_nobody_has_checked_stays_unchecked() -> None:
    found = citation_from(f"{LAND_PROGRAMMES_2026.name}, S. 3")
    assert found is not None
    assert found.is_unverified


@pytest.mark.parametrize(
    "citation",
    [aufenthg("104a", 7, 2, nr=3, lit="b"), aufenthg("27–30", 1), gg("103", "1, 2"), aufenthg("99", quote="soll")],
    ids=["deep", "several", "article", "quote"],
)
def test_a_place_the_law_does_not_cite_reads_back_with_its_link(citation) -> None:
    assert citation.text not in all_citations()
    assert citation_from(citation.text) == citation


@pytest.mark.parametrize(
    "text",
    ["", "§", "§ 5", "§ 5 BGHG", "§§ 5 AufenthG", "§ 5 GG", "Art. 5 AufenthG", "§ 5 Nr. 1 Abs. 2 AufenthG", "Urteil",
     "§ 5 AufenthG oder so", "WD,  x", "OVG Bremen 1.1.2020 – 1 B 1/20"],
)  # fmt: skip
def test_what_no_source_bears_is_no_citation(text: str) -> None:
    assert citation_from(text) is None


def test_a_place_touches_its_parts_and_nothing_beside_it() -> None:
    whole, part, beside = aufenthg("5", 1), aufenthg("5", 1, nr="1a"), aufenthg("5", 1, nr=1)
    assert place_of(part) == ("aufenthg", "5", "Abs. 1", "Nr. 1a")
    assert touches(whole, part)
    assert touches(part, whole)
    assert not touches(part, beside)
    assert not touches(aufenthg("5"), aufenthg("5a"))
    assert touches(aufenthg("5", 1, nr=1, quote="in der Regel"), beside)
    assert not touches(aufenthg("5"), gg("5"))


def test_a_source_is_a_citation_by_its_name() -> None:
    for source in SOURCES.values():
        found = citation_from(source.name)
        assert found is not None
        assert found.source == source
    found = citation_from("WD, Abschnitt 9")
    assert found is not None
    assert found.source is WD
