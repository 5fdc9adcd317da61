"""Pruning: answers to questions that have become irrelevant are kept but not seen, and prune nothing themselves."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given

from pathways.engine.conditions import Condition
from pathways.engine.days import PartialDay
from pathways.engine.facts import Answer, Answers, Gap, Value, YesNo
from pathways.engine.relevance import CaseView, Relevance
from pathways.engine.truth import Truth
from tests.engine import toy_facts as f
from tests.engine.strategies import TODAY, answers, relaxed

TOY = Relevance(f.FACTS, f.ASKED_IF)


def question(id: str) -> YesNo:
    return YesNo(id=id, **f.words(id))


A, B, C, D = (question(id) for id in "abcd")


def kept(asked_if: Mapping[YesNo, Condition], **values: Value) -> set[str]:
    return set(
        Relevance((A, B, C, D), {fact: asked_if[fact] for fact in asked_if}).view_of_values(values, TODAY).values
    )


@relaxed
@given(answers())
def test_seen_is_exactly_what_is_answered_and_not_irrelevant(given_answers: Answers) -> None:
    view = TOY.view(given_answers, TODAY)

    for fact in f.FACTS:
        answer = given_answers.get(fact.id)
        condition = TOY.condition(fact)
        answered = answer is not None and not isinstance(answer.value, Gap)
        irrelevant = condition is not None and condition.evaluate(view) is Truth.NO
        assert (fact.id in view.values) is (answered and not irrelevant)


@relaxed
@given(answers())
def test_pruning_is_stable_and_changes_no_answer(given_answers: Answers) -> None:
    copy = dict(given_answers)
    view = TOY.view(given_answers, TODAY)

    assert TOY.view_of_values(view.values, TODAY) == view
    assert given_answers == copy
    assert all(given_answers[fact_id].value == value for fact_id, value in view.values.items())


def test_an_open_condition_prunes_nothing() -> None:
    assert kept({B: A.yes}, b=True) == {"b"}
    assert kept({B: A.yes & C.yes}, a=True, b=True) == {"a", "b"}


def test_a_decided_condition_prunes() -> None:
    assert kept({B: A.yes}, a=False, b=True) == {"a"}
    assert kept({B: A.yes & C.yes}, a=False, b=True) == {"a"}


def test_changing_back_brings_the_answer_back() -> None:
    given_answers = {"stage": Answer("granted"), "served_on": Answer(PartialDay.parse("2024"))}
    assert "served_on" in TOY.view(given_answers, TODAY).values

    moved = {**given_answers, "stage": Answer("none")}
    assert "served_on" not in TOY.view(moved, TODAY).values
    assert moved["served_on"] == given_answers["served_on"]

    back = {**moved, "stage": Answer("refused")}
    assert back["served_on"].value == TOY.view(back, TODAY).values["served_on"]


def test_a_pruned_answer_makes_no_other_irrelevant() -> None:
    chain = {B: A.yes, C: B.yes}

    assert kept(chain, a=False, b=False, c=True) == {"a", "c"}
    assert kept(chain, a=True, b=False, c=True) == {"a", "b"}


def test_the_order_of_the_vocabulary_does_not_matter_to_a_chain() -> None:
    chain = {A: B.yes, B: C.yes, C: D.yes}

    # D prunes C; so C is open to B, which stays and prunes A.
    assert kept(chain, d=False, c=False, b=False, a=True) == {"d", "b"}
    assert kept(chain, d=False, c=False, b=True, a=True) == {"d", "b", "a"}


def test_facts_that_wait_for_each_other_are_decided_together() -> None:
    circle = {A: B.yes | C.yes, B: A.yes | C.yes}

    assert kept(circle, a=True, b=True) == {"a", "b"}
    assert kept(circle, a=False, b=False, c=False) == {"c"}
    assert kept(circle, a=False, b=True, c=False) == {"a", "c"}
    assert kept(circle, a=False, b=False) == {"a", "b"}


def test_asking_reads_an_open_fact_as_not_so_and_pruning_as_open() -> None:
    relevance = Relevance((A, B), {B: A.yes})
    nothing = CaseView({}, TODAY)
    assert not relevance.is_asked(B, nothing)
    assert relevance.view_of_values({"b": True}, TODAY).values == {"b": True}

    reverse = Relevance((A, B), {B: ~A.yes})
    assert reverse.is_asked(B, nothing)
    assert not reverse.is_asked(B, CaseView({"a": True}, TODAY))


def test_gaps_are_open_to_pruning() -> None:
    relevance = Relevance((A, B), {B: A.yes})
    for gap in Gap:
        view = relevance.view({"a": Answer(gap), "b": Answer(True)}, TODAY)
        assert view.values == {"b": True}


def test_a_question_without_a_condition_is_always_asked() -> None:
    assert TOY.condition(f.RESIDENT) is None
    assert TOY.is_asked(f.RESIDENT, CaseView({}, TODAY))


def test_the_day_of_the_case_decides_what_is_asked() -> None:
    born: dict[str, Value] = {"birth": PartialDay.parse("2006-03-01"), "guardian": True}

    assert "guardian" in TOY.view_of_values(born, TODAY).values
    assert "guardian" not in TOY.view_of_values(born, TODAY.replace(month=3, day=1)).values
