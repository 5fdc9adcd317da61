"""When the duty to leave is enforceable: each row of the table, what stops it, and that it only proposes."""

from __future__ import annotations

import pytest

from pathways.engine.consultation import consult
from pathways.engine.facts import Answer
from pathways.engine.truth import Truth
from pathways.law import LAW
from pathways.law.derived import Proposal, enforceably_required_to_leave, free_movement, proposals, request_kind
from pathways.law.enforceable import ROWS
from pathways.law.facts import CURRENT_STATUS, ENFORCEABLY_REQUIRED_TO_LEAVE
from tests.law.answered import TODAY, Given, case

# A case that no row fits: nothing expired, nothing decided about the stay, no unlawful entry.
NOTHING_FITS: Given = {
    "free_movement_status": "none",
    "court_protection": "none",
    "current_status": "no_document",
    "permit_history": "valid_or_continuing",
    "current_title_norm": "16b",
    "title_valid_until": "2027-06-30",
    "application_filed_on": "2026-11-02",
    "application_purposes": ["25_4_1"],
    "decision_kind": "benefits",
    "asylum_history": "never",
    "entry_mode": "visa_free",
    "remedy_filed": ["none"],
}
EXPIRED: Given = {"title_valid_until": "2026-09-30", "application_filed_on": "2026-09-30", "decision_kind": "none"}
LATE: Given = {**EXPIRED, "application_filed_on": "2026-10-01", "decision_kind": "benefits"}
REFUSED: Given = {"decision_kind": "abh_refusal_title", "decision_served_on": "2026-11-01"}


def proposal(given: Given, *without: str) -> Proposal:
    answers = {**NOTHING_FITS, **given}
    return enforceably_required_to_leave(
        case({fact: answer for fact, answer in answers.items() if fact not in without})
    )


def rows_with(found: Proposal) -> set[int]:
    return {row.number for row in ROWS if row.reason == found.reason and row.cite == found.cite}


FITTING = [
    (1, {"free_movement_status": "swiss"}, False),
    (1, {"free_movement_status": "turkish_association_right", "current_status": "duldung"}, False),
    (2, {**REFUSED, "court_protection": "interim_granted_80_5"}, False),
    (2, {**REFUSED, "court_protection": "suspensive_by_law"}, False),
    (3, {"current_status": "settlement_permit"}, False),
    (4, {"current_status": "residence_permit", "title_valid_until": "2026-11-22"}, False),
    (4, {"current_status": "schengen_visa"}, False),
    (4, {"current_status": "visa_free_stay"}, False),
    (4, {"current_status": "title_other_schengen_state"}, None),
    (5, {"current_status": "fiction_81_4", "decision_kind": "none"}, False),
    (5, {"current_status": "fiction_81_3", "decision_kind": "bamf_simple"}, False),
    (5, {"current_status": "fiction_ordered_81_4_3", "decision_kind": "hfk_or_ministry"}, False),
    (6, EXPIRED, False),
    (6, {**EXPIRED, "current_status": "residence_permit"}, False),
    (6, {**EXPIRED, "current_title_norm": "104c", "application_purposes": ["25b"]}, False),
    (7, {"current_status": "asylum_gestattung"}, False),
    (7, {"current_status": "asylum_gestattung", "decision_kind": "bamf_transfer"}, None),
    (7, {"current_status": "asylum_gestattung", "decision_kind": "bamf_o_u_or_inadmissible"}, None),
    (8, {"asylum_history": "recognised_refugee"}, False),
    (8, {"asylum_history": "recognised_subsidiary", "current_status": "duldung"}, False),
    (9, {"current_status": "duldung"}, True),
    (10, {"current_status": "late_application_81_3_s2"}, True),
    (11, {"current_status": "gueb"}, True),
    (11, {"current_status": "gueb", "remedy_filed": ["interim_80_5"], "court_protection": "interim_pending"}, None),
    (11, {"current_status": "gueb", "reflection_period_until": "2026-11-22"}, None),
    (11, {"current_status": "gueb", "reflection_period_until": "2026-11-21"}, True),
    (12, REFUSED, True),
    (12, {**REFUSED, "court_protection": "interim_granted_123"}, True),
    (12, {**REFUSED, "current_status": "fiction_81_4"}, True),
    (13, {"decision_kind": "abh_revocation_or_expulsion"}, None),
    (14, LATE, True),
    (14, {**EXPIRED, "current_status": "schengen_visa"}, True),
    (15, {"entry_mode": "no_visa_or_title"}, True),
]


@pytest.mark.parametrize(("number", "given", "result"), FITTING)
def test_the_row_that_fits_decides_with_its_reason_and_its_norm(number: int, given: Given, result: bool | None) -> None:
    found = proposal(given)
    assert found.value is result
    assert rows_with(found) == {number}


STOPPING = [
    (3, {}, "current_status"),
    (4, {"current_status": "residence_permit"}, "title_valid_until"),
    (4, {"current_status": "title_other_schengen_state"}, "title_valid_until"),
    (5, {"current_status": "fiction_81_4"}, "decision_kind"),
    (6, EXPIRED, "application_filed_on"),
    (6, EXPIRED, "decision_kind"),
    (6, {**EXPIRED, "current_title_norm": "104c"}, "application_purposes"),
    (7, {"current_status": "asylum_gestattung"}, "decision_kind"),
    (12, REFUSED, "decision_served_on"),
    (14, LATE, "application_filed_on"),
    (15, {}, "entry_mode"),
]


