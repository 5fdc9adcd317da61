"""Deadlines: when they are shown, what day is printed, and which wording counts."""

from __future__ import annotations

from datetime import date

import pytest

from pathways.engine.routes import Deadline
from pathways.law.deadlines import DEADLINES, HINTS
from tests.law.answered import TODAY, Given, case


def shown_deadlines(given: Given, as_of: date = TODAY) -> set[str]:
    view = case(given, as_of)
    return {deadline.id for deadline in DEADLINES if deadline.when.triggered(view)}


def deadline(deadline_id: str) -> Deadline:
    return next(entry for entry in DEADLINES if entry.id == deadline_id)


def printed_days(deadline_id: str, given: Given, as_of: date = TODAY) -> list[date]:
    view = case(given, as_of)
    return [day for due in deadline(deadline_id).due if (day := due.day(view)) is not None]


def wording(deadline_id: str, given: Given, as_of: date = TODAY) -> str:
    view = case(given, as_of)
    return next(
        entry.text
        for entry in deadline(deadline_id).wordings
        if entry.span.covers(as_of) and entry.when.triggered(view)
    )


REFUSED: Given = {"decision_kind": "abh_refusal_title", "decision_served_on": "2026-11-02"}
BAMF: Given = {"decision_served_on": "2026-11-02"}


@pytest.mark.parametrize(
    ("deadline_id", "given"),
    [
        ("d_title_expiry", {"current_status": "national_visa", "title_valid_until": "2026-12-31"}),
        ("d_name_all_purposes", {"application_filed_on": "2026"}),
        ("d_schengen_visa", {"current_status": "schengen_visa", "title_valid_until": "2026-12-31"}),
        ("d_visa_free", {"current_status": "visa_free_stay", "last_entry_date": "2026-11-01"}),
        ("d_newborn", {"entry_mode": "born_in_germany", "birth_date": "2026-08-01"}),
        ("d_abh_refusal", REFUSED),
        ("d_interim", {"decision_kind": "abh_refusal_title", "court_protection": "interim_pending"}),
        ("d_mission_refusal", {"decision_kind": "mission_visa_refusal", "decision_served_on": "2026-11"}),
        ("d_bamf", {"decision_kind": "bamf_transfer", **BAMF}),
        ("d_58a", {"decision_kind": "removal_order_58a"}),
        ("d_service", {"decision_kind": "benefits"}),
        ("d_inaction", {"application_filed_on": "2026-08-21", "decision_kind": "none"}),
        ("d_departure", {"departure_deadline": "2026-12-01"}),
        ("d_removal", {"removal_stage": "detention"}),
        ("d_victim_removal", {"exploitation_form": ["forced_marriage"], "removal_stage": "threat_only"}),
        ("d_own_case_removal", {"pending_criminal_case": True, "removal_stage": "preparation"}),
        ("d_reflection_end", {"reflection_period_until": "2027-01-31"}),
        ("d_child_18", {"birth_date": "2009-03"}),
        ("d_child_18", {"birth_date": "1980", "reference_person_birth_date": "2008-11-23"}),
        ("d_medical", {"ground_types": ["medical_treatment", "witness"], "location": "in_germany"}),
    ],
)
def test_a_deadline_is_shown_when_its_trigger_is_fulfilled(deadline_id: str, given: Given) -> None:
    assert deadline_id in shown_deadlines(given)


@pytest.mark.parametrize(
    ("deadline_id", "given"),
    [
        ("d_title_expiry", {"current_status": "duldung", "title_valid_until": "2026-12-31"}),
        ("d_title_expiry", {"current_status": "residence_permit"}),
        ("d_visa_free", {"current_status": "visa_free_stay"}),
        ("d_newborn", {"entry_mode": "born_in_germany", "birth_date": "2026-05-22"}),
        ("d_newborn", {"entry_mode": "born_in_germany"}),
        ("d_abh_refusal", {"decision_kind": "abh_refusal_title"}),
        ("d_interim", {"decision_kind": "abh_refusal_title", "court_protection": "suspensive_by_law"}),
        ("d_bamf", {"decision_kind": "bamf_simple"}),
        ("d_service", {"decision_kind": "none"}),
        ("d_service", REFUSED),
        ("d_inaction", {"application_filed_on": "2026-08-22", "decision_kind": "none"}),
        ("d_inaction", {"application_filed_on": "2026-01-01"}),
        ("d_removal", {"removal_stage": "preparation"}),
        ("d_victim_removal", {"exploitation_form": ["none"], "removal_stage": "detention"}),
        ("d_own_case_removal", {"pending_criminal_case": True, "removal_stage": "threat_only"}),
        ("d_child_18", {"birth_date": "2008-11-22"}),
        ("d_child_18", {"birth_date": "2009-11-23"}),
        ("d_medical", {"ground_types": ["medical_treatment"], "location": "abroad_home_country"}),
    ],
)
def test_a_deadline_is_not_shown_without_its_trigger(deadline_id: str, given: Given) -> None:
    assert deadline_id not in shown_deadlines(given)


