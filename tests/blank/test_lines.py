"""Lines typed off the paper: what is meant is found, what is not clear is refused with what would be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.blank.lines import read_lines
from advisor.blank.numbering import BY_NUMBER, ON_PAPER, numbered
from advisor.cases.sections import NUMBERS
from pathways.engine.days import PartialDay
from pathways.engine.facts import Answer, Fact, Gap, Proof, SomeOf


@pytest.mark.parametrize(
    ("text", "fact_id", "answer"),
    [
        ("A 1: 2", "location", Answer("abroad_home_country")),
        ("a1 2", "location", Answer("abroad_home_country")),
        ("A 1 = 2 g", "location", Answer("abroad_home_country", Proof.DOCUMENT_SEEN)),
        ("A 1: ? # Zug verpasst", "location", Answer(Gap.NOT_KNOWN, note="Zug verpasst")),
        ("D 9 –", "criminal_record", Answer(Gap.DECLINED)),
        ("D 9 - f", "criminal_record", Answer(Gap.DECLINED, Proof.DOCUMENT_MISSING)),
        ("A 4: 12.03.1990 b", "birth_date", Answer(PartialDay.parse("1990-03-12"), Proof.TOLD)),
        ("A 4 2001", "birth_date", Answer(PartialDay.parse("2001"))),
        ("A 2: RU, Ukraine", "nationality", Answer(frozenset({"RU", "UA"}))),
        ("A 2: Bosnien und Herzegowina", "nationality", Answer(frozenset({"BA"}))),
        ("A 2: niger", "nationality", Answer(frozenset({"NE"}))),
        ("A 2: staatenlos", "nationality", Answer(frozenset({"stateless"}))),
        ("B 4: 28", "current_title_norm", Answer("28")),
        ("B 4: § 25 Abs. 4a S. 1 AufenthG", "current_title_norm", Answer("25_4a_1")),
        ("B 4: 16 f", "current_title_norm", Answer("16f")),
        ("B 4: 25 (5) f", "current_title_norm", Answer("25_5", Proof.DOCUMENT_MISSING)),
        ("B 8: 23a und 25 Abs. 5", "application_purposes", Answer(frozenset({"23a", "25_5"}))),
        ("G 3: 10", "political_profile", Answer(frozenset({"none"}))),
        ("F 2: B1", "german_level", Answer("b1")),
        ("B 11: 2", "enforceably_required_to_leave", Answer(False)),
        ("E 6: 2", "only_achievable_in_germany", Answer(True)),  # asked the other way round: "no" is "here only"
    ],
    ids=lambda value: value.replace(" ", "") if isinstance(value, str) else "",
)
def test_what_is_meant(text: str, fact_id: str, answer: Answer) -> None:
    (line,) = read_lines(text)
    assert not line.error
    assert line.fact is not None
    assert (line.fact.id, line.answer) == (fact_id, answer)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Quatsch", "Nummer der Frage"),
        ("X 1: 2", "X 1"),
        ("A 99: 2", "A 99"),
        ("A 1", "1 in Deutschland"),
        ("A 1: 6", "1 in Deutschland"),
        ("A 1: 0", "1 in Deutschland"),
        ("A 1: 1,2", "passt hier nicht"),
        ("A 4: 31.02.2000", "Diesen Tag gibt es nicht"),
        ("D 2: 1", "D 3"),  # the coarse question is not on paper
        ("A 2: Guin", "Guinea"),
        ("A 2: Atlantis", "Atlantis"),
        ("B 4: 25", "§ 25 Abs. 5"),
        ("B 4: 99", "99"),
        ("I 1: 11, 1", "keine Ausbeutung"),
    ],
    ids=lambda value: value.replace(" ", ""),
)
def test_what_is_refused_says_what_would_do(text: str, says: str) -> None:
    (line,) = read_lines(text)
    assert line.answer is None
    assert says in line.error


def test_a_question_counts_once() -> None:
    first, empty, second = read_lines("A 1: 1\nB 11: 1\n\nA1: 2")
    assert (first.place, empty.place, second.place) == (1, 2, 4)
    assert first.answer is not None
    assert second.answer is None
    assert "Zeile 1" in second.error


@pytest.mark.parametrize("fact", [fact for fact in ON_PAPER if numbered(fact)], ids=lambda fact: fact.id)
def test_every_number_on_paper_is_the_answer_printed_beside_it(fact: Fact) -> None:
    for place, choice in enumerate(numbered(fact), 1):
        by_number, by_words = (read_lines(f"{NUMBERS[fact.id]}: {said}")[0] for said in (place, choice.label))
        assert by_number.answer is not None, by_number.error
        assert by_number.answer == by_words.answer or ("," in choice.label and isinstance(fact, SomeOf))


@given(st.text(max_size=80), st.sampled_from(sorted(BY_NUMBER)))
def test_whatever_is_typed_is_read_or_refused(text: str, number: str) -> None:
    for line in read_lines(f"{number}: {text}"):
        assert (line.answer is None) is bool(line.error)
