"""Reading what people type: days in German, choices, and the reasons for no answer."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from advisor.cases.typed import Refused, Typed, read, read_day
from pathways.engine.days import PartialDay
from pathways.engine.facts import Answer, Day, Gap
from pathways.law.facts import BIRTH_DATE, FACTS, FEARED_HARM, ONLY_ACHIEVABLE_IN_GERMANY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12.03.2024", "2024-03-12"),
        ("1.2.2024", "2024-02-01"),
        ("1. 2. 2024", "2024-02-01"),
        ("12 3 2024", "2024-03-12"),
        ("12032024", "2024-03-12"),
        ("3.2024", "2024-03"),
        ("03.2024", "2024-03"),
        ("2024", "2024"),
        ("2024-03", "2024-03"),
        ("2024-03-12", "2024-03-12"),
    ],
)
def test_days_are_read_as_people_write_them(text: str, day: str) -> None:
    assert read_day(text) == PartialDay.parse(day)


@pytest.mark.parametrize(
    "text",
    ["", "24", "32.1.2024", "29.2.2023", "13.2024", "1/2/2024", "2024-3", "heute", "1.1.24", "20120312", "122024"],
)
def test_other_days_are_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_day(text)


@given(st.dates())
def test_every_day_of_the_calendar_survives_the_fields(day: object) -> None:
    answer = Answer(PartialDay.parse(str(day)))
    assert read(BIRTH_DATE, Typed.from_answer(BIRTH_DATE, answer)) == answer


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_every_answer_survives_the_fields(fact: object) -> None:
    values = {"bool": [True, False], "date": [PartialDay.parse("2024-03")]}.get(fact.kind)  # type: ignore[attr-defined]
    if values is None:
        ids = [choice.id for choice in fact.choices]  # type: ignore[attr-defined]
        values = ids if fact.kind == "enum" else [frozenset({key}) for key in ids]  # type: ignore[attr-defined]
    for value in (*values, *Gap):
        answer = Answer(value, None, "Notiz")
        shown = Typed.from_answer(fact, answer)  # type: ignore[arg-type]
        assert read(fact, shown) == answer  # type: ignore[arg-type]


def test_fields_that_hold_the_same_have_the_same_fingerprint() -> None:
    shown = Typed(("a", "b"), "1.2.2024", "told", "eins\nzwei")
    assert shown.fingerprint == Typed(("b", "a", "a"), "1.2.2024", "told", "eins\r\nzwei\n").fingerprint
    others = [Typed(), Typed(("a",)), Typed(text="a"), Typed(proof="a"), Typed(note="a"), Typed(("a, b",)), shown]
    assert len({other.fingerprint for other in others}) == len(others)


@given(st.text(), st.lists(st.text()))
def test_nothing_typed_is_more_than_refused(text: str, values: list[str]) -> None:
    for fact in (BIRTH_DATE, FEARED_HARM, ONLY_ACHIEVABLE_IN_GERMANY):
        data = QueryDict(mutable=True)
        data.setlist(f"{fact.id}.gap" if isinstance(fact, Day) else fact.id, values)
        data[f"{fact.id}.note"] = text
        try:
            answer = read(fact, Typed.from_form(fact, data))
        except Refused:
            continue
        assert "\x00" not in answer.note
