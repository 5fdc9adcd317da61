"""Which pathways a memo prints where nobody has chosen."""

from __future__ import annotations

from datetime import date
from typing import Any

from advisor.memo.choice import FALLBACK, default_choice
from pathways.engine.assess import Verdict
from pathways.engine.consultation import Assessment, consult
from pathways.law import LAW
from tests.memo.conftest import answers

DAY = date(2026, 11, 22)


def assessed(as_of: date = DAY, **facts: Any) -> Assessment:
    return consult(LAW, answers(**facts), as_of)


def test_without_anything_to_show_the_open_ones_with_the_fewest_open_points_are_printed() -> None:
    assessment = assessed(location="in_germany")
    chosen = default_choice(assessment)
    assert len(chosen) == FALLBACK
    still_open = {r.pathway.id: len(r.open_findings) for r in assessment.pathways if r.verdict is Verdict.OPEN}
    left = [count for pathway_id, count in still_open.items() if pathway_id not in chosen]
    assert max(still_open[pathway_id] for pathway_id in chosen) <= min(left)


def test_an_open_pathway_with_a_demand_of_its_own_fulfilled_is_printed() -> None:
    duty = {"location": "in_germany", "current_status": "duldung", "free_movement_status": "none"}
    assert default_choice(assessed(**duty, enforceably_required_to_leave=True)) == {"p23a"}


def test_what_is_not_the_case_shows_nothing() -> None:
    chosen = default_choice(assessed(location="in_germany", enforceably_required_to_leave=False))
    assert len(chosen) == FALLBACK


def test_the_pathway_of_the_present_title_is_printed() -> None:
    title = {
        "current_status": "residence_permit",
        "permit_history": "valid_or_continuing",
        "current_title_norm": "25_4a_1",
    }
    assert "p25_4a_1" in default_choice(assessed(location="in_germany", **title))


def test_a_pathway_that_is_met_is_printed_and_an_excluded_one_is_not() -> None:
    assessment = assessed(
        location="in_germany",
        current_status="duldung",
        enforceably_required_to_leave=True,
        urgent_reasons_23a=True,
        hfk_stage="request_made",
        free_movement_status="none",
        security_concern="none",
        entry_ban="none",
        asylum_history="never",
        criminal_record="none",
        removal_stage="threat_only",
    )
    excluded = {r.pathway.id for r in assessment.pathways if r.verdict is Verdict.EXCLUDED}
    assert excluded
    assert not default_choice(assessment) & excluded


def test_before_there_was_an_act_nothing_is_printed() -> None:
    assert default_choice(assessed(date(2000, 9, 19), location="in_germany")) == frozenset()
