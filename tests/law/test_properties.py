"""What must hold of the law for every case, whatever was answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pathways.engine.assess import Verdict, assess, mode_row, verdict_of
from pathways.engine.consultation import consult, relevance_of
from pathways.engine.facts import Answer, Value
from pathways.engine.pathway import Kind
from pathways.engine.truth import Truth
from pathways.law import LAW
from tests.law.consistent_cases import AS_OF, cases, cases_and_parts

SETTLED = {Verdict.EXCLUDED, Verdict.EXCEPTION, Verdict.MET}
RELEVANCE = relevance_of(LAW)
THOROUGH = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


@THOROUGH
@given(cases_and_parts())
def test_learning_more_never_overturns_a_settled_verdict(both: tuple[Mapping[str, Value], Mapping[str, Value]]) -> None:
    whole, part = (RELEVANCE.view_of_values(values, AS_OF) for values in both)
    for pathway in LAW.pathways:
        if mode_row(pathway, whole) is not mode_row(pathway, part):
            continue
        before, after = verdict_of(pathway, part), verdict_of(pathway, whole)
        if before in SETTLED:
            decisive = [finding.criterion.id for finding in assess(pathway, part).decisive]
            assert after is before, f"{pathway.id}: {before} {decisive} became {after}"


@THOROUGH
@given(cases())
def test_an_open_verdict_names_what_keeps_it_open(values: Mapping[str, Value]) -> None:
    view = RELEVANCE.view_of_values(values, AS_OF)
    for pathway in LAW.pathways:
        result = assess(pathway, view)
        for finding in result.open_findings:
            named = finding.open_facts or finding.disputes or finding.remedies
            assert named, f"{finding.criterion.id} is open and nobody says why: {dict(values)}"


@THOROUGH
@given(cases())
def test_the_short_way_to_a_verdict_agrees_with_the_long_one(values: Mapping[str, Value]) -> None:
    view = RELEVANCE.view_of_values(values, AS_OF)
    for pathway in LAW.pathways:
        assert verdict_of(pathway, view) is assess(pathway, view).verdict


@THOROUGH
@given(cases())
def test_only_hard_criteria_exclude_and_only_23a_knows_exceptions(values: Mapping[str, Value]) -> None:
    assessment = consult(LAW, {fact_id: Answer(value) for fact_id, value in values.items()}, AS_OF)
    for result in assessment.pathways:
        if result.verdict is Verdict.EXCLUDED:
            assert {f.criterion.kind for f in result.decisive} <= {Kind.MANDATORY, Kind.BAR, Kind.EXTENSION}
            assert result.decisive
        if result.verdict is Verdict.EXCEPTION:
            assert result.pathway.id == "p23a"
        for finding in result.findings:
            if finding.criterion.id in ("g_entry_ban", "p25_4a_1_entry_ban"):
                assert finding.state is not Truth.NO
            if finding.criterion.kind in (Kind.FACTOR, Kind.INFO, Kind.FORMAL, Kind.LAND):
                assert finding.state is not Truth.NO


@given(st.sampled_from(LAW.pathways), st.integers(1, 9_000))
def test_before_its_first_day_a_pathway_is_not_in_force(pathway, days: int) -> None:
    first = min(edition.span.since for edition in pathway.grant.editions if edition.span.since)
    view = RELEVANCE.view_of_values({}, first - timedelta(days=days))
    assert verdict_of(pathway, view) is Verdict.NOT_IN_FORCE
    assert verdict_of(pathway, RELEVANCE.view_of_values({}, first)) is not Verdict.NOT_IN_FORCE


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)))
def test_with_no_answers_nothing_is_ever_excluded_or_met(as_of: date) -> None:
    view = RELEVANCE.view_of_values({}, as_of)
    assert {verdict_of(pathway, view) for pathway in LAW.pathways} <= {Verdict.OPEN, Verdict.NOT_IN_FORCE}
