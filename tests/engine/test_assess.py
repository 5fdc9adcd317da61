"""What each kind of criterion does to the state and the verdict of a pathway."""

from __future__ import annotations

from datetime import date

import pytest

from pathways.engine.assess import PathwayResult, Verdict, assess
from pathways.engine.days import PartialDay
from pathways.engine.facts import Value
from pathways.engine.pathway import Grant, Mode
from pathways.engine.relevance import CaseView
from pathways.engine.truth import Truth
from tests.engine.toy_cases import first, renewal, state
from tests.engine.toy_law import FIRST_MET, LOAN, PLOT

NO, OPEN, YES = Truth.NO, Truth.OPEN, Truth.YES
DAY = PartialDay.parse


def decisive(result: PathwayResult) -> list[str]:
    return [finding.criterion.id for finding in result.decisive]


def test_all_demands_fulfilled_is_met_in_both_modes() -> None:
    assert (first().mode, first().verdict) == (Mode.FIRST_GRANT, Verdict.MET)
    assert (renewal().mode, renewal().verdict) == (Mode.EXTENSION, Verdict.MET)


# Each row turns one answer of a case that is met: the criterion, its state and the verdict that follow.
ONE_CHANGE: list[tuple[dict[str, Value | None], str, Truth, Verdict]] = [
    ({"resident": False}, "resident", NO, Verdict.EXCLUDED),
    ({"resident": None}, "resident", OPEN, Verdict.OPEN),
    ({"need": False}, "need", NO, Verdict.EXCLUDED),
    ({"need": None}, "need", OPEN, Verdict.OPEN),
    ({"birth": DAY("2010")}, "g_age", NO, Verdict.EXCLUDED),
    ({"birth": DAY("2006")}, "g_age", OPEN, Verdict.OPEN),
    ({"stage": "filed"}, "allotted", OPEN, Verdict.OPEN),
    ({"stage": "none"}, "allotted", OPEN, Verdict.OPEN),
    ({"stage": "refused"}, "allotted", OPEN, Verdict.OPEN),
    ({"stage": "refused", "new_reasons": True}, "allotted", OPEN, Verdict.OPEN),
    ({"stage": "refused", "new_reasons": False}, "allotted", NO, Verdict.EXCLUDED),
    ({"other_plot": True}, "no_other", NO, Verdict.EXCLUDED),
    ({"other_plot": None}, "no_other", OPEN, Verdict.OPEN),
    ({"banned": True}, "not_banned", OPEN, Verdict.OPEN),
    ({"neighbour": "town"}, "g_scope", OPEN, Verdict.OPEN),
    ({"offence": "grave"}, "conduct", NO, Verdict.EXCEPTION),
    ({"offence": "minor"}, "conduct", YES, Verdict.MET),
    ({"offence": None}, "conduct", OPEN, Verdict.OPEN),
    ({"district_full": True}, "quota", OPEN, Verdict.OPEN),
    ({"district_full": None}, "quota", OPEN, Verdict.OPEN),
    ({"waits_since": DAY("2022")}, "waited", NO, Verdict.EXCLUDED),
    ({"fee_paid": False}, "fee", NO, Verdict.MET),
    ({"fee_paid": True}, "fee", YES, Verdict.MET),
    ({"card_valid": False}, "card", NO, Verdict.MET),
    ({"card_valid": False, "card_state": "valid"}, "card", YES, Verdict.MET),
    ({"form_filled": False}, "form", OPEN, Verdict.MET),
    ({"form_filled": True}, "form", YES, Verdict.MET),
    ({"member_since": DAY("2020")}, "order", OPEN, Verdict.MET),
    ({"holds": "plot"}, "g_lapse", OPEN, Verdict.MET),
]


@pytest.mark.parametrize(("changes", "criterion_id", "expected", "verdict"), ONE_CHANGE)
def test_one_answer_moves_its_criterion_and_the_verdict(
    changes: dict[str, Value | None], criterion_id: str, expected: Truth, verdict: Verdict
) -> None:
    result = first(**changes)

    assert state(result, criterion_id) is expected
    assert result.verdict is verdict
    assert decisive(result) == ([criterion_id] if verdict in (Verdict.EXCLUDED, Verdict.EXCEPTION) else [])


def test_a_criterion_against_the_person_comes_before_an_open_one_and_a_rule() -> None:
    result = first(resident=False, other_plot=True, need=None, offence="grave")

    assert result.verdict is Verdict.EXCLUDED
    assert decisive(result) == ["resident", "no_other"]
    assert result.exception_needed


