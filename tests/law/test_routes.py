"""Other routes: when they are shown, in which order, and which edition speaks."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest

from pathways.engine.routes import Referral
from pathways.law.referrals import CONTACTS, GROUPS, REFERRALS, STANDING_HINTS
from tests.law.answered import TODAY, Given, case


def shown_routes(given: Given, as_of: date = TODAY) -> set[str]:
    view = case(given, as_of)
    return {route.id for route in REFERRALS if route.span.covers(as_of) and route.when.triggered(view)}


TRAINEE: Given = {"employment": "training_contract", "current_status": "duldung"}
YOUNG: Given = {"birth_date": "2003", "duldung_since": "2024", "continuous_stay_since": "2020"}
SETTLED: Given = {"current_status": "duldung", "continuous_stay_since": "2018"}
RUSSIAN: Given = {"nationality": ["RU"]}


@pytest.mark.parametrize(
    ("route_id", "given"),
    [
        ("r_asylum", {"location": "in_germany", "asylum_history": "intends", "feared_harm": ["lgbtiq"]}),
        ("r_followup", {"asylum_previous_rejection": "simple", "feared_harm": ["political"]}),
        ("r_60_5_7", {"asylum_history": "rejected_final", "feared_harm": ["destitution"]}),
        ("r_inadmissible_other_state", {"transfer_to_other_state": True}),
        ("r_24", {"nationality": ["UA", "RU"]}),
        ("r_72_2", {"feared_harm": ["destitution"], "location": "in_germany", "asylum_history": "never"}),
        ("r_family_german", {"family_in_germany": ["german"], "family_relation": ["parent_of_minor"]}),
        ("r_family_subsidiary", {"family_in_germany": ["subsidiary"]}),
        ("r_36_2", {"family_relation": ["sibling"]}),
        ("r_31", {"current_title_norm": "28", "marital_cohabitation_until": "2026-05"}),
        ("r_31", {"current_title_norm": "30", "ground_types": ["domestic_violence_or_forced_marriage"]}),
        (
            "r_37",
            {"ground_types": ["domestic_violence_or_forced_marriage"], "germany_link": ["former_stay"]},
        ),
        ("r_eu", {"free_movement_status": "loss_determined"}),
        ("r_16g", TRAINEE),
        ("r_60c", TRAINEE),
        ("r_60d", {"employment": "permitted_job"}),
        ("r_work_edu", {"school_or_training": "study"}),
        ("r_25a", YOUNG),
        ("r_25a", {"birth_date": "2003", "current_title_norm": "104c", "continuous_stay_since": "2020"}),
        ("r_25b", {**SETTLED, "german_level": "a2"}),
        ("r_25b", {"current_title_norm": "104c", "continuous_stay_since": "2022-11-22", "child_affected": True}),
        ("r_104c", {"current_title_norm": "104c"}),
        ("r_25_5", {"enforceably_required_to_leave": True}),
        ("r_25_4b", {"exploitation_form": ["illegal_employment_below_standards"]}),
        (
            "r_60a_2_2",
            {
                "public_interest_statement": "authority_requests_presence",
                "criminal_case_stage": "investigation",
            },
        ),
        ("r_60a_2_3", {"current_status": "gueb", "ground_types": ["other"]}),
        ("r_visa_extension", {"current_status": "schengen_visa", "ground_types": ["care_by_relative"]}),
        ("r_7_1_3", {"ground_types": ["medical_treatment"], "sponsor_declaration": "offered"}),
        ("r_60b", {"duldung_type": "60b"}),
        (
            "r_ru_opposition_abroad",
            {**RUSSIAN, "location": "abroad_third_country", "political_profile": ["ngo"]},
        ),
        ("r_ru_opposition_here", {**RUSSIAN, "location": "in_germany", "political_profile": ["ngo"]}),
        ("r_ru_deserter", {**RUSSIAN, "feared_harm": ["desertion"]}),
        ("r_ru_conscript", {**RUSSIAN, "feared_harm": ["conscription_refusal"]}),
        ("r_ru_queer", {**RUSSIAN, "feared_harm": ["lgbtiq"]}),
        ("r_ru_passport", {**RUSSIAN, "passport_valid": False}),
    ],
)
def test_a_route_is_shown_when_its_trigger_is_fulfilled(route_id: str, given: Given) -> None:
    assert route_id in shown_routes(given)


@pytest.mark.parametrize(
    ("route_id", "given"),
    [
        ("r_asylum", {"location": "in_germany", "asylum_history": "never", "feared_harm": ["destitution"]}),
        ("r_asylum", {"location": "in_germany", "feared_harm": ["political"]}),
        ("r_followup", {"asylum_history": "rejected_final"}),
        ("r_followup", {"asylum_previous_rejection": "none", "feared_harm": ["political"]}),
        ("r_inadmissible_other_state", {"protection_in_other_state": "non_eu_state"}),
        ("r_family_german", {"family_in_germany": ["german"], "family_relation": ["sibling"]}),
        ("r_31", {"current_title_norm": "28"}),
        ("r_16g", {"employment": "training_contract", "current_status": "residence_permit"}),
        ("r_25a", {**YOUNG, "birth_date": "1999-11-22"}),
        ("r_25a", {**YOUNG, "duldung_since": "2026"}),
        ("r_25a", {"duldung_since": "2024", "continuous_stay_since": "2020"}),
        ("r_25b", {**SETTLED, "german_level": "a1"}),
        ("r_25b", {"current_status": "duldung", "continuous_stay_since": "2022-11-22"}),
        ("r_25b", {"current_status": "duldung", "continuous_stay_since": "2020", "child_affected": False}),
        ("r_7_1_3", {"ground_types": ["medical_treatment"], "livelihood_secured": "partly"}),
        ("r_ru_passport", {**RUSSIAN, "passport_state": "applied_for", "passport_valid": False}),
        ("r_ru_queer", {"nationality": ["UA"], "feared_harm": ["lgbtiq"]}),
    ],
)
def test_a_route_is_not_shown_without_its_trigger(route_id: str, given: Given) -> None:
    assert route_id not in shown_routes(given)


def test_an_empty_case_shows_nothing() -> None:
    assert shown_routes({}) == set()


def test_an_unequal_condition_holds_while_the_answer_is_open() -> None:
    assert "r_25b" in shown_routes(SETTLED)


def route_on(route_id: str, day: date) -> Referral:
    (route,) = (route for route in REFERRALS if route.id == route_id and route.span.covers(day))
    return route


def test_family_reunification_with_subsidiary_protection_rests_until_23_july_2027() -> None:
    for resting in (date(2025, 7, 24), date(2027, 7, 23)):
        dispute = route_on("r_family_subsidiary", resting).dispute
        assert dispute is not None
        assert dispute.number == 17
    for open_again in (date(2025, 7, 23), date(2027, 7, 24)):
        assert route_on("r_family_subsidiary", open_again).dispute is None


def test_asylum_follows_the_regulation_since_12_june_2026() -> None:
    assert "2024/1347" not in str(route_on("r_asylum", date(2026, 6, 11)).cite)
    assert "2024/1347" in str(route_on("r_asylum", date(2026, 6, 12)).cite)


@pytest.mark.parametrize(
    ("route_id", "first_day"),
    [("r_16g", date(2024, 3, 1)), ("r_60c", date(2020, 1, 1)), ("r_104c", date(2022, 12, 31))],
)
def test_a_route_begins_with_its_norm(route_id: str, first_day: date) -> None:
    assert route_on(route_id, first_day).id == route_id
    assert not any(route.span.covers(first_day - timedelta(days=1)) for route in REFERRALS if route.id == route_id)


def test_the_dispute_on_conscripts_is_shown() -> None:
    dispute = route_on("r_ru_conscript", TODAY).dispute
    assert dispute is not None
    assert dispute.number == 11


def test_editions_of_one_route_follow_each_other_without_gap_or_overlap() -> None:
    editions: dict[str, list[Referral]] = defaultdict(list)
    for route in REFERRALS:
        editions[route.id].append(route)
    for routes in editions.values():
        for earlier, later in pairwise(routes):
            assert earlier.span.until is not None
            assert later.span.since == earlier.span.until + timedelta(days=1)


def test_the_groups_stand_in_the_order_of_checking() -> None:
    found = list(dict.fromkeys(route.group for route in REFERRALS))
    assert found == list(GROUPS)


def test_specialised_advice_is_named_for_the_urgent_occasions() -> None:
    occasions = {contact.occasion for contact in CONTACTS}
    assert {"Menschenhandel, Ausbeutung", "Abschiebungshaft", "Minderjährige"} <= occasions


def test_hints_and_routes_have_ids_of_their_own() -> None:
    hints = [hint.id for hint in STANDING_HINTS]
    assert len(set(hints)) == len(hints)
    assert not set(hints) & {route.id for route in REFERRALS}


def test_every_route_is_cited() -> None:
    assert all(entry.cite for entry in (*REFERRALS, *STANDING_HINTS))
