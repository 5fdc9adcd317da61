"""The built-in texts: complete, cited, and silent where they would have to promise."""

from __future__ import annotations

import re

import pytest

from pathways.content.builtin import Text, pathway_ids, texts

PATHWAYS = ("p22_1", "p22_2", "p23_1", "p23a", "p25_4_1", "p25_4_2", "p25_4a_1", "p25_4a_3")
CITED = re.compile(
    r"§|Art\.|BVerwG|BVerfG|OVG|VGH|VG |EuGH|AVwV|BT-Drs|WD |Praxis|praxis|Landesrecht|Weisung|dpa|Portal"
)


def all_texts(pathway: str) -> list[Text]:
    found = texts(pathway)
    return [found.about, *found.when, *found.procedure, *found.documents, *found.pitfalls]


def test_every_pathway_has_texts_and_no_other() -> None:
    assert pathway_ids() == set(PATHWAYS)


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_every_part_is_filled(pathway: str) -> None:
    found = texts(pathway)
    assert all((found.when, found.procedure, found.documents, found.pitfalls))


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_every_text_says_where_it_stands(pathway: str) -> None:
    for entry in all_texts(pathway):
        assert entry.text
        assert CITED.search(entry.cite), entry


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_an_introduction_is_short(pathway: str) -> None:
    about = texts(pathway).about.text
    assert 2 <= len(re.findall(r"[.?!](?:\s|$)", about)) <= 4
    assert "\n" not in about


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_documents_name_the_criteria_of_the_pathway_or_general_ones(pathway: str) -> None:
    for document in texts(pathway).documents:
        assert document.criteria
        assert all(criterion.startswith((f"{pathway}_", "g_")) for criterion in document.criteria)


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_nothing_is_promised(pathway: str) -> None:
    for entry in all_texts(pathway):
        assert "Anspruch besteht" not in entry.text
        assert "garantiert" not in entry.text


def test_a_pathway_without_texts_is_refused() -> None:
    with pytest.raises(KeyError):
        texts("p99")
    with pytest.raises(KeyError):
        texts("../builtin/p23a")
