"""Conditions: learning more never turns a settled value, and the two readings agree where they have to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from pathways.engine.conditions import (
    ALWAYS,
    AS_OF,
    NEVER,
    UNDECIDED,
    All,
    Any,
    By,
    Condition,
    FinerFirst,
    Leaf,
    NeverNo,
    Not,
    all_of,
    any_of,
    finer_first,
    never_no,
    unless_known,
)
from pathways.engine.days import PartialDay, months, years
from pathways.engine.facts import Value
from pathways.engine.relevance import CaseView
from pathways.engine.truth import Truth
from tests.engine import toy_facts as f
from tests.engine.strategies import TODAY, conditions, learned, relaxed, views

NO, OPEN, YES = Truth.NO, Truth.OPEN, Truth.YES
DAY = PartialDay.parse


def value_of(condition: Condition, **values: Value) -> Truth:
    return condition.evaluate(CaseView(values, TODAY))


def with_leaves(condition: Condition, change: Callable[[Leaf], Condition]) -> Condition:
    """The same tree with every leaf replaced."""
    match condition:
        case Leaf():
            return change(condition)
        case All(members) | Any(members):
            return type(condition)(tuple(with_leaves(member, change) for member in members))
        case Not(part) | NeverNo(part):
            return type(condition)(with_leaves(part, change))
        case FinerFirst(_, by_fine, by_coarse):
            return replace(condition, by_fine=with_leaves(by_fine, change), by_coarse=with_leaves(by_coarse, change))
    raise TypeError(type(condition).__name__)


@relaxed
@given(conditions(), learned())
def test_learning_more_never_turns_a_settled_value(condition: Condition, cases: tuple[CaseView, CaseView]) -> None:
    before, after = (condition.evaluate(view) for view in cases)

    assert before is OPEN or after is before


@relaxed
@given(conditions(), views())
def test_without_answers_a_condition_over_facts_is_open(condition: Condition, view: CaseView) -> None:
    assert condition.evaluate(CaseView({}, view.as_of)) is OPEN


@relaxed
@given(conditions(), conditions(), views())
def test_negation_is_pushed_through_all_and_any(one: Condition, other: Condition, view: CaseView) -> None:
    for negated, pushed in ((~(one & other), ~one | ~other), (~(one | other), ~one & ~other)):
        assert negated.evaluate(view) is pushed.evaluate(view)
        assert negated.triggered(view) is pushed.triggered(view)


@relaxed
@given(conditions(), views())
def test_negating_twice_gives_the_condition_back(condition: Condition, view: CaseView) -> None:
    assert ~~condition == condition
    assert (~condition).evaluate(view) is ~condition.evaluate(view)


@relaxed
@given(conditions(never_no=False), views())
def test_a_trigger_reads_open_leaves_as_no(condition: Condition, view: CaseView) -> None:
    closed = with_leaves(condition, lambda leaf: NEVER if leaf.evaluate(view) is OPEN else leaf)

    assert closed.evaluate(view) is (YES if condition.triggered(view) else NO)


@relaxed
@given(conditions(never_no=False), views())
def test_both_readings_agree_on_a_settled_condition(condition: Condition, view: CaseView) -> None:
    value = condition.evaluate(view)

    assert value is OPEN or condition.triggered(view) is (value is YES)


@relaxed
@given(conditions(), views())
def test_what_is_never_no_is_open_instead(condition: Condition, view: CaseView) -> None:
    value = condition.evaluate(view)

    assert never_no(condition).evaluate(view) is (OPEN if value is NO else value)
    assert never_no(condition).triggered(view) is condition.triggered(view)


@relaxed
@given(conditions(), views())
def test_only_the_facts_that_are_read_count(condition: Condition, view: CaseView) -> None:
    read = {fact.id for fact in condition.facts()}
    only_those = CaseView({fact_id: value for fact_id, value in view.values.items() if fact_id in read}, view.as_of)

    assert condition.evaluate(only_those) is condition.evaluate(view)
    assert condition.triggered(only_those) is condition.triggered(view)


@relaxed
@given(conditions())
def test_the_leaves_are_all_leaves_in_order(condition: Condition) -> None:
    seen: list[Leaf] = []

    def note(leaf: Leaf) -> Condition:
        seen.append(leaf)
        return leaf

    assert with_leaves(condition, note) == condition
    assert list(condition.leaves()) == seen
    assert list(condition.facts()) == [fact for leaf in seen for fact in leaf.reads]


def test_joining_flattens_and_keeps_the_order() -> None:
    a, b, c = f.RESIDENT.yes, f.NEED.yes, f.BANNED.no

    assert a & b & c == a & (b & c) == all_of(a, b, c) == All((a, b, c))
    assert a | b | c == any_of(a, b, c) == Any((a, b, c))
    assert (a & b) | c == Any((All((a, b)), c))


LEAF_STATES = [
    (f.RESIDENT.yes, {"resident": True}, YES),
    (f.RESIDENT.yes, {"resident": False}, NO),
    (f.RESIDENT.no, {"resident": False}, YES),
    (f.RESIDENT.no, {}, OPEN),
    (f.STAGE.among("filed", "granted"), {"stage": "granted"}, YES),
    (f.STAGE.among("filed", "granted"), {"stage": "none"}, NO),
    (f.STAGE.not_among("filed"), {"stage": "none"}, YES),
    (f.STAGE.not_among("filed"), {}, OPEN),
    (f.HOLDS.some, {"holds": "none"}, NO),
    (f.HOLDS.some, {"holds": "unclear"}, YES),
    (f.REASONS.among("family"), {"reasons": frozenset({"family", "hobby"})}, YES),
    (f.REASONS.among("family"), {"reasons": frozenset({"hobby"})}, NO),
    (f.REASONS.not_among("family"), {"reasons": frozenset({"family", "hobby"})}, NO),
    (f.REASONS.only("family"), {"reasons": frozenset({"family", "hobby"})}, NO),
    (f.REASONS.only("hobby", "family"), {"reasons": frozenset({"family", "hobby"})}, YES),
    (f.REASONS.only("family"), {}, OPEN),
    (f.REASONS.within("family", "hobby"), {"reasons": frozenset({"hobby"})}, YES),
    (f.REASONS.within("family"), {"reasons": frozenset({"family", "hobby"})}, NO),
    (f.REASONS.within("family"), {}, OPEN),
    (f.REASONS.some, {"reasons": frozenset({"none"})}, NO),
    (f.NEED.known, {"need": False}, YES),
    (f.NEED.known, {}, OPEN),
    (f.NEED.missing, {}, YES),
    (f.NEED.missing, {"need": False}, NO),
    (f.BIRTH.known, {"birth": DAY("2000")}, YES),
    (f.BIRTH.by(date(2000, 6, 30)), {"birth": DAY("2000-06")}, YES),
    (f.BIRTH.by(date(2000, 6, 29)), {"birth": DAY("2000-06")}, OPEN),
    (f.BIRTH.by(date(2000, 5, 31)), {"birth": DAY("2000-06")}, NO),
    (f.BIRTH.by(AS_OF), {"birth": DAY("2024-02-29")}, YES),
    (f.BIRTH.after(AS_OF), {"birth": DAY("2024-03-01")}, YES),
    (f.BIRTH.by(f.SERVED_ON), {"birth": DAY("2020"), "served_on": DAY("2021")}, YES),
    (f.BIRTH.by(f.SERVED_ON), {"birth": DAY("2020"), "served_on": DAY("2020")}, OPEN),
    (f.BIRTH.by(f.SERVED_ON), {"birth": DAY("2021-01-01"), "served_on": DAY("2020")}, NO),
    (f.BIRTH.by(f.SERVED_ON), {"birth": DAY("2020")}, OPEN),
    (f.BIRTH.by(f.SERVED_ON), {"served_on": DAY("2020")}, OPEN),
    (f.BIRTH.by(f.SERVED_ON - months(1)), {"birth": DAY("2020-02-29"), "served_on": DAY("2020-03-31")}, YES),
    (f.BIRTH.by(f.SERVED_ON + years(1)), {"birth": DAY("2021-02-28"), "served_on": DAY("2020-02-29")}, YES),
    (f.WAITS_SINCE.lasted(years(5)), {"waits_since": DAY("2019-02-28")}, YES),
    (f.WAITS_SINCE.lasted(years(5)), {"waits_since": DAY("2019-03-01")}, NO),
    (f.WAITS_SINCE.lasted(years(5)), {"waits_since": DAY("2019")}, OPEN),
    (ALWAYS, {}, YES),
    (NEVER, {}, NO),
    (UNDECIDED, {}, OPEN),
]


@pytest.mark.parametrize(("condition", "values", "state"), LEAF_STATES)
def test_a_leaf_reads_its_fact(condition: Condition, values: dict[str, Value], state: Truth) -> None:
    assert value_of(condition, **values) is state


def test_the_finer_question_decides_once_it_is_answered() -> None:
    card = finer_first(f.CARD_STATE, f.CARD_STATE.among("valid"), f.CARD_VALID.yes)

    assert value_of(card) is OPEN
    assert value_of(card, card_valid=True) is YES
    assert value_of(card, card_valid=True, card_state="expired") is NO
    assert value_of(card, card_valid=False, card_state="valid") is YES
    assert {fact.id for fact in card.facts()} == {"card_valid", "card_state"}
    assert card.triggered(CaseView({"card_valid": True}, TODAY))
    assert not card.triggered(CaseView({"card_valid": True, "card_state": "lost"}, TODAY))


def test_an_exception_counts_only_once_it_is_known() -> None:
    condition = unless_known(f.BANNED, f.BANNED.no)

    assert [value_of(condition), value_of(condition, banned=False), value_of(condition, banned=True)] == [YES, YES, NO]


def test_a_condition_over_two_days_reads_both() -> None:
    condition = f.BIRTH.by(f.SERVED_ON - months(1))

    assert isinstance(condition, By)
    assert condition.reads == (f.BIRTH, f.SERVED_ON)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: f.STAGE.among("grnated"),
        lambda: f.STAGE.among(),
        lambda: f.STAGE.among("none", "none"),
        lambda: f.REASONS.only("money"),
        lambda: f.REASONS.within(),
    ],
)
def test_a_value_the_fact_does_not_have_is_refused_when_the_rule_is_written(wrong: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"stage|reasons"):
        wrong()


def test_only_a_judgement_can_be_judged() -> None:
    assert f.NEED.judged == f.NEED.yes
    with pytest.raises(TypeError, match="resident is no judgement"):
        _ = f.RESIDENT.judged
