"""Answers written as in a case file, and what a trigger sees of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pathways.engine.days import PartialDay
from pathways.engine.facts import Day, Value
from pathways.law.facts import FACTS_BY_ID

TODAY = date(2026, 11, 22)
Given = dict[str, bool | str | list[str]]


@dataclass(frozen=True)
class Case:
    """The answers of a case and its day."""

    values: dict[str, Value]
    as_of: date


def case(given: Given, as_of: date = TODAY) -> Case:
    """Answers as in a case file: days as text, several values as a list."""
    return Case({fact: _value(fact, answer) for fact, answer in given.items()}, as_of)


def _value(fact_id: str, answer: bool | str | list[str]) -> Value:
    if isinstance(answer, list):
        return frozenset(answer)
    if isinstance(answer, str) and isinstance(FACTS_BY_ID[fact_id], Day):
        return PartialDay.parse(answer)
    return answer
