"""The smallest changes that open an excluded pathway, and the day on which time alone is enough."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.engine.assess import Verdict, verdict_of
from pathways.engine.days import PartialDay
from pathways.engine.facts import Value
from pathways.engine.relevance import CaseView, Relevance
from pathways.engine.whatif import WayOpen, ripens, ways_open
from tests.engine import toy_facts as f
from tests.engine.strategies import TODAY, case_days, partial_days, relaxed, values, views
from tests.engine.toy_law import EXTENSION_MET, FIRST_MET, LAWBOOK, LOAN, PLOT

RELEVANCE = Relevance(f.FACTS, f.ASKED_IF)
DAY = PartialDay.parse


def ways(pathway_id: str = "plot", **changes: Value) -> tuple[WayOpen, ...]:
    view = RELEVANCE.view_of_values({**FIRST_MET, **changes}, TODAY)
    return ways_open(LAWBOOK, RELEVANCE, LAWBOOK.pathway(pathway_id), view)


def named(found: tuple[WayOpen, ...]) -> list[tuple[list[str], Verdict]]:
    return [([change.how for change in way.changes], way.verdict) for way in found]


def test_one_change_that_helps_is_named_with_its_verdict() -> None:
    assert named(ways(resident=False)) == [(["In die Stadt ziehen"], Verdict.MET)]
    assert named(ways(stage="refused", new_reasons=False)) == [(["Neu beantragen"], Verdict.OPEN)]
    assert named(ways(resident=False, offence="grave")) == [(["In die Stadt ziehen"], Verdict.EXCEPTION)]


def test_two_changes_are_named_where_one_is_not_enough() -> None:
    assert named(ways(resident=False, other_plot=True)) == [
        (["In die Stadt ziehen", "Den anderen Garten abgeben"], Verdict.MET)
    ]


def test_nothing_is_named_where_nothing_helps_or_nothing_is_excluded() -> None:
    assert ways(birth=DAY("2015")) == ()
    assert ways() == ()
    assert ways(banned=True) == ()
    assert ways(resident=False, other_plot=True, stage="refused", new_reasons=False) == ()


def test_a_change_that_prunes_an_answer_is_judged_without_it() -> None:
    assert named(ways("loan", holds="plot", member_since=DAY("2020"))) == [(["Die Pacht kündigen"], Verdict.MET)]


@relaxed
@given(views())
def test_every_set_helps_and_none_could_be_smaller(view: CaseView) -> None:
    view = RELEVANCE.view_of_values(view.values, view.as_of)
    for pathway in LAWBOOK.pathways:
        found = ways_open(LAWBOOK, RELEVANCE, pathway, view)
        assert len({len(way.changes) for way in found}) <= 1
        for way in found:
            assert _after(way.changes, pathway.id, view) is way.verdict
            assert way.verdict is not Verdict.EXCLUDED
            for smaller in range(len(way.changes)):
                for part in combinations(way.changes, smaller):
                    assert _after(part, pathway.id, view) is Verdict.EXCLUDED


def _after(changes: tuple[object, ...], pathway_id: str, view: CaseView) -> Verdict:
    made = {change.fact.id: change.value for change in LAWBOOK.changes if change in changes}
    changed = RELEVANCE.view_of_values({**view.values, **made}, view.as_of)
    return verdict_of(LAWBOOK.pathway(pathway_id), changed)


def ripe(base: dict[str, Value], as_of: date = TODAY, /, **changes: Value) -> date | None:
    return ripens(RELEVANCE, PLOT, RELEVANCE.view_of_values({**base, **changes}, as_of))


@pytest.mark.parametrize(
    ("changes", "day"),
    [
        ({"birth": DAY("2010-03-01")}, date(2028, 3, 1)),
        ({"birth": DAY("2008-02-29")}, date(2026, 3, 1)),
        ({"birth": DAY("2010")}, date(2028, 12, 31)),
        ({"birth": DAY("2006")}, date(2024, 12, 31)),
        ({"waits_since": DAY("2020-07-15")}, date(2025, 7, 15)),
        ({"waits_since": DAY("2020-07")}, date(2025, 7, 31)),
        ({"birth": DAY("2010-03-01"), "waits_since": DAY("2025-01-01")}, date(2030, 1, 1)),
        ({"birth": DAY("2010-03-01"), "resident": False}, None),
        ({"birth": DAY("2010-03-01"), "offence": "grave"}, None),
        ({}, None),
    ],
)
def test_time_alone_brings_the_day(changes: dict[str, Value], day: date | None) -> None:
    assert ripe(FIRST_MET, **changes) == day


def test_a_law_to_come_ripens_too() -> None:
    assert ripe(FIRST_MET, date(1999, 6, 1)) == date(2000, 1, 1)
    assert ripe(EXTENSION_MET, date(1999, 6, 1)) == date(2000, 1, 1)


def test_what_the_law_ends_does_not_ripen() -> None:
    member = {**FIRST_MET, "holds": "none", "member_since": DAY("2027")}

    assert ripens(RELEVANCE, LOAN, CaseView(member, TODAY)) is None


@relaxed
@given(case_days, partial_days(), partial_days(), values(f.OFFENCE), st.lists(st.integers(1, 9000), max_size=30))
def test_the_day_is_the_first_on_which_the_same_answers_are_enough(
    as_of: date, birth: PartialDay, waits_since: PartialDay, offence: Value, later: list[int]
) -> None:
    values_now: dict[str, Value] = {**FIRST_MET, "birth": birth, "waits_since": waits_since, "offence": offence}

    def met_on(day: date) -> bool:
        return verdict_of(PLOT, RELEVANCE.view_of_values(values_now, day)) is Verdict.MET

    day = ripens(RELEVANCE, PLOT, RELEVANCE.view_of_values(values_now, as_of))
    if day is not None:
        assert day > as_of
        assert met_on(day)
        assert not met_on(day - timedelta(days=1))
    if not met_on(as_of):
        earlier = (as_of + timedelta(days=shift) for shift in later)
        assert not any(met_on(other) for other in earlier if day is None or other < day)
