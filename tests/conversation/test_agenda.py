"""How soon the next best question brings something a counsellor can use, in every case of the demonstration."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from advisor.cases.next_question import next_of
from advisor.cases.standing import Standing
from advisor.demo.demo_case import DemoCase
from advisor.demo.demo_cases import demo_cases
from pathways.engine.assess import PathwayResult, Verdict
from pathways.engine.consultation import consult
from pathways.engine.facts import Answer, Gap
from pathways.law import LAW

AS_OF = date(2026, 11, 22)
CASES = tuple(demo_cases(AS_OF))
MOST = 15
SAYS_TOO_LITTLE = "D-05"
NOT_KNOWN = Answer(Gap.NOT_KNOWN)


def is_settled(result: PathwayResult) -> bool:
    """Whether the pathway has come out, with a reason."""
    return result.verdict in (Verdict.MET, Verdict.EXCEPTION, Verdict.EXCLUDED)


def can_be_taken_up(result: PathwayResult) -> bool:
    """Whether nothing a client could answer is missing: fulfilled, or open only for a judgement or a step of others."""
    if result.verdict in (Verdict.MET, Verdict.EXCEPTION):
        return True
    return result.verdict is Verdict.OPEN and all(
        fact.judgement for finding in result.open_findings for fact in finding.open_facts
    )


def is_useful(standing: Standing) -> bool:
    """Whether a pathway is settled, or one can be taken up: the first useful result (decision 0023)."""
    return any(is_settled(result) or can_be_taken_up(result) for result in standing.results)


def says_more_than_where_somebody_is(standing: Standing) -> bool:
    """The stricter measure: a pathway settled by more than the place, something to do, or nothing left to ask."""
    beyond = any(
        fact.id != "location"
        for result in standing.results
        for finding in result.decisive
        for fact in finding.facts
        if result.verdict is Verdict.EXCLUDED
    )
    assessment = consult(LAW, standing.answers, standing.as_of)
    to_do = assessment.deadlines or assessment.referrals or any(map(can_be_taken_up, standing.results))
    return bool(beyond or to_do or next_of(standing, ()) is None)


def talk(known: Mapping[str, Answer], most: int) -> list[tuple[str, Standing]]:
    """The questions put one after another, each answered as the case does, and how it stands after each."""
    standing = Standing({}, AS_OF)
    steps: list[tuple[str, Standing]] = []
    while len(steps) < most and (ask := next_of(standing, ())) is not None:
        answer = known.get(ask.fact.id, NOT_KNOWN)
        standing = Standing({**standing.answers, ask.fact.id: answer}, AS_OF)
        steps.append((ask.fact.id, standing))
    return steps


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.reference.split()[0])
def test_the_first_useful_result_comes_within_fifteen_answers(case: DemoCase) -> None:
    assert any(is_useful(standing) for _, standing in talk(case.answers(), MOST))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.reference.split()[0])
def test_fifteen_answers_say_more_than_where_somebody_is(case: DemoCase) -> None:
    """The case that fails is a first talk in which hardly anything is known; should it pass, the decision is out of
    date."""
    told = any(says_more_than_where_somebody_is(standing) for _, standing in talk(case.answers(), MOST))
    assert told is not case.reference.startswith(SAYS_TOO_LITTLE)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.reference.split()[0])
def test_asking_ends_puts_nothing_twice_and_leaves_nothing_undecided_that_an_answer_decides(case: DemoCase) -> None:
    known = case.answers()
    steps = talk(known, 200)
    asked = [key for key, _ in steps]
    assert len(asked) == len(set(asked)) < 200
    whole, end = Standing(known, AS_OF), steps[-1][1]
    assert next_of(end, ()) is None
    for key, verdict in whole.verdicts.items():
        if verdict is Verdict.EXCLUDED or end.verdicts[key] is Verdict.EXCLUDED:
            # An answer nobody was asked for could still exclude; what was found out may not be contradicted.
            assert end.verdicts[key] in (verdict, Verdict.OPEN)


def test_without_any_answer_nothing_is_useful_and_asking_ends() -> None:
    """A definition that calls an empty case useful would measure nothing."""
    assert not is_useful(Standing({}, AS_OF))
    assert not says_more_than_where_somebody_is(Standing({}, AS_OF))
    steps = talk({}, 200)
    assert len(steps) < 200
    assert all(result.verdict is Verdict.OPEN for result in steps[-1][1].results)
