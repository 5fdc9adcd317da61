"""The parts of the editors' pages that need no page: differences, the picker, the samples, the words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.editorial.areas import all_areas, slots_about
from advisor.editorial.labels import LABELS, LANGUAGE_NAMES
from advisor.editorial.picker import found, with_citation
from advisor.editorial.samples import SAMPLES, Sample
from advisor.editorial.word_difference import Kind, differences
from pathways.content.figure_slots import FIGURE_SLOTS
from pathways.content.slots import SLOTS
from pathways.content.value_slots import ALL_SLOTS

_WORDS = ["die", " ", "\n", "Frist", "[[§ 1 A]]", "{land}", ".", "23a"]
TEXTS = st.lists(st.sampled_from(_WORDS), max_size=12).map("".join)


@given(TEXTS, TEXTS)
def test_a_difference_holds_both_texts(before: str, after: str) -> None:
    pieces = differences(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind is not Kind.ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.kind is not Kind.REMOVED) == after


def test_a_difference_is_one_of_words() -> None:
    before, after = "Die Frist: [[§ 1 AufenthG]] zwei Wochen.", "Die Frist: [[§ 2 AufenthG]] drei Wochen."
    pieces = differences(before, after)
    changed = [(piece.kind, piece.text) for piece in pieces if piece.kind is not Kind.SAME]
    assert changed == [
        (Kind.REMOVED, "[[§ 1 AufenthG]]"),
        (Kind.ADDED, "[[§ 2 AufenthG]]"),
        (Kind.REMOVED, "zwei"),
        (Kind.ADDED, "drei"),
    ]


def test_a_word_said_over_and_over_does_not_take_minutes_to_compare() -> None:
    before, after = "vorn " + "a b " * 4000 + "hinten", "vorn " + "b a a " * 3000 + "hinten"
    pieces = differences(before, after)
    assert [piece.kind for piece in pieces] == [Kind.SAME, Kind.REMOVED, Kind.ADDED, Kind.SAME]
    assert "".join(piece.text for piece in pieces if piece.kind is not Kind.REMOVED) == after


def test_the_picker_finds_by_words_and_those_in_one_run_first() -> None:
    hits = [citation.text for citation in found("23a abs 2")]
    in_one_run = [text.startswith("§ 23a Abs. 2") for text in hits]
    assert in_one_run[0]
    assert in_one_run == sorted(in_one_run, reverse=True)
    assert found("   ") == ()
    assert found("gibtesnicht") == ()


def test_the_picker_knows_a_place_that_no_rule_cites_yet() -> None:
    assert found("§ 99 Abs. 1 Nr. 1 AufenthG")[0].text == "§ 99 Abs. 1 Nr. 1 AufenthG"


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("Ein [[]] Satz", "Ein [[§ 1 AufenthG]] Satz"),
        ("Ein Satz\n", "Ein Satz [[§ 1 AufenthG]]"),
        ("", "[[§ 1 AufenthG]]"),
    ],
    ids=["where it says", "at the end", "empty"],
)
def test_a_citation_is_set_in(body: str, after: str) -> None:
    assert with_citation(body, "§ 1 AufenthG") == after
    assert with_citation(body, "§ 1 Nirgendwo") == body


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=list(SAMPLES))
def test_an_invented_case_can_be_judged(sample: Sample) -> None:
    assessment = sample.assessment(date(2026, 9, 1))
    assert len(sample.answers()) == len(sample.values)
    assert len(assessment.pathways) == 8


def test_every_text_stands_on_one_page() -> None:
    about = slots_about()
    shown = [slot.id for area in all_areas() for subject in area.subjects() for slot in about[subject]]
    assert sorted(shown) == sorted(ALL_SLOTS)


def test_the_words_are_those_of_the_slots() -> None:
    assert {name: str(label) for name, label in LABELS.items()} == {
        slot.name: slot.label for slot in (*SLOTS.values(), *FIGURE_SLOTS.values())
    }
    assert set(LANGUAGE_NAMES) == {language for slot in SLOTS.values() for language in slot.languages}
