"""What if: the law on other answers, nothing invented, and the case untouched."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.http import QueryDict

from advisor.cases.scenario import FACTS, MOST, Proposal, play, proposals
from advisor.cases.scenario_form import GROUPS, fields_of, read_form
from advisor.cases.standing import Standing
from advisor.demo.demo_case import DemoCase
from advisor.demo.demo_cases import demo_cases
from pathways.content.words import VERDICTS
from pathways.engine.assess import Verdict
from pathways.engine.consultation import consult
from pathways.engine.facts import Answer, Gap
from pathways.law import LAW
from tests.factories import answers

DAY = date(2026, 11, 22)
CASES = [pytest.param(case, id=case.reference) for case in demo_cases(DAY)]
OUT = VERDICTS[Verdict.EXCLUDED]


def sent(**fields: Any) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, value in fields.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


@pytest.mark.parametrize("case", CASES)
def test_what_comes_out_is_what_the_law_says_of_these_answers(case: DemoCase) -> None:
    now = Standing(case.answers(), DAY)
    other = {"enforceably_required_to_leave": Answer(False), "current_status": Answer(Gap.NOT_KNOWN)}
    for key, answer in other.items():
        played = play(now, {key: answer})
        then = consult(LAW, {**case.answers(), key: answer}, DAY)
        assert [outcome.then for outcome in played.outcomes] == [VERDICTS[r.verdict] for r in then.pathways]
        assert [outcome.before for outcome in played.outcomes] == [VERDICTS[r.verdict] for r in now.results]


@pytest.mark.parametrize("case", CASES)
def test_the_same_answers_change_nothing(case: DemoCase) -> None:
    now = Standing(case.answers(), DAY)
    played = play(now, dict(list(case.answers().items())[:MOST]))
    assert played.moving == 0
    assert not any(outcome.reasons for outcome in played.outcomes)
    assert not played.deadlines


@pytest.mark.parametrize("case", CASES)
def test_a_pathway_that_moves_has_a_reason_with_its_place_in_the_law(case: DemoCase) -> None:
    now = Standing(case.answers(), DAY)
    for value in (True, False):
        for outcome in play(now, {"enforceably_required_to_leave": Answer(value)}).outcomes:
            assert outcome.reasons or outcome.mode or not outcome.moves
            assert all(reason.cite for reason in outcome.reasons)


@pytest.mark.parametrize("case", CASES)
def test_proposals_keep_what_they_promise(case: DemoCase) -> None:
    now = Standing(case.answers(), DAY)
    ripening = consult(LAW, case.answers(), DAY).ripening
    for proposal in proposals(now, ripening):
        form = read_form(_form(proposal), now)
        assert form.ready
        played = {outcome.id: outcome for outcome in play(now, form.answers, form.day).outcomes}
        for opened in proposal.opens:
            assert played[opened.id].then is opened.verdict
            assert opened.verdict is not OUT
        closed = {outcome.way for outcome in played.values() if outcome.moves and outcome.then is OUT}
        assert set(proposal.closes) == closed


def _form(proposal: Proposal) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, value in fields_of(proposal):
        data.appendlist(name, value)
    return data


def test_opening_one_way_may_close_another_and_that_is_said() -> None:
    case = next(case for case in demo_cases(DAY) if case.reference.startswith("D-01"))
    now = Standing(case.answers(), DAY)
    (proposal,) = proposals(now, [None] * len(now.results))
    assert [opened.way for opened in proposal.opens] == ["§ 25 Abs. 4 S. 1"]
    assert proposal.closes == ("§ 23a Abs. 1 S. 1",)


def test_what_time_brings_is_proposed_with_its_day() -> None:
    now = Standing({}, DAY)
    day = date(2027, 3, 1)
    ripening = [day if n == 3 else None for n in range(len(now.results))]
    (proposal,) = proposals(now, ripening)
    assert (proposal.day, [opened.id for opened in proposal.opens]) == (day, [now.results[3].pathway.id])
    assert dict(fields_of(proposal)) == {"tag": "01.03.2027"}


def test_an_answer_the_rules_would_not_see_is_told_apart() -> None:
    now = Standing(answers(location="in_germany", current_status="residence_permit"), DAY)
    (assumed,) = play(now, {"duldung_type": Answer("60a_impossible")}).assumed
    assert not assumed.counts
    (assumed,) = play(now, {"current_status": Answer("duldung")}).assumed
    assert assumed.counts


def test_every_question_that_is_put_can_be_chosen_once() -> None:
    offered = [choice.fact for group in GROUPS for choice in group.choices]
    assert sorted(fact.id for fact in offered) == sorted(fact.id for fact in FACTS)
    assert not {fact.id for fact in FACTS} & {"frage", "tag", "shown"}


def test_a_question_just_chosen_is_shown_with_the_answer_of_the_case() -> None:
    now = Standing(answers(current_status="duldung"), DAY)
    form = read_form(sent(frage=["current_status", "", "passport_state"]), now)
    assert form.unanswered
    assert not form.ready
    assert not form.is_faulty
    assert [question.typed.values for question in form.questions] == [("duldung",), ()]


def test_an_answer_taken_away_is_assumed_too() -> None:
    now = Standing(answers(current_status="duldung"), DAY)
    form = read_form(sent(frage="current_status", shown="current_status"), now)
    assert form.ready
    assert form.answers == {"current_status": Answer(Gap.NOT_ASKED)}


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        pytest.param({}, "mindestens eine Frage", id="nothing"),
        pytest.param({"frage": "no_such_fact"}, "gibt es nicht", id="unknown-question"),
        pytest.param({"frage": [fact.id for fact in FACTS[:4]]}, "Höchstens 3", id="too-many"),
        pytest.param({"tag": "03.2027"}, "ganzen Tag", id="month"),
        pytest.param({"tag": "gestern"}, "anders geschrieben", id="no-day"),
        pytest.param({"frage": "location", "shown": "location", "location": "Mars"}, "angebotenen", id="no-choice"),
        pytest.param(
            {"frage": "birth_date", "shown": "birth_date", "birth_date": "31.02.2000"}, "anders geschrieben", id="day"
        ),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_is_played(fields: dict[str, Any], says: str) -> None:
    form = read_form(sent(**fields), Standing({}, DAY))
    assert form.is_faulty
    assert not form.ready
    said = [*form.errors, form.day_error, *(question.error for question in form.questions)]
    assert any(says in text for text in said)


@pytest.mark.parametrize("day", [date.min, date(1950, 1, 1), date(2100, 2, 28), date.max], ids=str)
def test_any_day_of_the_calendar_can_be_assumed(day: date) -> None:
    for case in demo_cases(DAY):
        assert len(play(Standing(case.answers(), DAY), {}, day).outcomes) == len(LAW.pathways)
