"""What a finding says beside its state: disputes, remedies, points for and against, waivers and what is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pathways.engine.assess import PathwayResult, assess, rule_state
from pathways.engine.conditions import Constant
from pathways.engine.dated import Span
from pathways.engine.days import PartialDay
from pathways.engine.facts import Value
from pathways.engine.pathway import Disputed, Remedy, Rule
from pathways.engine.relevance import CaseView
from pathways.engine.truth import Truth
from tests.engine import toy_facts as f
from tests.engine.strategies import TODAY
from tests.engine.toy_cases import first
from tests.engine.toy_law import LIFTING, NEED_DISPUTE, NEIGHBOURS, PLOT

NO, OPEN, YES = Truth.NO, Truth.OPEN, Truth.YES
DAY = PartialDay.parse


def test_what_is_contested_stays_open_and_names_both_positions() -> None:
    scope = first(neighbour="town").finding("g_scope")

    assert scope is not None
    assert (scope.state, scope.disputes) == (OPEN, (NEIGHBOURS,))
    assert scope.open_facts == frozenset()
    assert first().finding("g_scope").disputes == ()  # type: ignore[union-attr]


def test_a_dispute_is_shown_only_where_it_holds_the_criterion_open() -> None:
    hobby = frozenset({"hobby"})

    assert first(need=None, reasons=hobby).finding("need").disputes == (NEED_DISPUTE,)  # type: ignore[union-attr]
    for changes in ({"need": True, "reasons": hobby}, {"need": False, "reasons": hobby}, {"need": None}):
        assert first(**changes).finding("need").disputes == ()  # type: ignore[union-attr]


def test_remedies_are_named_until_the_demand_is_fulfilled() -> None:
    def remedies(result: PathwayResult, criterion_id: str) -> list[str]:
        finding = result.finding(criterion_id)
        assert finding is not None
        return [remedy.text for remedy in finding.remedies]

    assert remedies(first(banned=True), "not_banned") == [LIFTING.text]
    assert remedies(first(banned=None), "not_banned") == []
    assert remedies(first(birth=DAY("2010")), "g_age") == ["Abwarten bis zum 18. Geburtstag"]
    assert remedies(first(), "g_age") == []
    assert remedies(first(stage="none"), "allotted") == ["Zuteilung beantragen"]
    assert remedies(first(stage="filed"), "allotted") == []


def test_disputes_and_remedies_have_their_days() -> None:
    past = Span(until=date(2020, 12, 31))
    need = PLOT.criterion("need").but(
        disputed=(Disputed(NEED_DISPUTE, span=past),), remedies=(Remedy("Bedarf belegen", span=past),)
    )
    pathway = replace(PLOT, criteria=(need,))
    then, now = (assess(pathway, CaseView({}, day)).findings[0] for day in (date(2020, 12, 31), date(2021, 1, 1)))

    assert (then.disputes, len(then.remedies)) == ((NEED_DISPUTE,), 1)
    assert (now.disputes, now.remedies) == ((), ())


@pytest.mark.parametrize(
    ("holds", "fails_on", "expected"),
    [
        (YES, None, YES),
        (OPEN, None, OPEN),
        (NO, None, NO),
        (YES, NO, YES),
        (OPEN, NO, OPEN),
        (NO, NO, OPEN),
        (OPEN, OPEN, OPEN),
        (NO, OPEN, OPEN),
        (YES, YES, NO),
        (OPEN, YES, NO),
        (NO, YES, NO),
    ],
)
def test_what_neither_holds_nor_fails_is_open(holds: Truth, fails_on: Truth | None, expected: Truth) -> None:
    rule = Rule(Constant(holds), None if fails_on is None else Constant(fails_on))

    assert rule_state(rule, CaseView({}, TODAY)) is expected


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, {"birth", "served_on"}),
        ({"birth": DAY("2020-01-01")}, {"served_on"}),
        ({"birth": DAY("2020"), "served_on": DAY("2020")}, {"birth", "served_on"}),
        ({"birth": DAY("2020"), "served_on": DAY("2021")}, set()),
    ],
)
def test_of_two_days_the_one_not_known_is_the_open_one(known: dict[str, Value], expected: set[str]) -> None:
    born_before = PLOT.criterion("resident").but(rule=Rule(f.BIRTH.by(f.SERVED_ON)))
    (finding,) = assess(replace(PLOT, criteria=(born_before,)), CaseView(known, TODAY)).findings

    assert {fact.id for fact in finding.open_facts} == expected


def test_points_for_and_against_never_set_a_state() -> None:
    finding = first(need=None, reasons=frozenset({"family"}), waits_since=None).finding("need")

    assert finding is not None
    assert finding.state is OPEN
    assert [point.id for point in finding.speaks_for] == ["A+1"]
    assert [point.text for point in finding.speaks_against] == ["Wartezeit unbelegt"]
    assert first(need=None).finding("need").speaks_for == ()  # type: ignore[union-attr]


def test_a_failed_requirement_that_can_be_waived_is_noted_and_an_open_one_is_not() -> None:
    def waived(result: PathwayResult) -> list[str]:
        return [finding.criterion.id for finding in result.findings if finding.waiver_needed]

    assert waived(first(fee_paid=False, card_state="lost")) == ["fee", "card"]
    assert waived(first(fee_paid=True)) == []
    assert waived(first(other_plot=True)) == []
