"""The fact vocabulary: one name per fact, words in both languages, and a way to every question."""

from __future__ import annotations

import re
from datetime import date
from types import SimpleNamespace

import pytest

from pathways.engine.conditions import ALWAYS, All, Any, Condition, Leaf, Not
from pathways.engine.days import PartialDay
from pathways.engine.facts import Day, Fact, OneOf, SomeOf, YesNo
from pathways.engine.truth import Truth
from pathways.law import facts
from pathways.law.facts import FACTS, FACTS_BY_ID, SECTIONS
from pathways.law.facts.asking import ASKED_IF, COARSE

SEVERAL = [fact for fact in FACTS if isinstance(fact, OneOf | SomeOf)]
every_fact = pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
every_choice = pytest.mark.parametrize("fact", SEVERAL, ids=lambda fact: fact.id)


def test_ids_are_unique() -> None:
    assert len(FACTS_BY_ID) == len(FACTS) == 126


@every_fact
def test_the_constant_is_the_id_in_capitals(fact: Fact) -> None:
    assert getattr(facts, fact.id.upper()) is fact
    assert fact.id.upper() in facts.__all__


def test_no_constant_is_missing_from_the_vocabulary() -> None:
    exported = {name for name in facts.__all__ if isinstance(getattr(facts, name), Fact)}
    assert exported == {fact.id.upper() for fact in FACTS}


def test_sections_are_known_and_in_order() -> None:
    assert sorted({fact.section for fact in FACTS}) == list(SECTIONS)
    assert [fact.section for fact in FACTS] == sorted(fact.section for fact in FACTS)


@every_fact
def test_every_fact_has_words_in_both_languages(fact: Fact) -> None:
    assert all((fact.label, fact.label_en, fact.ask, fact.ask_en))
    assert fact.ask.endswith(("?", ")"))
    assert bool(fact.note_de) >= bool(fact.note)
    assert bool(fact.note_en) == bool(fact.note_de)


@pytest.mark.parametrize("language", ["label", "label_en"])
def test_no_two_facts_have_the_same_label(language: str) -> None:
    labels = [getattr(fact, language) for fact in FACTS]
    assert len(set(labels)) == len(labels)


@every_choice
def test_choices_differ_by_id_and_by_words(fact: OneOf | SomeOf) -> None:
    for part in ("id", "label", "label_en"):
        texts = [getattr(choice, part) for choice in fact.choices]
        assert all(texts)
        assert len(set(texts)) == len(texts), part


@every_choice
def test_labels_are_words_and_not_ids(fact: OneOf | SomeOf) -> None:
    assert not [choice for choice in fact.choices if "_" in choice.label + choice.label_en]


@pytest.mark.parametrize("fact", [fact for fact in SEVERAL if "none" in fact.by_id], ids=lambda fact: fact.id)
def test_none_stands_alone_and_names_nothing(fact: OneOf | SomeOf) -> None:
    none = frozenset({"none"}) if isinstance(fact, SomeOf) else "none"
    view = SimpleNamespace(values={fact.id: none}, as_of=None)
    assert fact.some.evaluate(view) is Truth.NO
    assert fact.known.evaluate(view) is Truth.YES


def test_nationalities_are_the_states_and_two_special_cases() -> None:
    *codes, stateless, unclear = facts.NATIONALITY.by_id
    assert (stateless, unclear) == ("stateless", "unclear")
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)
    assert codes == sorted(codes)
    assert len(codes) == 250
    assert {"DE", "RU", "SY", "UA", "XK"} <= set(codes)


def test_only_one_question_asks_for_the_opposite_of_what_is_stored() -> None:
    reversed_facts = [fact for fact in FACTS if isinstance(fact, YesNo) and fact.asked_in_reverse]
    assert reversed_facts == [facts.ONLY_ACHIEVABLE_IN_GERMANY]


def test_days_are_no_judgements() -> None:
    assert not [fact for fact in FACTS if isinstance(fact, Day) and fact.judgement]


def test_asking_conditions_read_only_the_vocabulary_and_not_the_fact_itself() -> None:
    for fact, condition in ASKED_IF.items():
        assert FACTS_BY_ID[fact.id] is fact
        read = set(condition.facts())
        assert read <= set(FACTS), fact.id
        assert fact not in read, fact.id


def test_asking_conditions_stand_in_the_order_of_the_vocabulary() -> None:
    assert list(ASKED_IF) == [fact for fact in FACTS if fact in ASKED_IF]


def test_every_question_can_be_reached() -> None:
    """No asking condition waits for itself, or for one that waits for it, without another way in."""
    reached: set[Fact] = set()
    while new := {fact for fact in FACTS if fact not in reached and can_hold(ASKED_IF.get(fact, ALWAYS), reached)}:
        reached |= new
    assert reached == set(FACTS)


def can_hold(condition: Condition, answered: set[Fact], wanted: bool = True) -> bool:
    """Whether the condition can have the wanted value as a trigger when only ``answered`` may have answers."""
    if isinstance(condition, Not):
        return can_hold(condition.part, answered, not wanted)
    if isinstance(condition, All | Any):
        every = isinstance(condition, All) is wanted
        parts = [can_hold(part, answered, wanted) for part in condition.parts]
        return all(parts) if every else any(parts)
    assert isinstance(condition, Leaf)
    # Not fulfilled is what a leaf is while its fact is open.
    return not wanted or set(condition.reads) <= answered


def test_the_age_question_is_asked_as_long_as_the_person_may_be_a_minor() -> None:
    condition = ASKED_IF[facts.LEGAL_REPRESENTATION]
    day = date(2026, 8, 19)
    for born, asked in ((None, True), ("2008", True), ("2008-08-19", False), ("2008-08-20", True), ("1990", False)):
        values = {} if born is None else {"birth_date": PartialDay.parse(born)}
        assert condition.triggered(SimpleNamespace(values=values, as_of=day)) is asked, born


def test_a_coarse_fact_and_its_finer_one_stand_side_by_side() -> None:
    order = list(FACTS)
    for coarse, fine in COARSE.items():
        assert isinstance(coarse, YesNo)
        assert isinstance(fine, OneOf)
        assert order.index(fine) == order.index(coarse) + 1


def test_what_hurts_most_to_be_asked_is_marked_sensitive() -> None:
    assert not [fact for fact in FACTS if fact.burden == 3 and not fact.sensitive]
