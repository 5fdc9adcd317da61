"""Every condition has words, and the explanation carries the states of the rules it was derived from."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from pathways.engine.conditions import ALWAYS, AS_OF, Condition, FinerFirst, Leaf, finer_first, never_no
from pathways.engine.days import days, months, years
from pathways.engine.explain import Node, explain, leaf_words
from pathways.engine.relevance import CaseView
from pathways.engine.truth import Truth
from tests.engine import toy_facts as f
from tests.engine.strategies import TODAY, conditions, relaxed, views


def nodes(node: Node) -> list[Node]:
    return [node, *(below for child in node.children for below in nodes(child))]


@relaxed
@given(conditions(), views())
def test_every_condition_has_words_and_its_own_state(condition: Condition, view: CaseView) -> None:
    tree = explain(condition, view)

    assert tree.state is condition.evaluate(view)
    assert all(node.text.strip() for node in nodes(tree))
    assert [fact for node in nodes(tree) for fact in node.facts] == list(condition.facts())


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (f.RESIDENT.yes, "Wohnt in der Stadt: ja"),
        (f.RESIDENT.no, "Wohnt in der Stadt: nein"),
        (~f.RESIDENT.yes, "Wohnt in der Stadt: nein"),
        (~f.RESIDENT.no, "Wohnt in der Stadt: ja"),
        (f.STAGE.among("filed", "granted"), "Stand des Antrags: gestellt oder zugeteilt"),
        (~f.STAGE.among("filed"), "Stand des Antrags: nicht gestellt"),
        (f.REASONS.only("family", "health"), "Gründe: genau Kinder und Gesundheit"),
        (~f.REASONS.only("family"), "Gründe: nicht genau Kinder"),
        (f.REASONS.within("family", "health", "hobby"), "Gründe: nur Kinder, Gesundheit oder Liebhaberei"),
        (~f.REASONS.within("family"), "Gründe: nicht nur Kinder"),
        (f.BIRTH.known, "Geburtstag: beantwortet"),
        (~f.BIRTH.known, "Geburtstag: nicht beantwortet"),
        (f.BIRTH.missing, "Geburtstag: noch nicht beantwortet"),
        (~f.BIRTH.missing, "Geburtstag: beantwortet"),
        (f.BIRTH.by(AS_OF), "Geburtstag: spätestens am Stichtag"),
        (f.BIRTH.by(date(2015, 7, 1)), "Geburtstag: spätestens am 01.07.2015"),
        (f.BIRTH.lasted(years(18)), "Geburtstag: spätestens 18 Jahre vor dem Stichtag"),
        (f.BIRTH.by(f.SERVED_ON + months(1)), "Geburtstag: spätestens 1 Monat nach dem Tag „Bescheid zugestellt am“"),
        (f.BIRTH.by(AS_OF - days(1)), "Geburtstag: spätestens 1 Tag vor dem Stichtag"),
    ],
)
def test_a_leaf_is_put_into_words(condition: Condition, text: str) -> None:
    node = explain(condition, CaseView({}, TODAY))

    assert node.text == text
    assert node.children == ()
    if isinstance(condition, Leaf):
        assert leaf_words(condition) == text


def test_a_demand_without_a_question_says_so() -> None:
    assert explain(ALWAYS, CaseView({}, TODAY)).text == "wird nicht an einer Frage geprüft"


def test_the_tree_has_the_shape_of_the_rule() -> None:
    view = CaseView({"resident": True, "need": False}, TODAY)
    tree = explain(f.RESIDENT.yes & (f.NEED.yes | ~(f.BANNED.yes & f.OTHER_PLOT.yes)) & never_no(f.NEED.yes), view)

    assert tree.text == "alles davon"
    assert [child.state for child in tree.children] == [Truth.YES, Truth.OPEN, Truth.OPEN]
    either, rest = tree.children[1:]
    assert either.text == "mindestens eines davon"
    assert [child.text for child in either.children] == ["Ein dringender Bedarf besteht: ja", "nicht"]
    assert rest.text == "fehlt das, bleibt es offen"
    assert rest.children[0].state is Truth.NO


def test_of_a_coarse_and_a_fine_question_the_one_that_decides_is_shown() -> None:
    card = finer_first(f.CARD_STATE, f.CARD_STATE.among("valid"), f.CARD_VALID.yes)
    assert isinstance(card, FinerFirst)

    assert explain(card, CaseView({"card_valid": True}, TODAY)).facts == (f.CARD_VALID,)
    assert explain(card, CaseView({"card_valid": True, "card_state": "lost"}, TODAY)).facts == (f.CARD_STATE,)


def test_a_condition_without_words_is_an_error() -> None:
    with pytest.raises(TypeError, match="no words"):
        explain(_Strange(), CaseView({}, TODAY))


class _Strange(Condition):
    __slots__ = ()

    def evaluate(self, view: object) -> Truth:
        return Truth.YES
