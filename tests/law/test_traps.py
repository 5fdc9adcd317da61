"""The traps of the law: widespread errors that the rules must not repeat (catalogue, section 5, by number)."""

from __future__ import annotations

import pytest

from pathways.engine.assess import PathwayResult, Verdict
from pathways.engine.consultation import Assessment, consult
from pathways.engine.facts import Answer
from pathways.engine.findings import Finding
from pathways.engine.pathway import Grant, Mode
from pathways.engine.truth import Truth
from pathways.law import LAW
from pathways.law.effects import EFFECTS
from tests.law.answered import TODAY, Given, case

IN_GERMANY: Given = {"location": "in_germany", "nationality": ["RU"], "free_movement_status": "none"}
DULDUNG: Given = {
    **IN_GERMANY,
    "current_status": "duldung",
    "permit_history": "never_held",
    "enforceably_required_to_leave": True,
}
ABROAD: Given = {"location": "abroad_home_country", "nationality": ["SY"], "free_movement_status": "none"}
WITNESS: Given = {
    **DULDUNG,
    "exploitation_form": ["labour"],
    "victim_evidence": "police_or_prosecutor_assumes_victim",
    "prosecutor_statement": "presence_appropriate",
    "perpetrator_contact": "ended",
    "willing_to_testify": "yes",
    "criminal_case_stage": "investigation",
    "criminal_case_country": ["germany"],
    "security_ground": False,
    "entry_ban": "none",
    "asylum_history": "never",
}
HARDSHIP_ORDERED: Given = {
    **DULDUNG,
    "hfk_stage": "order_issued",
    "hfk_earlier_result": ["none"],
    "criminal_record": "none",
    "removal_stage": "none",
    "security_ground": False,
}


def judged(given: Given) -> Assessment:
    return consult(LAW, {fact: Answer(value) for fact, value in case(given).values.items()}, TODAY)


def result(pathway: str, given: Given) -> PathwayResult:
    return judged(given).result(pathway)


def finding(pathway: str, criterion: str, given: Given) -> Finding:
    found = result(pathway, given).finding(criterion)
    assert found is not None
    return found


def numbers(found: Finding) -> list[int]:
    return [dispute.number for dispute in found.disputes]


def test_2_the_title_of_victims_is_a_soll_with_strict_conditions() -> None:
    assert result("p25_4a_1", WITNESS).grant is Grant.SHOULD
    assert result("p25_4a_1", WITNESS).verdict is Verdict.MET
    for missing in ("prosecutor_statement", "perpetrator_contact", "willing_to_testify"):
        given = {fact: answer for fact, answer in WITNESS.items() if fact != missing}
        assert result("p25_4a_1", given).verdict is Verdict.OPEN


def test_3_the_duty_to_leave_does_not_stop_the_title_of_victims() -> None:
    assert WITNESS["enforceably_required_to_leave"] is True
    assert result("p25_4a_1", WITNESS).verdict is Verdict.MET


def test_4_kidnapping_is_not_trafficking() -> None:
    victim = LAW.pathway("p25_4a_1").criterion("p25_4a_1_victim")
    assert [citation.text for citation in victim.cite if "StGB" in citation.text] == [
        "§ 6 Nr. 4 StGB",
        "§§ 232–233a StGB",
    ]
    assert "§ 234 StGB" in victim.hint


def test_5_nobody_but_the_commission_decides_whether_it_takes_a_case_up() -> None:
    for stage in ("none", "planned", "filed_not_accepted", "not_accepted", "accepted_pending"):
        found = finding("p23a", "p23a_request", {**DULDUNG, "hfk_stage": stage})
        assert found.state is Truth.OPEN
        assert found.remedies


def test_6_the_request_is_not_yet_the_order() -> None:
    given: Given = {**HARDSHIP_ORDERED, "hfk_stage": "request_made"}
    assert finding("p23a", "p23a_request", given).state is Truth.YES
    assert finding("p23a", "p23a_order", given).state is Truth.OPEN
    assert result("p23a", given).verdict is Verdict.OPEN


@pytest.mark.parametrize(
    ("hit", "criterion"),
    [
        ({"removal_stage": "date_fixed"}, "p23a_date_fixed"),
        ({"criminal_record": "custodial", "offence_weight": "considerable"}, "p23a_serious_crime"),
    ],
)
def test_7_a_rule_exclusion_asks_for_an_exception_and_never_excludes(hit: Given, criterion: str) -> None:
    found = result("p23a", {**HARDSHIP_ORDERED, **hit})
    assert found.verdict is Verdict.EXCEPTION
    assert found.exception_needed
    assert [decisive.criterion.id for decisive in found.decisive] == [criterion]


