"""How a day was counted is told with everything that could make it another day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from advisor.cases.due_days import CountedDeadline, counted_deadlines
from advisor.demo.demo_case import DemoCase
from advisor.demo.demo_cases import demo_cases
from pathways.content.reading import read_assessment
from pathways.engine.consultation import consult
from pathways.engine.days import days, months, weeks, years
from pathways.engine.facts import Answers
from pathways.law import LAW
from tests.factories import answers

DAY = date(2026, 11, 22)


def deadlines(given: Answers) -> dict[str, CountedDeadline]:
    assessment = consult(LAW, given, DAY)
    found = counted_deadlines(assessment, read_assessment(assessment, given, LAW))
    return {item.reading.id: item for item in found}


def refused(**more: Any) -> CountedDeadline:
    facts = {"decision_kind": "abh_refusal_title", "decision_served_on": "2026-11-20", **more}
    return deadlines(answers(location="in_germany", **facts))["d_abh_refusal"]


@pytest.mark.parametrize("case", list(demo_cases(DAY)), ids=lambda case: case.reference)
def test_every_day_has_a_way_and_every_way_adds_up(case: DemoCase) -> None:
    for item in deadlines(case.answers()).values():
        assert bool(item.ways) is (item.day is not None)
        assert [way.counts for way in item.ways] == [place == 0 for place in range(len(item.ways))]
        for way in item.ways:
            assert way.period.after(way.starts.earliest) == way.day
            assert way.day >= (item.day or date.min)
        if item.ways:
            assert item.ways[0].day == item.day


def test_while_it_is_open_whether_a_longer_period_runs_the_shorter_counts_and_the_longer_is_told() -> None:
    (way,) = refused().ways
    assert (way.period, way.day) == (months(1), date(2026, 12, 20))
    (other,) = way.others
    assert (other.period, other.day, other.is_open) == (years(1), date(2027, 11, 20), True)
    assert LAW.facts_by_id["remedy_instruction"].label in other.when


def test_an_answer_settles_which_period_runs() -> None:
    (way,) = refused(remedy_instruction="correct").ways
    assert way.period == months(1)
    assert [other.is_open for other in way.others] == [False]
    (way,) = refused(remedy_instruction="missing").ways
    assert (way.period, way.day) == (years(1), date(2027, 11, 20))
    assert LAW.facts_by_id["remedy_instruction"].label in way.when
    assert [(other.period, other.when) for other in way.others] == [(months(1), "")]


def test_of_three_periods_the_two_that_do_not_run_are_told_apart() -> None:
    given = answers(location="in_germany", decision_kind="bamf_simple", decision_served_on="2026-11-20")
    (way,) = deadlines(given)["d_bamf"].ways
    assert way.period == weeks(2)
    assert {(other.period, other.is_open) for other in way.others} == {(months(3), True), (weeks(1), False)}


def test_a_day_known_only_by_its_month_counts_from_the_first() -> None:
    (way,) = refused(decision_served_on="2026-11").ways
    assert not way.starts.is_exact
    assert way.day == date(2026, 12, 1)


def test_a_day_that_is_itself_an_answer_has_no_period() -> None:
    given = answers(location="in_germany", current_status="residence_permit", title_valid_until="2027-01-02")
    (way,) = deadlines(given)["d_title_expiry"].ways
    assert (way.period, way.day, way.others) == (days(0), date(2027, 1, 2), ())
