"""What titles give, side by side: nothing is lost, and nothing is said to be alike that is not."""

from __future__ import annotations

from datetime import date

import pytest

from advisor.cases.comparison import Comparison, comparison
from advisor.demo.demo_case import DemoCase
from advisor.demo.demo_cases import demo_cases
from pathways.content.reading import PathwayReading, read_assessment
from pathways.engine.consultation import consult
from pathways.law import LAW
from pathways.law.effects import EFFECTS
from tests.factories import answers

DAY = date(2026, 11, 22)
READING = read_assessment(consult(LAW, answers(), DAY), answers(), LAW)
BY_ID = {pathway.id: pathway for pathway in READING.pathways}


def compared(*ids: str) -> Comparison:
    found = comparison([BY_ID[key] for key in ids], EFFECTS)
    assert found is not None
    return found


def said(table: Comparison, pathway: PathwayReading) -> set[tuple[str, str]]:
    (place,) = [n for n, column in enumerate(table.columns) if pathway in column.pathways]
    return {(row.topic, row.cells[place].text) for row in (*table.differing, *table.alike)}


def test_every_effect_of_every_pathway_stands_in_its_column() -> None:
    table = compared(*BY_ID)
    for pathway in BY_ID.values():
        assert said(table, pathway) == {(effect.topic, effect.text) for effect in EFFECTS[pathway.id]}


def test_every_cell_with_words_has_its_place_in_the_law() -> None:
    table = compared(*BY_ID)
    assert all(cell.cite for row in (*table.differing, *table.alike) for cell in row.cells if cell.text)


def test_titles_that_give_the_same_are_one_column() -> None:
    assert EFFECTS["p22_1"] == EFFECTS["p22_2"]
    assert [len(column.pathways) for column in compared("p22_1", "p22_2", "p23a").columns] == [2, 1]


def test_only_what_is_the_same_for_all_of_them_is_said_to_be() -> None:
    table = compared("p22_1", "p23a", "p25_4_1")
    assert table.differing
    assert table.alike
    assert all(len({(cell.text, cell.cite) for cell in row.cells}) == 1 for row in table.alike)
    assert all(len({(cell.text, cell.cite) for cell in row.cells}) > 1 for row in table.differing)


def test_one_pathway_alone_is_no_comparison_but_still_a_table() -> None:
    table = compared("p23a")
    assert not table.alike
    assert len(table.differing) == len(EFFECTS["p23a"])
    assert comparison([], EFFECTS) is None


@pytest.mark.parametrize("case", list(demo_cases(DAY)), ids=lambda case: case.reference)
def test_topics_keep_the_order_of_the_law(case: DemoCase) -> None:
    reading = read_assessment(consult(LAW, case.answers(), DAY), case.answers(), LAW)
    table = comparison(reading.pathways, EFFECTS)
    assert table is not None
    order = [effect.topic for effect in EFFECTS["p22_1"]]
    for rows in (table.differing, table.alike):
        assert [row.topic for row in rows] == [topic for topic in order if topic in {row.topic for row in rows}]