def test_8_an_order_needs_no_urgent_reason_and_is_not_tested_in_the_individual_case() -> None:
    ground = LAW.pathway("p23_1").criterion("p23_1_ground")
    assert ground.rule is not None
    assert {fact.id for x in ground.rule.conditions for fact in x.facts()} == {
        "state_order_match",
        "order_applied_in_time",
    }


def test_9_a_programme_of_the_land_is_not_assumed() -> None:
    assert finding("p23_1", "p23_1_order_exists", IN_GERMANY).state is Truth.OPEN


def test_12_the_tests_of_sentence_1_are_not_carried_over_to_sentence_2() -> None:
    rules = [criterion.rule for criterion in LAW.pathway("p22_2").criteria if criterion.rule]
    read = {fact.id for rule in rules for condition in rule.conditions for fact in condition.facts()}
    of_sentence_1 = {"international_law_ground_22", "individual_special_situation", "compelling_humanity_22"}
    assert read.isdisjoint(of_sentence_1 | {"prompt_admission_needed", "other_entry_route"})


def test_13_section_22_has_sentences_and_no_paragraphs() -> None:
    assert str(LAW.pathway("p22_1").cite) == "§ 22 S. 1 AufenthG"
    assert str(LAW.pathway("p22_2").cite) == "§ 22 S. 2 AufenthG"


def test_19_sentence_2_of_section_25_4_extends_permits_of_any_kind_and_that_is_disputed() -> None:
    student: Given = {
        **IN_GERMANY,
        "current_status": "residence_permit",
        "current_title_norm": "16b",
        "permit_history": "valid_or_continuing",
        "title_valid_until": "2027-03-31",
    }
    assert finding("p25_4_2", "p25_4_2_existing_permit", student).state is Truth.YES
    found = finding("p25_4_2", "p25_4_2_any_title", student)
    assert (found.state, numbers(found)) == (Truth.OPEN, [1])


def test_20_a_duldung_is_no_permit_to_extend_but_the_paper_alone_decides_nothing() -> None:
    never = result("p25_4_2", DULDUNG)
    assert [found.criterion.id for found in never.decisive] == ["p25_4_2_existing_permit"]
    contested: Given = {**DULDUNG, "permit_history": "extension_refused_contested", "current_title_norm": "16b"}
    found = finding("p25_4_2", "p25_4_2_existing_permit", contested)
    assert (found.state, numbers(found)) == (Truth.OPEN, [2])


@pytest.mark.parametrize(
    ("pathway", "topic", "words"),
    [
        ("p25_4_1", "Familiennachzug", "Ausgeschlossen"),
        ("p25_4_2", "Familiennachzug", "Ausgeschlossen"),
        ("p25_4a_1", "Familiennachzug", "nur aus völkerrechtlichen"),
        ("p25_4a_3", "Familiennachzug", "allgemeinen Regeln"),
        ("p23a", "Familiennachzug", "allgemeinen Regeln"),
        ("p25_4_1", "Lebensunterhalt", "AsylbLG;"),
        ("p25_4_2", "Lebensunterhalt", "SGB II"),
    ],
)
def test_21_22_26_what_a_title_brings_differs_by_the_sentence(pathway: str, topic: str, words: str) -> None:
    assert words in next(entry.text for entry in EFFECTS[pathway] if entry.topic == topic)


@pytest.mark.parametrize(
    ("norm", "warned"),
    [
        ("22_1", True),
        ("22_2", True),
        ("23_1", True),
        ("25_4_1", True),
        ("25_4a_3", True),
        ("23a", False),
        ("25b", False),
    ],
)
def test_23_asylum_in_addition_extinguishes_some_titles(norm: str, warned: bool) -> None:
    holder: Given = {
        **IN_GERMANY,
        "current_status": "residence_permit",
        "current_title_norm": norm,
        "asylum_history": "intends",
    }
    assert ("g_lapse_by_asylum" in [raised.of.id for raised in judged(holder).warnings]) is warned


def test_23_without_a_title_asylum_may_still_be_the_right_route() -> None:
    assessment = judged({**DULDUNG, "asylum_history": "never", "feared_harm": ["political"]})
    assert "r_asylum" in [raised.of.id for raised in assessment.referrals]
    assert "g_lapse_by_asylum" not in [raised.of.id for raised in assessment.warnings]


def test_24_a_duldung_is_no_lawful_stay() -> None:
    knocked_out = result("p25_4_1", DULDUNG)
    assert [found.criterion.id for found in knocked_out.decisive] == ["p25_4_1_not_enforceable"]
    assert finding("p23a", "p23a_enforceable", DULDUNG).state is Truth.YES


