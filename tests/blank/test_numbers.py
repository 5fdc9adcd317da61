"""The numbers on paper are those of the screen, and conditions say what the rules say."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.translation import override

from advisor.blank.asked import asked_if
from advisor.blank.numbering import BY_NUMBER, ON_PAPER, edition, is_written, numbered
from advisor.blank.sheet import Sheet, sheet
from advisor.cases.question import Question
from advisor.cases.sections import NUMBERS, RELEVANCE
from pathways.engine.facts import Day, Fact
from pathways.engine.relevance import CaseView
from pathways.law import LAW
from pathways.law.facts.asking import COARSE

NOTHING = CaseView({}, date(2026, 11, 22))
FACTS = pytest.mark.parametrize("fact", ON_PAPER, ids=lambda fact: fact.id)


def german() -> Sheet:
    with override("de"):
        return sheet()


def words(fact: Fact, language: str = "de") -> str:
    with override(language):
        return asked_if(fact)


def test_every_question_that_is_put_is_on_paper_once_with_the_number_of_the_screen() -> None:
    made = german()
    numbers = [question.number for part in (*made.first, *made.later) for question in part.questions]
    assert sorted(numbers) == sorted(NUMBERS[fact.id] for fact in LAW.facts if fact not in COARSE)
    assert all(NUMBERS[BY_NUMBER[number].id] == number for number in numbers)


def test_sensitive_questions_stand_later_with_their_reason_and_are_announced() -> None:
    made = german()
    later = {question.number: question for part in made.later for question in part.questions}
    assert set(later) == {NUMBERS[fact.id] for fact in ON_PAPER if fact.sensitive}
    assert all(question.why for question in later.values())
    assert {number for part in made.first for number in part.elsewhere} == set(later)


@FACTS
def test_answers_stand_in_the_order_of_the_screen(fact: Fact) -> None:
    if isinstance(fact, Day) or is_written(fact):
        assert numbered(fact) == ()
        return
    question = Question(fact, asked=True)
    shown = [option.value for option in question.groups[0].options] if question.groups else []
    assert not shown or [choice.id for choice in numbered(fact)] == shown
    assert {choice.id for choice in numbered(fact)} == {choice.id for choice in question.choices}


@FACTS
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_condition_is_said_exactly_where_the_question_is_not_always_asked(fact: Fact, language: str) -> None:
    condition = RELEVANCE.condition(fact)
    text = words(fact, language)
    if condition is None:
        assert text == ""
    elif set(condition.facts()) <= set(COARSE):
        assert text == ""  # what it waits for is not on paper
        assert RELEVANCE.is_asked(fact, NOTHING)
    else:
        on_paper = {NUMBERS[read.id] for read in condition.facts() if read not in COARSE}
        assert on_paper
        assert all(number in text for number in on_paper)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("A 5", "A 4: weniger als 18 Jahre her"),
        ("A 8", "A 1: 1 (in Deutschland)"),
        ("B 13", "B 12: andere Antwort als 1 (kein Bescheid)"),
        ("B 18", "B 11: nicht 2 (nein)"),
        ("G 6", "G 5: andere Antwort als 1 oder 6"),  # two alternatives over one question are one
        ("H 2", "(A 1: 1 (in Deutschland); und B 11: nicht 2 (nein)); oder B 4: § 23a"),
        ("D 14", ""),
    ],
    ids=lambda value: value.replace(" ", "")[:4],
)
def test_conditions_in_words(number: str, expected: str) -> None:
    assert words(BY_NUMBER[number]) == expected


def test_an_answer_to_a_question_put_the_other_way_round_is_named_as_it_is_put() -> None:
    # The rule asks for "attainable here only: no", the question for the opposite.
    assert "E 6: 1 (ja)" in words(BY_NUMBER["E 20"])


def test_the_edition_is_short_and_stays_the_same() -> None:
    assert len(edition()) == 4
    assert edition() == edition()
