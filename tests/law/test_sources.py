"""Everything that is cited is registered, reads as lawyers write it and leads to one place."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from pathways.engine.citations import Citation, joined
from pathways.engine.pathway import Side
from pathways.law.disputes import DISPUTES
from pathways.law.indications import INDICATIONS
from pathways.law.sources import (
    ACTS,
    SOURCES,
    asylg,
    aufenthg,
    aufenthv,
    avwv,
    bt,
    decision,
    emrk,
    eu_2024_1347,
    eu_2024_1348,
    gg,
    hfkvo_nrw,
    rule,
    stgb,
    wd,
    wd_fn,
)
from pathways.law.sources.decisions import BVERWG_STRICT_CLAIM, DECISIONS, OVG_BREMEN_VICTIM_PROVEN
from pathways.law.sources.papers import PAPERS
from pathways.law.sources.rules import HAMBURG_VICTIMS, RULES

LAW_PAGES = "https://www.gesetze-im-internet.de"


def cited() -> Iterator[Citation]:
    for dispute in DISPUTES:
        for position in dispute.positions:
            yield from position.cite
    for indication in INDICATIONS:
        yield from indication.cite


@pytest.mark.parametrize(
    ("citation", "text"),
    [
        (aufenthg("23a", 1, 1), "§ 23a Abs. 1 S. 1 AufenthG"),
        (aufenthg("22", satz=2), "§ 22 S. 2 AufenthG"),
        (aufenthg("5", 1, nr="1a"), "§ 5 Abs. 1 Nr. 1a AufenthG"),
        (aufenthg("5", 2, 1, nr="1, 2"), "§ 5 Abs. 2 S. 1 Nr. 1, 2 AufenthG"),
        (aufenthg("23a", 1, 3, alt=1), "§ 23a Abs. 1 S. 3 Alt. 1 AufenthG"),
        (aufenthg("36a", 2, 1, nr=4, hs=2), "§ 36a Abs. 2 S. 1 Nr. 4 Hs. 2 AufenthG"),
        (aufenthg("44", 1, 1, nr=1, lit="c"), "§ 44 Abs. 1 S. 1 Nr. 1 lit. c AufenthG"),
        (aufenthg("25", 4, 1, quote="oder"), "§ 25 Abs. 4 S. 1 AufenthG („oder“)"),
        (stgb("232–233a"), "§§ 232–233a StGB"),
        (aufenthv("5, 6"), "§§ 5, 6 AufenthV"),
        (aufenthv("39 ff."), "§§ 39 ff. AufenthV"),
        (asylg("30", 3, nr="1–6", former="a.F."), "§ 30 Abs. 3 Nr. 1–6 AsylG a.F."),
        (eu_2024_1347("13"), "Art. 13 VO (EU) 2024/1347"),
        (eu_2024_1348("42", 1, uabs=1, lit="c"), "Art. 42 Abs. 1 UAbs. 1 lit. c VO (EU) 2024/1348"),
        (emrk("8"), "Art. 8 EMRK"),
        (decision(BVERWG_STRICT_CLAIM, "LS 2"), "BVerwG 17.12.2015 – 1 C 31.14, LS 2"),
        (avwv("25.4.1.2"), "AVwV 25.4.1.2"),
        (rule(HAMBURG_VICTIMS, "Nr. 4"), "Hamburg, Weisung vom 19.4.2018 (M26196), Nr. 4"),
        (bt("21/1353", "Antwort 10"), "BT-Drs. 21/1353, Antwort 10"),
        (wd(4), "WD, Abschnitt 4"),
        (wd_fn(16), "WD, Fn. 16"),
    ],
)
def test_a_citation_reads_as_lawyers_write_it(citation: Citation, text: str) -> None:
    assert citation.text == text
    assert not citation.is_unverified


@pytest.mark.parametrize(
    ("citation", "url"),
    [
        (aufenthg("23a", 1, 1), f"{LAW_PAGES}/aufenthg_2004/__23a.html"),
        (stgb("232–233a"), f"{LAW_PAGES}/stgb/__232.html"),
        (gg("16a"), f"{LAW_PAGES}/gg/art_16a.html"),
        (eu_2024_1347("13"), "https://eur-lex.europa.eu/eli/reg/2024/1347/oj"),
        (bt("15/420"), "https://dserver.bundestag.de/btd/15/004/1500420.pdf"),
        (decision(OVG_BREMEN_VICTIM_PROVEN), "https://www.asyl.net/rsdb/m25334"),
    ],
)
def test_a_citation_leads_to_the_official_place(citation: Citation, url: str) -> None:
    assert citation.url == url


def test_law_no_longer_in_force_has_no_link_to_the_law_in_force() -> None:
    assert asylg("30", 3, former="a.F.").url == ""


def test_what_nobody_has_checked_says_so() -> None:
    assert str(avwv("25.4.2.1", unverified=True)) == "AVwV 25.4.2.1 [UNVERIFIED]"
    assert joined((aufenthg("22"), hfkvo_nrw("5", 2))) == "§ 22 AufenthG; § 5 Abs. 2 HFKVO NRW"


def test_a_parliamentary_paper_outside_the_registry_cannot_be_cited() -> None:
    with pytest.raises(KeyError):
        bt("1/1")


def test_every_source_has_its_own_key_and_name() -> None:
    sources = [*(act.source for act in ACTS), *DECISIONS, *RULES, *PAPERS]
    assert len(SOURCES) == len(sources)
    assert all(SOURCES[source.key] is source for source in sources)
    assert len({source.name for source in sources}) == len(sources)


def test_links_are_encrypted() -> None:
    links = [source.url for source in SOURCES.values()] + [citation.url for citation in cited()]
    assert all(link == "" or link.startswith("https://") for link in links)


def test_everything_cited_is_registered() -> None:
    assert all(SOURCES.get(citation.source.key) is citation.source for citation in cited())


def test_the_same_words_always_lead_to_the_same_place() -> None:
    places: dict[str, str] = {}
    for citation in cited():
        assert places.setdefault(citation.text, citation.url) == citation.url


def test_the_disputes_are_numbered_as_in_the_catalogue() -> None:
    # No. 14 is settled.
    assert [dispute.number for dispute in DISPUTES] == [number for number in range(1, 22) if number != 14]


def test_both_positions_of_a_dispute_have_words_and_a_place() -> None:
    for dispute in DISPUTES:
        assert dispute.question
        assert len({position.text for position in dispute.positions}) == 2
        assert all(position.cite for position in dispute.positions)


def test_indications_have_stable_ids_a_side_and_a_source() -> None:
    ids = [indication.id for indication in INDICATIONS]
    assert len(set(ids)) == len(ids)
    for indication in INDICATIONS:
        assert indication.id is not None
        assert re.fullmatch(r"[A-J][+-][1-9]\d?", indication.id)
        assert ("+" in indication.id) is (indication.side is Side.FOR)
        assert indication.cite