def test_25_a_suspended_route_is_not_an_open_one() -> None:
    given: Given = {**ABROAD, "family_in_germany": ["subsidiary"], "family_relation": ["spouse"]}
    found = finding("p22_1", "p22_1_no_other_entry_right", given)
    assert (found.state, numbers(found)) == (Truth.OPEN, [17])
    assert "r_family_subsidiary" in [raised.of.id for raised in judged(given).referrals]


def test_28_an_order_of_the_land_may_cover_people_already_here() -> None:
    for place in (IN_GERMANY, ABROAD):
        given: Given = {**place, "state_order_match": "all_conditions"}
        assert finding("p23_1", "p23_1_place", given).state is Truth.YES


def test_29_the_reasons_of_an_admission_matter_at_the_extension_only() -> None:
    holder: Given = {
        **IN_GERMANY,
        "current_status": "residence_permit",
        "current_title_norm": "22_1",
        "permit_history": "valid_or_continuing",
        "title_reasons_persist": False,
    }
    extended = result("p22_1", holder)
    assert extended.mode is Mode.EXTENSION
    assert {found.criterion.id for found in extended.decisive} == {"p22_1_ext", "g_ground_persists"}
    other = result("p22_1", {**ABROAD, "title_reasons_persist": False})
    assert other.mode is Mode.FIRST_GRANT
    assert other.finding("g_ground_persists") is None


def test_31_the_title_for_exploited_workers_is_a_route_of_its_own() -> None:
    holder: Given = {
        **IN_GERMANY,
        "current_status": "residence_permit",
        "current_title_norm": "25_4b",
        "permit_history": "valid_or_continuing",
    }
    assert finding("p25_4a_3", "p25_4a_3_previous_title", holder).state is Truth.NO
    exploited: Given = {**IN_GERMANY, "exploitation_form": ["illegal_employment_below_standards"]}
    assert "r_25_4b" in [raised.of.id for raised in judged(exploited).referrals]


@pytest.mark.parametrize("answer", [{}, {"removal_stage": "detention"}])
def test_33_a_removal_date_nobody_announced_is_open(answer: Given) -> None:
    given = {fact: known for fact, known in HARDSHIP_ORDERED.items() if fact != "removal_stage"}
    found = result("p23a", {**given, **answer})
    assert found.verdict is Verdict.OPEN
    assert [open_one.criterion.id for open_one in found.open_findings] == ["p23a_date_fixed"]


def test_34_the_reflection_period_lasts_at_least_three_months() -> None:
    given: Given = {**DULDUNG, "exploitation_form": ["sexual"], "victim_evidence": "credible_own_statement"}
    (warning,) = [raised.of for raised in judged(given).warnings if raised.of.id == "p25_4a_1_reflection"]
    assert "mindestens drei Monate" in warning.says


def test_36_the_visa_can_be_waived_and_must_be_where_catching_up_is_unreasonable() -> None:
    waiver = LAW.pathway("p25_4_1").criterion("g_visa").waiver
    assert waiver is not None
    assert "Ermessen" in waiver.note
    assert "unzumutbar" in waiver.note


@pytest.mark.parametrize("form", ["forced_marriage", "surrogacy_adoption"])
@pytest.mark.parametrize("evidence", ["police_or_prosecutor_assumes_victim", "judgment"])
def test_37_forced_marriage_and_surrogacy_alone_are_not_yet_trafficking(form: str, evidence: str) -> None:
    found = finding(
        "p25_4a_1", "p25_4a_1_victim", {**WITNESS, "exploitation_form": [form], "victim_evidence": evidence}
    )
    assert found.state is Truth.OPEN
    assert found.remedies


@pytest.mark.parametrize(
    ("evidence", "during", "after"),
    [
        ("indication_only", Truth.OPEN, Truth.OPEN),
        ("credible_own_statement", Truth.OPEN, Truth.OPEN),
        ("specialist_counselling_report", Truth.OPEN, Truth.OPEN),
        ("police_or_prosecutor_assumes_victim", Truth.YES, Truth.OPEN),
        ("judgment", Truth.YES, Truth.YES),
    ],
)
def test_38_three_thresholds_for_one_fact(evidence: str, during: Truth, after: Truth) -> None:
    given: Given = {**WITNESS, "victim_evidence": evidence, "willing_to_testify": "undecided"}
    assert "p25_4a_1_reflection" in [raised.of.id for raised in judged(given).warnings]
    assert finding("p25_4a_1", "p25_4a_1_victim", given).state is during
    proven = finding("p25_4a_3", "p25_4a_3_victim_proven", given)
    assert proven.state is after
    assert (after is Truth.YES) or numbers(proven) == [7]