@pytest.mark.parametrize(("number", "given", "unanswered"), STOPPING)
def test_a_row_whose_condition_is_open_stops_the_derivation(number: int, given: Given, unanswered: str) -> None:
    found = proposal(given, unanswered)
    assert found.value is None
    assert found.reason in {f"noch nicht zu sagen: {row.question}" for row in ROWS if row.number == number}


@pytest.mark.parametrize("unanswered", ["free_movement_status", "court_protection", "asylum_history"])
def test_the_first_the_second_and_the_eighth_row_pass_over_what_is_not_answered(unanswered: str) -> None:
    assert proposal({"current_status": "duldung"}, unanswered).value is True


def test_an_imprecise_last_day_stops_where_it_could_go_either_way() -> None:
    assert proposal({"current_status": "residence_permit", "title_valid_until": "2026-11"}).value is None
    assert proposal({"current_status": "residence_permit", "title_valid_until": "2026-12"}).value is False


def test_an_order_that_only_suspends_the_removal_changes_nothing() -> None:
    assert proposal({"current_status": "duldung", "court_protection": "interim_granted_123"}).value is True


def test_an_order_of_unknown_kind_leaves_a_refusal_open() -> None:
    assert proposal({**REFUSED, "court_protection": "interim_granted"}).value is None


def test_a_former_chance_permit_does_not_continue_for_another_purpose() -> None:
    other = {**EXPIRED, "current_title_norm": "104c", "application_purposes": ["25b", "25_4_1"]}
    assert proposal(other).value is None


def test_where_no_row_fits_paper_and_procedure_have_to_be_cleared() -> None:
    found = proposal({})
    assert found.value is None
    assert "Papier und Verfahren" in found.reason
    assert found.cite


def test_a_proposal_is_no_answer() -> None:
    answers = {"location": Answer("in_germany"), CURRENT_STATUS.id: Answer("settlement_permit")}
    assessment = consult(LAW, answers, TODAY)
    assert ENFORCEABLY_REQUIRED_TO_LEAVE.id not in assessment.view.values
    finding = assessment.result("p25_4_1").finding("p25_4_1_not_enforceable")
    assert finding is not None
    assert finding.state is Truth.OPEN


def test_every_row_has_a_reason_and_a_norm() -> None:
    assert [row.number for row in ROWS] == sorted(row.number for row in ROWS)
    assert {row.number for row in ROWS} == set(range(1, 16))
    assert all(row.reason and row.cite for row in ROWS)
    assert all(row.question or row.passes_over_open for row in ROWS)


@pytest.mark.parametrize(
    ("nationality", "status"),
    [
        (["DE", "RU"], "german"),
        (["FR"], "eu_eea_citizen"),
        (["NO"], "eu_eea_citizen"),
        (["CH"], "swiss"),
        (["TR"], None),
        (["stateless"], None),
    ],
)
def test_free_movement_is_proposed_from_the_nationality_alone(nationality: list[str], status: str | None) -> None:
    found = free_movement(case({"nationality": nationality}))
    assert (found.value if found else None) == status


def test_an_extension_is_proposed_for_one_of_the_eight_norms_only() -> None:
    assert request_kind(case({"current_title_norm": "16b"})) is None
    found = request_kind(case({"current_title_norm": "23a"}))
    assert found is not None
    assert found.value == "extension_same_title"


def test_proposals_are_made_for_derived_facts_only() -> None:
    made = proposals(case({"nationality": ["FR"], "current_title_norm": "22_1", "current_status": "duldung"}))
    assert len(made) == 3
    assert all(one.fact.derived and one.cite for one in made)


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ({"current_status": "duldung", "permit_history": "never_held"}, True),
        ({"current_status": "asylum_gestattung", "permit_history": "never_held", "decision_kind": "none"}, False),
        (
            {"current_status": "no_document", "permit_history": "never_held", "entry_mode": "no_visa_or_title"},
            None,  # whether a refusal has been served is not known yet
        ),
    ],
)
def test_whoever_never_had_a_title_is_not_asked_when_it_expired(given: Given, value: bool | None) -> None:
    assert enforceably_required_to_leave(case(given)).value is value


def test_a_refusal_decides_only_once_the_interim_proceedings_are_known() -> None:
    assert proposal({**REFUSED, "court_protection": "none"}).value is True
    assert proposal(REFUSED, "court_protection").value is None
    assert proposal({**REFUSED, "court_protection": "interim_granted"}).value is None


def test_a_border_certificate_stays_open_while_interim_relief_may_be_undecided() -> None:
    given: Given = {"current_status": "gueb", "remedy_filed": ["interim_80_5"], "decision_kind": "bamf_simple"}
    assert proposal(given, "court_protection").value is None
    assert proposal({**given, "court_protection": "none"}).value is None
    assert proposal({**given, "remedy_filed": ["none"]}).value is True