def test_interim_relief_is_due_while_protection_by_a_court_is_open() -> None:
    assert "d_interim" in shown_deadlines({"decision_kind": "abh_refusal_title"})


@pytest.mark.parametrize(
    ("deadline_id", "given", "day"),
    [
        ("d_abh_refusal", {"decision_served_on": "2026-01-31"}, date(2026, 2, 28)),
        ("d_abh_refusal", {"decision_served_on": "2026-10"}, date(2026, 11, 1)),
        ("d_abh_refusal", {**REFUSED, "remedy_instruction": "correct"}, date(2026, 12, 2)),
        ("d_abh_refusal", {**REFUSED, "remedy_instruction": "missing"}, date(2027, 11, 2)),
        ("d_mission_refusal", {**REFUSED, "remedy_instruction": "wrong"}, date(2027, 11, 2)),
        ("d_mission_refusal", REFUSED, date(2026, 12, 2)),
        ("d_bamf", {**BAMF, "decision_kind": "bamf_simple"}, date(2026, 11, 16)),
        ("d_bamf", {**BAMF, "decision_kind": "bamf_transfer"}, date(2026, 11, 9)),
        ("d_bamf", {**BAMF, "decision_kind": "bamf_o_u_or_inadmissible"}, date(2026, 11, 9)),
        ("d_bamf", {**BAMF, "decision_kind": "bamf_simple", "remedy_instruction": "wrong"}, date(2027, 2, 2)),
        ("d_bamf", BAMF, date(2026, 11, 9)),
        ("d_58a", {"decision_served_on": "2026-11-20"}, date(2026, 11, 27)),
        ("d_inaction", {"application_filed_on": "2025-11-30"}, date(2026, 2, 28)),
        ("d_newborn", {"birth_date": "2026-08-31"}, date(2027, 2, 28)),
        ("d_visa_free", {"last_entry_date": "2026-11-01"}, date(2027, 1, 30)),
        ("d_visa_free", {"last_entry_date": "2026-11-01", "title_valid_until": "2026-12-05"}, date(2026, 12, 5)),
        ("d_title_expiry", {"title_valid_until": "2026-12"}, date(2026, 12, 1)),
        ("d_child_18", {"birth_date": "2009-02-15"}, date(2027, 2, 15)),
        (
            "d_child_18",
            {"birth_date": "1980-01-01", "reference_person_birth_date": "2009-02-15"},
            date(2027, 2, 15),
        ),
    ],
)
def test_the_printed_day(deadline_id: str, given: Given, day: date) -> None:
    assert printed_days(deadline_id, given) == [day]


@pytest.mark.parametrize(
    "deadline_id",
    [
        "d_interim",
        "d_service",
        "d_removal",
        "d_victim_removal",
        "d_own_case_removal",
        "d_medical",
        "d_name_all_purposes",
    ],
)
def test_what_is_due_at_once_has_no_day(deadline_id: str) -> None:
    assert deadline(deadline_id).due == ()


def test_an_order_under_58a_without_a_day_of_service_is_urgent_without_a_day() -> None:
    given: Given = {"decision_kind": "removal_order_58a"}
    assert "d_58a" in shown_deadlines(given)
    assert printed_days("d_58a", given) == []


def test_remonstration_ends_on_30_june_2025() -> None:
    assert "oder Klage" in wording("d_mission_refusal", {}, date(2025, 6, 30))
    assert "nicht mehr" in wording("d_mission_refusal", {}, date(2025, 7, 1))


def test_only_25a_and_25b_continue_a_title_under_104c() -> None:
    title: Given = {"current_title_norm": "104c"}
    assert "§ 104c" in wording("d_title_expiry", title)
    assert "§ 104c" in wording("d_title_expiry", {**title, "application_purposes": ["25a", "25_4_2"]})
    assert "§ 104c" not in wording("d_title_expiry", {**title, "application_purposes": ["25b"]})
    assert "§ 104c" not in wording("d_title_expiry", {"current_title_norm": "16b"})


def test_every_deadline_says_something_on_every_day() -> None:
    for entry in DEADLINES:
        for day in (date(2010, 1, 1), date(2025, 6, 30), date(2026, 6, 11), TODAY):
            assert any(w.span.covers(day) and w.when.triggered(case({}, day)) for w in entry.wordings), entry.id


def test_ids_are_unique() -> None:
    ids = [entry.id for entry in (*DEADLINES, *HINTS)]
    assert len(set(ids)) == len(ids)
    assert all(entry.startswith("d_") for entry in ids)


def test_every_deadline_is_cited() -> None:
    assert all(wording.cite for entry in DEADLINES for wording in entry.wordings)
    assert all(hint.cite for hint in HINTS)


def test_an_empty_case_shows_nothing() -> None:
    assert shown_deadlines({}) == set()
