"""Truth has three values, follows the strong Kleene tables and refuses to be a yes or a no."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.engine.truth import Truth

NO, OPEN, YES = Truth.NO, Truth.OPEN, Truth.YES
truths = st.sampled_from(Truth)


def classical(truth: Truth) -> set[bool]:
    """The two-valued truths that a three-valued one leaves possible."""
    return {NO: {False}, YES: {True}, OPEN: {False, True}}[truth]


def summed(possible: set[bool]) -> Truth:
    return OPEN if len(possible) == 2 else (YES if possible == {True} else NO)


@given(truths, truths)
def test_and_or_not_are_what_every_filling_of_the_gaps_agrees_on(one: Truth, other: Truth) -> None:
    pairs = [(a, b) for a in classical(one) for b in classical(other)]

    assert (one & other) is summed({a and b for a, b in pairs})
    assert (one | other) is summed({a or b for a, b in pairs})
    assert ~one is summed({not a for a in classical(one)})


@given(truths, truths, truths)
def test_the_laws_of_the_algebra_hold(a: Truth, b: Truth, c: Truth) -> None:
    assert (a & b) is (b & a)
    assert (a | b) is (b | a)
    assert (a & (b & c)) is ((a & b) & c)
    assert (a | (b & c)) is ((a | b) & (a | c))
    assert ~(a & b) is (~a | ~b)
    assert ~~a is a


@pytest.mark.parametrize("truth", list(Truth))
@pytest.mark.parametrize(
    "use",
    [
        bool,
        lambda truth: "yes" if truth else "no",
        lambda truth: not truth,
        lambda truth: truth and YES,
        lambda truth: truth or YES,
        lambda truth: any([truth]),
        lambda truth: all([truth]),
        lambda truth: [1 for _ in "x" if truth],
        lambda truth: list(filter(None, [truth])),
    ],
)
def test_no_truth_can_be_used_as_a_bool(truth: Truth, use: Callable[[Truth], object]) -> None:
    with pytest.raises(TypeError, match="three values"):
        use(truth)


def test_no_truth_equals_a_bool_or_a_number() -> None:
    pairs: list[tuple[object, object]] = [(YES, True), (NO, False), (NO, 0), (YES, 2)]
    for truth, other in pairs:
        assert (truth == other) is False
    assert YES.value not in (True, False)


def test_the_words_are_those_of_the_public_format() -> None:
    assert [truth.word for truth in (NO, OPEN, YES)] == ["no", "open", "yes"]
