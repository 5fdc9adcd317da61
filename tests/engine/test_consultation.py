"""A whole case: deadlines with their day and urgency, other routes and warnings with what calls for them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from pathways.engine.consultation import Assessment, Urgency, consult, support, urgency
from pathways.engine.days import PartialDay
from pathways.engine.facts import Answers, Value
from pathways.engine.relevance import CaseView
from tests.engine import toy_facts as f
from tests.engine.strategies import TODAY, answers, as_answers, case_days, relaxed
from tests.engine.toy_law import LAWBOOK

DAY = PartialDay.parse


def consulted(as_of: date = TODAY, /, **known: Value) -> Assessment:
    return consult(LAWBOOK, as_answers(known), as_of)


def listed(assessment: Assessment) -> list[tuple[str, date | None]]:
    return [(due.deadline.id, due.day) for due in assessment.deadlines]


def test_a_deadline_is_counted_from_the_earliest_day_the_answer_allows() -> None:
    assert listed(consulted(stage="refused", served_on=DAY("2024-01-31"))) == [("d_reply", date(2024, 2, 29))]
    assert listed(consulted(stage="refused", served_on=DAY("2024-01"))) == [("d_reply", date(2024, 2, 1))]
    assert listed(consulted(stage="refused", served_on=DAY("2024"))) == [("d_reply", date(2024, 2, 1))]


def test_the_short_period_runs_until_the_long_one_is_sure() -> None:
    assert listed(consulted(stage="refused", served_on=DAY("2024-02-29"), instructed=True)) == [
        ("d_reply", date(2024, 3, 29))
    ]
    assert listed(consulted(stage="refused", served_on=DAY("2024-02-29"), instructed=False)) == [
        ("d_reply", date(2025, 2, 28))
    ]


def test_without_a_start_there_is_no_day_and_it_is_urgent() -> None:
    due = consulted(stage="refused").deadlines[0]

    assert (due.day, due.urgency) == (None, Urgency.HIGH)


def test_without_its_trigger_a_deadline_is_not_listed() -> None:
    assert listed(consulted(served_on=DAY("2024-02-20"))) == []
    assert listed(consulted(stage="filed", served_on=DAY("2024-02-20"))) == []


def test_of_several_days_the_earliest_counts() -> None:
    both: dict[str, Value] = {"stage": "granted", "served_on": DAY("2024-02-20"), "member_since": DAY("2024-02-01")}

    assert listed(consulted(**both)) == [("d_pick_up", date(2024, 3, 5))]
    assert listed(consulted(**both, fee_paid=True)) == [("d_pick_up", date(2024, 2, 11))]


def test_deadlines_without_a_day_come_first_then_the_nearest() -> None:
    refused = consulted(stage="refused", served_on=DAY("2024-02-20"), banned=True)

    assert listed(refused) == [("d_at_once", None), ("d_reply", date(2024, 3, 20))]


@pytest.mark.parametrize(
    ("as_of", "known", "words"),
    [
        (date(2019, 12, 31), {}, "Widerspruch beim alten Amt"),
        (date(2020, 1, 1), {}, "Widerspruch beim Gartenamt"),
        (date(2020, 1, 1), {"lease_runs": True}, "Widerspruch mit Antrag auf Aufschub"),
        (date(2020, 1, 1), {"lease_runs": False}, "Widerspruch beim Gartenamt"),
    ],
)
def test_the_first_wording_that_fits_is_printed(as_of: date, known: dict[str, Value], words: str) -> None:
    assert consulted(as_of, stage="refused", **known).deadlines[0].wording.text == words


@pytest.mark.parametrize(
    ("as_of", "day", "expected"),
    [
        (TODAY, None, Urgency.HIGH),
        (TODAY, date(2020, 1, 1), Urgency.HIGH),
        (TODAY, TODAY, Urgency.HIGH),
        (TODAY, date(2024, 3, 14), Urgency.HIGH),
        (TODAY, date(2024, 3, 15), Urgency.MEDIUM),
        (TODAY, date(2024, 5, 29), Urgency.MEDIUM),
        (TODAY, date(2024, 5, 30), Urgency.LOW),
        (date(2023, 11, 30), date(2024, 2, 29), Urgency.MEDIUM),
        (date(2023, 11, 30), date(2024, 3, 1), Urgency.LOW),
        (date.max, date.max, Urgency.HIGH),
    ],
)
def test_urgency_ends_after_fourteen_days_and_three_months(as_of: date, day: date | None, expected: Urgency) -> None:
    assert urgency(day, as_of) is expected


def test_a_route_names_the_answers_that_call_for_it() -> None:
    def routes(assessment: Assessment) -> list[tuple[str, list[str]]]:
        return [(raised.of.id, [fact.id for fact in raised.because]) for raised in assessment.referrals]

    hobby = frozenset({"hobby"})
    assert routes(consulted()) == []
    assert routes(consulted(reasons=hobby)) == [("r_balcony", ["reasons"])]
    assert routes(consulted(reasons=hobby, other_plot=False)) == [("r_balcony", ["reasons", "other_plot"])]
    assert routes(consulted(reasons=hobby, other_plot=True)) == []
    assert routes(consulted(reasons=hobby, other_plot=True, district_full=True)) == [
        ("r_balcony", ["reasons", "district_full"])
    ]
    assert routes(consulted(date(2022, 12, 31))) == [("r_old", [])]
    assert routes(consulted(date(2022, 12, 31), resident=True)) == [("r_old", ["resident"])]
    assert routes(consulted(date(2022, 12, 31), resident=False)) == []


def test_what_does_not_trigger_supports_nothing() -> None:
    assert support(LAWBOOK, f.RESIDENT.yes, CaseView({"resident": False}, TODAY)) == ()


def test_a_warning_is_given_once_for_all_pathways_and_only_under_law_in_force() -> None:
    warned = consulted(holds="plot").warnings

    assert [(raised.of.id, [fact.id for fact in raised.because]) for raised in warned] == [("g_lapse", ["holds"])]
    assert consulted(holds="none").warnings == ()
    assert [raised.of.id for raised in consulted(date(2026, 5, 1), holds="plot").warnings] == ["g_lapse"]
    assert consulted(date(1999, 1, 1), holds="plot").warnings == ()


def test_a_result_is_found_by_its_id() -> None:
    assert consulted().result("loan").pathway.id == "loan"
    with pytest.raises(KeyError):
        consulted().result("lone")


@relaxed
@given(answers(), case_days)
def test_every_case_is_judged_and_the_same_case_alike(given_answers: Answers, as_of: date) -> None:
    once = consult(LAWBOOK, given_answers, as_of, "A-1")
    backwards = dict(reversed(list(given_answers.items())))

    assert once == consult(LAWBOOK, backwards, as_of, "A-1")
    assert [result.pathway.id for result in once.pathways] == ["plot", "loan"]


@pytest.mark.parametrize("as_of", [date.min, date.max])
def test_the_ends_of_the_calendar_are_days_like_others(as_of: date) -> None:
    known: dict[str, Value] = {"stage": "refused", "served_on": DAY("9999-12-31"), "birth": DAY("0001")}

    assert consulted(as_of, **known).as_of == as_of


def test_facts_of_another_law_are_ignored() -> None:
    assert consulted(martian=True).pathways == consulted().pathways
