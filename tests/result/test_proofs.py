"""The papers to bring: derived from the criteria, each once, and never said to be there when nobody said so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from advisor.cases.proofs import WORTH_PROVING, Backing, ProofItem, Weight, proof_list
from advisor.demo.demo_case import DemoCase
from advisor.demo.demo_cases import demo_cases
from pathways.engine.consultation import consult
from pathways.engine.facts import Answer, Gap, Proof
from pathways.engine.pathway import Kind
from pathways.law import LAW
from tests.factories import answers

DAY = date(2026, 11, 22)
DEMO = {case.reference: case for case in demo_cases(DAY)}
AN_IDENTITY = answers(
    location="in_germany",
    nationality=["AM"],
    identity_clarified=True,
    passport_state="valid",
    security_concern="none",
    free_movement_status="none",
)


def papers(given: dict[str, Answer]) -> dict[str, ProofItem]:
    return {item.words: item for item in proof_list(consult(LAW, given, DAY), given)}


@pytest.mark.parametrize("case", DEMO.values(), ids=list(DEMO))
def test_every_paper_of_every_pathway_worth_proving_is_there_once(case: DemoCase) -> None:
    assessment = consult(LAW, case.answers(), DAY)
    listed = proof_list(assessment, case.answers())
    named = [
        (words, result.pathway.id, finding.criterion.id)
        for result in assessment.pathways
        if result.verdict in WORTH_PROVING
        for finding in result.findings
        for words in finding.criterion.proof
    ]
    assert [item.words for item in listed] == list(dict.fromkeys(words for words, _, _ in named))
    for item in listed:
        assert set(item.pathways) == {pathway for words, pathway, _ in named if words == item.words}
        assert {c.id for c in item.criteria} == {criterion for words, _, criterion in named if words == item.words}
        assert item.cites


def test_ids_are_those_of_the_words_in_every_case() -> None:
    of_words: dict[str, str] = {}
    for case in DEMO.values():
        for words, item in papers(case.answers()).items():
            assert of_words.setdefault(words, item.id) == item.id
    assert len(set(of_words.values())) == len(of_words)


def test_an_excluded_pathway_asks_for_no_papers() -> None:
    given = answers(location="abroad_home_country")
    excluded = {r.pathway.id for r in consult(LAW, given, DAY).pathways if r.verdict not in WORTH_PROVING}
    assert excluded
    assert not [item for item in papers(given).values() if excluded & set(item.pathways)]


def test_a_bar_that_does_not_stand_in_the_way_needs_a_paper_only_where_it_is_asked_for() -> None:
    assert papers({})["Bescheid mit dem Verbot"].weight is Weight.REQUIRED
    assert papers(answers(entry_ban="none"))["Bescheid mit dem Verbot"].weight is Weight.IF_ASKED


def test_what_is_only_weighed_is_no_demand() -> None:
    only_weighed = papers({})["Veröffentlichungen"]
    assert {criterion.kind for criterion in only_weighed.criteria} == {Kind.FACTOR}
    assert only_weighed.weight is Weight.WEIGHED


def test_nothing_is_seen_unless_every_answer_behind_it_is() -> None:
    given = answers(location="in_germany", livelihood_secured="yes")
    fact = LAW.facts_by_id["livelihood_secured"]

    def backing(proof: Proof | None) -> Backing:
        item = papers({**given, fact.id: replace(given[fact.id], proof=proof)})["Lohnabrechnungen"]
        assert fact in item.facts
        assert len(item.facts) == 1
        return item.backing

    assert backing(None) is Backing.NOT_SAID
    assert backing(Proof.TOLD) is Backing.TOLD
    assert backing(Proof.DOCUMENT_SEEN) is Backing.SEEN
    assert backing(Proof.DOCUMENT_MISSING) is Backing.MISSING


def test_one_answer_without_proof_keeps_the_paper_from_being_seen() -> None:
    seen = {key: replace(answer, proof=Proof.DOCUMENT_SEEN) for key, answer in AN_IDENTITY.items()}
    item = papers(seen)["Pass"]
    assert len(item.facts) > 1
    assert item.backing is Backing.SEEN
    first = item.facts[0].id
    assert papers({**seen, first: replace(seen[first], proof=None)})["Pass"].backing is Backing.NOT_SAID
    assert papers({**seen, first: replace(seen[first], proof=Proof.TOLD)})["Pass"].backing is Backing.TOLD


def test_an_answer_that_is_not_known_proves_nothing() -> None:
    given = {"livelihood_secured": Answer(Gap.NOT_KNOWN, Proof.DOCUMENT_SEEN)}
    assert papers(given)["Lohnabrechnungen"].backing is Backing.NOT_SAID