def test_an_open_criterion_comes_before_a_rule_that_hits() -> None:
    result = first(need=None, offence="grave")

    assert result.verdict is Verdict.OPEN
    assert result.exception_needed
    assert decisive(result) == []
    assert [finding.criterion.id for finding in result.open_findings] == ["need"]


def test_a_rule_that_hits_comes_before_met() -> None:
    result = first(offence="grave")

    assert (result.verdict, result.exception_needed) == (Verdict.EXCEPTION, True)
    assert not first(offence="minor").exception_needed


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"still_used": False}, Verdict.EXCLUDED),
        ({"still_used": None, "need": True}, Verdict.OPEN),
        ({"resident": False}, Verdict.MET),
        ({"stage": "refused", "new_reasons": False}, Verdict.MET),
        ({"waits_since": DAY("2024")}, Verdict.MET),
        ({"other_plot": True}, Verdict.EXCLUDED),
        ({"offence": "grave"}, Verdict.EXCEPTION),
    ],
)
def test_extension_asks_its_own_demands_and_leaves_out_those_of_the_first_grant(
    changes: dict[str, Value | None], verdict: Verdict
) -> None:
    assert renewal(**changes).verdict is verdict


def test_what_a_mode_does_not_ask_has_no_finding() -> None:
    assert first().finding("used") is None
    assert [renewal().finding(id) for id in ("resident", "allotted", "waited")] == [None, None, None]
    assert renewal().finding("used") is not None


def test_extension_may_ask_the_same_demand_differently() -> None:
    assert state(renewal(need=False), "need") is YES
    assert state(first(need=False, still_used=True), "need") is NO


def test_the_first_row_that_fits_decides_the_mode() -> None:
    assert first(holds="plot").mode is Mode.FIRST_GRANT
    assert renewal(request="renewal").mode is Mode.EXTENSION
    assert first(request=None, holds="loan").mode is Mode.FIRST_GRANT
    assert first(request=None, holds=None, lease_runs=True).mode is Mode.FIRST_GRANT


@pytest.mark.parametrize("title", [None, "unclear"])
def test_an_unknown_title_softens_only_what_extension_would_not_ask(title: str | None) -> None:
    result = first(request=None, holds=title, lease_runs=True, resident=False, need=False)
    resident = result.finding("resident")

    assert result.verdict is Verdict.OPEN
    assert resident is not None
    assert {fact.id for fact in resident.facts} == {"resident", "holds"}
    assert {fact.id for fact in resident.open_facts} == {"holds"}
    assert state(result, "need") is OPEN
    assert first(request=None, holds=title, lease_runs=True, other_plot=True).verdict is Verdict.EXCLUDED


def test_a_known_title_softens_nothing() -> None:
    assert first(request=None, holds="loan", lease_runs=True, resident=False).verdict is Verdict.EXCLUDED
    assert first(request=None, holds=None, lease_runs=None, resident=False).verdict is Verdict.EXCLUDED


@pytest.mark.parametrize(
    ("day", "grant", "in_force"),
    [
        (date(1999, 12, 31), Grant.MAY, False),
        (date(2000, 1, 1), Grant.MAY, True),
        (date(2019, 12, 31), Grant.MAY, True),
        (date(2020, 1, 1), Grant.SHOULD, True),
    ],
)
def test_the_edition_of_the_day_counts(day: date, grant: Grant, in_force: bool) -> None:
    result = assess(PLOT, CaseView({"resident": False}, day))

    assert result.grant is grant
    assert (result.verdict is Verdict.NOT_IN_FORCE) is not in_force


@pytest.mark.parametrize("day", [date.min, date(2009, 12, 31), date(2026, 1, 1), date.max])
def test_outside_every_edition_a_pathway_is_not_in_force_and_silent(day: date) -> None:
    result = assess(LOAN, CaseView({"other_plot": True}, day))

    assert result.verdict is Verdict.NOT_IN_FORCE
    assert (result.mode, result.findings, result.decisive, result.exception_needed) == (None, (), (), False)


def test_a_criterion_that_did_not_yet_exist_is_left_out() -> None:
    short = {**FIRST_MET, "waits_since": DAY("2020-06")}

    before, after = (assess(PLOT, CaseView(short, day)) for day in (date(2020, 12, 31), date(2021, 1, 1)))
    assert (before.finding("waited"), before.verdict) == (None, Verdict.MET)
    assert after.verdict is Verdict.EXCLUDED
