"""Law has a date: which pathway, criterion, route and deadline counts on which day (catalogue 0.5)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pathways.engine.assess import PathwayResult, Verdict
from pathways.engine.consultation import Assessment, consult
from pathways.engine.facts import Answer
from pathways.engine.findings import Finding
from pathways.engine.pathway import Grant
from pathways.engine.truth import Truth
from pathways.law import LAW
from tests.law.answered import Given, case

DAY = timedelta(days=1)
FAR_AHEAD = date(2040, 1, 1)
CUT_OFF = date(2026, 6, 12)

IN_GERMANY: Given = {"location": "in_germany", "nationality": ["AF"], "free_movement_status": "none"}
REJECTED: Given = {
    **IN_GERMANY,
    "asylum_history": "rejected_final",
    "asylum_rejection_type": "manifestly_unfounded",
    "asylum_14_notice": True,
    "left_germany_after_asylum": False,
}
HARDSHIP_ORDERED: Given = {
    **IN_GERMANY,
    "enforceably_required_to_leave": True,
    "hfk_stage": "order_issued",
    "hfk_earlier_result": ["none"],
    "criminal_record": "none",
    "removal_stage": "date_fixed",
    "security_ground": False,
}


def judged(given: Given, as_of: date) -> Assessment:
    return consult(LAW, {fact: Answer(value) for fact, value in case(given, as_of).values.items()}, as_of)


def result(pathway: str, given: Given, as_of: date) -> PathwayResult:
    return judged(given, as_of).result(pathway)


def finding(pathway: str, criterion: str, given: Given, as_of: date) -> Finding:
    found = result(pathway, given, as_of).finding(criterion)
    assert found is not None
    return found


FIRST_DAYS = {
    "p22_1": date(2005, 1, 1),
    "p22_2": date(2005, 1, 1),
    "p23_1": date(2005, 1, 1),
    "p23a": date(2005, 1, 1),
    "p25_4_1": date(2005, 1, 1),
    "p25_4_2": date(2005, 1, 1),
    "p25_4a_1": date(2007, 8, 28),
    "p25_4a_3": date(2015, 8, 1),
}


@pytest.mark.parametrize(("pathway", "first"), FIRST_DAYS.items())
def test_a_pathway_is_in_force_from_its_first_day_on(pathway: str, first: date) -> None:
    before = result(pathway, {}, first - DAY)
    assert (before.verdict, before.mode, before.findings) == (Verdict.NOT_IN_FORCE, None, ())
    assert result(pathway, {}, first).verdict is Verdict.OPEN
    assert result(pathway, {}, FAR_AHEAD).verdict is Verdict.OPEN


@pytest.mark.parametrize(
    ("pathway", "criterion", "first"),
    [
        ("p23a", "p23a_date_fixed", date(2015, 10, 24)),
        ("p25_4_1", "p25_4_1_not_enforceable", date(2007, 8, 28)),
        ("p25_4a_1", "p25_4a_1_reflection", date(2007, 8, 28)),
        ("p25_4_1", "g_identity", date(2007, 8, 28)),
        ("p22_1", "g_identity", date(2007, 8, 28)),
    ],
)
def test_before_a_criterion_existed_the_case_is_judged_without_it(pathway: str, criterion: str, first: date) -> None:
    assert result(pathway, {}, first - DAY).finding(criterion) is None
    assert result(pathway, {}, first).finding(criterion) is not None
    assert result(pathway, {}, FAR_AHEAD).finding(criterion) is not None


def test_the_duty_to_leave_excludes_the_temporary_stay_only_since_the_words_were_inserted() -> None:
    given: Given = {**IN_GERMANY, "enforceably_required_to_leave": True}
    assert result("p25_4_1", given, date(2007, 8, 27)).verdict is Verdict.OPEN
    excluded = result("p25_4_1", given, date(2007, 8, 28))
    assert [found.criterion.id for found in excluded.decisive] == ["p25_4_1_not_enforceable"]


def test_a_fixed_removal_date_needs_an_exception_only_since_2015() -> None:
    assert result("p23a", HARDSHIP_ORDERED, date(2015, 10, 23)).verdict is Verdict.MET
    assert result("p23a", HARDSHIP_ORDERED, date(2015, 10, 24)).verdict is Verdict.EXCEPTION


def test_victims_should_have_the_title_since_august_2015_and_could_have_it_before() -> None:
    assert result("p25_4a_1", {}, date(2015, 7, 31)).grant is Grant.MAY
    assert result("p25_4a_1", {}, date(2015, 8, 1)).grant is Grant.SHOULD
    assert all(edition.span.unverified for edition in LAW.pathway("p25_4a_1").grant.editions)


@pytest.mark.parametrize(
    ("as_of", "length"),
    [
        (date(2007, 8, 28), "einen Monat"),
        (date(2011, 11, 25), "einen Monat"),
        (date(2011, 11, 26), "drei Monate"),
        (FAR_AHEAD, "drei Monate"),
    ],
)
def test_the_reflection_period_grew_from_one_month_to_three(as_of: date, length: str) -> None:
    given: Given = {**IN_GERMANY, "exploitation_form": ["sexual"], "willing_to_testify": "undecided"}
    (warning,) = [r.of for r in judged(given, as_of).warnings if r.of.id == "p25_4a_1_reflection"]
    assert length in warning.says
    willing = finding("p25_4a_1", "p25_4a_1_willing", given, as_of)
    assert [length.split()[-1].rstrip("e") in remedy.text for remedy in willing.remedies] == [True]


def test_an_entry_ban_never_excludes_but_what_helps_against_it_changed_in_2015() -> None:
    given: Given = {"entry_ban": "in_force"}
    before = finding("p25_4_1", "g_entry_ban", given, date(2015, 7, 31))
    since = finding("p25_4_1", "g_entry_ban", given, date(2015, 8, 1))
    assert before.state is since.state is Truth.OPEN
    assert ["Befristung" in remedy.text for remedy in before.remedies] == [True]
    assert ["Aufhebung" in remedy.text for remedy in since.remedies] == [True]


def test_the_overstay_ban_is_disputed_since_the_sentence_it_refers_to_changed() -> None:
    given: Given = {"entry_ban": "overstay_11_6"}
    assert finding("p25_4_1", "g_entry_ban", given, date(2024, 2, 26)).disputes == ()
    numbers = [dispute.number for dispute in finding("p25_4_1", "g_entry_ban", given, date(2024, 2, 27)).disputes]
    assert numbers == [16]


@pytest.mark.parametrize(
    ("basis", "served", "state", "disputes"),
    [
        ("old_30_3_nr1_6", "2024-02-27", Truth.NO, []),
        ("old_30_3_nr1_6", "2024-02-28", Truth.OPEN, [15]),
        ("old_30_3_nr1_6", "2024-02", Truth.OPEN, []),
        ("rueckfvg_30_1_nr3_7", "2024-02-28", Truth.OPEN, [10]),
        ("rueckfvg_30_1_nr3_7", "2026-07-01", Truth.OPEN, [10]),
        ("geas_42_1_c_d_f_or_3_b", "2026-07-01", Truth.NO, []),
        ("other_ground", "2023-01-01", Truth.YES, []),
    ],
)
def test_the_basis_of_a_qualified_rejection_decides(basis: str, served: str, state: Truth, disputes: list[int]) -> None:
    given: Given = {**REJECTED, "asylum_mu_basis": basis, "asylum_rejection_served_on": served}
    found = finding("p23_1", "g_asylum_mu_bar", given, date(2026, 11, 22))
    assert found.state is state
    assert [dispute.number for dispute in found.disputes] == disputes


@pytest.mark.parametrize("day", [date(2024, 2, 28), CUT_OFF - DAY, CUT_OFF, FAR_AHEAD])
def test_the_grounds_of_2024_are_disputed_on_any_day(day: date) -> None:
    given: Given = {**REJECTED, "asylum_mu_basis": "rueckfvg_30_1_nr3_7", "asylum_rejection_served_on": "2024-02-28"}
    found = finding("p23_1", "g_asylum_mu_bar", given, day)
    assert found.state is Truth.OPEN
    assert [dispute.number for dispute in found.disputes] == [10]


def test_a_late_application_reopens_an_extension_only_since_august_2012() -> None:
    given: Given = {**IN_GERMANY, "permit_history": "expired_late_application", "current_title_norm": "16b"}
    texts = [
        [remedy.text for remedy in finding("p25_4_2", "p25_4_2_existing_permit", given, day).remedies]
        for day in (date(2012, 7, 31), date(2012, 8, 1))
    ]
    assert [any("unbillige Härte" in text for text in found) for found in texts] == [False, True]


# Routes and deadlines


def routes(route: str, given: Given, as_of: date) -> list[str]:
    return [raised.of.says for raised in judged(given, as_of).referrals if raised.of.id == route]


SUBSIDIARY: Given = {"family_in_germany": ["subsidiary"]}


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2018, 7, 31), "allgemeinen Regeln"),
        (date(2018, 8, 1), "§ 36a"),
        (date(2025, 7, 23), "Kontingent"),
        (date(2025, 7, 24), "23.7.2027"),
        (date(2027, 7, 23), "23.7.2027"),
        (date(2027, 7, 24), "endete am 23.7.2027"),
    ],
)
def test_family_of_subsidiary_protected_persons_has_one_edition_on_each_day(day: date, words: str) -> None:
    (says,) = routes("r_family_subsidiary", SUBSIDIARY, day)
    assert words in says


TRAINEE: Given = {**IN_GERMANY, "current_status": "duldung", "employment": "training_contract"}
CHANCE: Given = {**IN_GERMANY, "current_status": "residence_permit", "current_title_norm": "104c"}


@pytest.mark.parametrize(
    ("route", "given", "first"),
    [
        ("r_16g", TRAINEE, date(2024, 3, 1)),
        ("r_60c", TRAINEE, date(2020, 1, 1)),
        ("r_104c", CHANCE, date(2022, 12, 31)),
    ],
)
def test_a_route_is_shown_from_its_first_day_on(route: str, given: Given, first: date) -> None:
    assert routes(route, given, first - DAY) == []
    assert len(routes(route, given, first)) == len(routes(route, given, FAR_AHEAD)) == 1


def test_the_chance_title_became_a_mere_transition() -> None:
    assert routes("r_104c", CHANCE, date(2025, 12, 30)) != routes("r_104c", CHANCE, date(2025, 12, 31))


@pytest.mark.parametrize("route", ["r_25a", "r_25b", "r_60c", "r_60d", "r_16g"])
def test_first_days_from_memory_are_marked(route: str) -> None:
    assert [referral.span.unverified for referral in LAW.referrals if referral.id == route] == [True]


def wording(deadline: str, given: Given, as_of: date) -> str:
    return next(due.wording.text for due in judged(given, as_of).deadlines if due.deadline.id == deadline)


def test_a_visa_refusal_can_be_remonstrated_against_until_june_2025() -> None:
    given: Given = {"decision_kind": "mission_visa_refusal", "decision_served_on": "2025-06-02"}
    assert wording("d_mission_refusal", given, date(2025, 6, 30)).startswith("Remonstration")
    assert "gibt es seit dem 1.7.2025 nicht mehr" in wording("d_mission_refusal", given, date(2025, 7, 1))


def test_asylum_and_its_time_limits_change_with_the_common_system() -> None:
    feared: Given = {**IN_GERMANY, "asylum_history": "never", "feared_harm": ["political"]}
    refused: Given = {"decision_kind": "bamf_simple", "decision_served_on": "2026-06-05"}
    assert routes("r_asylum", feared, CUT_OFF - DAY) != routes("r_asylum", feared, CUT_OFF)
    assert "drei Monate" not in wording("d_bamf", refused, CUT_OFF - DAY)
    assert "drei Monate" in wording("d_bamf", refused, CUT_OFF)


def test_the_day_of_removal_is_kept_secret_since_october_2015() -> None:
    given: Given = {"enforceably_required_to_leave": True, "removal_stage": "date_fixed"}
    assert "nicht angekündigt" not in wording("d_removal", given, date(2015, 10, 23))
    assert "nicht angekündigt" in wording("d_removal", given, date(2015, 10, 24))
