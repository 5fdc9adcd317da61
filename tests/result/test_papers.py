"""The tables of papers: each paper once, beside what it proves, for the ways that ask for that."""

from __future__ import annotations

from datetime import date

import pytest

from advisor.cases.proofs import WORTH_PROVING, proof_list
from advisor.cases.result_papers import PaperTable, paper_tables
from advisor.demo.demo_case import DemoCase
from advisor.demo.demo_cases import demo_cases
from pathways.content.words import marked, short_cite
from pathways.engine.consultation import consult
from pathways.engine.facts import Answer, Answers, Proof
from pathways.law import LAW
from tests.factories import answers

DAY = date(2026, 11, 22)
CASES = [pytest.param(case, id=case.reference) for case in demo_cases(DAY)]


def tables(given: Answers) -> tuple[PaperTable, ...]:
    assessment = consult(LAW, given, DAY)
    return paper_tables(assessment, proof_list(assessment, given), given)


@pytest.mark.parametrize("case", CASES)
def test_every_paper_stands_there_once(case: DemoCase) -> None:
    assessment = consult(LAW, case.answers(), DAY)
    shown = [paper.words for table in tables(case.answers()) for row in table.rows for paper in row.papers]
    assert sorted(shown) == sorted(item.words for item in proof_list(assessment, case.answers()))


@pytest.mark.parametrize("case", CASES)
def test_a_row_names_exactly_the_ways_that_ask_for_it(case: DemoCase) -> None:
    worth = [r for r in consult(LAW, case.answers(), DAY).pathways if r.verdict in WORTH_PROVING]
    for table in tables(case.answers()):
        for row in table.rows:
            asking = [r for r in worth if any(marked(f.criterion.says) == row.says for f in r.findings)]
            named = ", ".join(short_cite(r.pathway.cite) for r in asking)
            assert row.ways in (named, "" if len(asking) == len(worth) else named)
            assert row.cite


def test_what_somebody_said_about_proof_stands_beside_it() -> None:
    given = {**answers(location="in_germany"), "passport_state": Answer("applied_for", Proof.DOCUMENT_MISSING)}
    supports = {s.fact.id: s.word for table in tables(given) for row in table.rows for s in row.supports}
    assert supports == {"passport_state": "Nachweis fehlt"}
