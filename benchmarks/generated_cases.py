"""Cases out of a seeded generator: asked like an interview, a quarter of the questions left open, pruned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random

from pathways.engine.consultation import relevance_of
from pathways.engine.days import PartialDay
from pathways.engine.facts import Answer, Day, Fact, Gap, OneOf, SomeOf, Value, YesNo
from pathways.engine.relevance import CaseView
from pathways.law import LAW
from pathways.law.facts import NATIONALITY
from pathways.law.facts.asking import COARSE

AS_OF = date(2026, 11, 22)
OPEN_SHARE = 0.25
_SEED = 20261122
_PASSES = 2  # an answer can open a question that stands before it
_YOUNGEST, _OLDEST = 14, 75  # years
_MAIN_COUNTRIES = ("SY", "AF", "IQ", "TR", "IR", "RU", "UA", "SO", "ER", "NG", "GE", "AM", "VE", "GN", "ET", "MD")


def generated_cases(number: int, seed: int = _SEED) -> list[dict[str, Answer]]:
    """Answers by fact id, the same ones in every process; questions left open are in none of them."""
    chance = Random(seed)
    return [_case(chance) for _ in range(number)]


def _case(chance: Random) -> dict[str, Answer]:
    relevance = relevance_of(LAW)
    values: dict[str, Value] = {}
    settled: set[str] = set()
    for _ in range(_PASSES):
        for fact in _asked_now(values, settled):
            settled.add(fact.id)
            if chance.random() >= OPEN_SHARE:
                values[fact.id] = _value(fact, chance)
    _agree(values)
    kept = relevance.view_of_values(values, AS_OF).values
    return {fact_id: _answer(value, chance) for fact_id, value in kept.items()}


def _asked_now(values: Mapping[str, Value], settled: set[str]) -> Iterator[Fact]:
    """The questions an interview would put next; what is answered meanwhile counts at once."""
    relevance = relevance_of(LAW)
    for fact in LAW.facts:
        if fact.id not in settled and fact not in COARSE and relevance.is_asked(fact, CaseView(values, AS_OF)):
            yield fact


def _answer(value: Value, chance: Random) -> Answer:
    # One answer in fifty is a declared gap, which the rules have to read as open.
    return Answer(Gap.NOT_KNOWN) if chance.random() < 0.02 else Answer(value)


def _value(fact: Fact, chance: Random) -> Value:
    match fact:
        case YesNo():
            return chance.random() < 0.5
        case OneOf():
            return chance.choice(fact.choices).id
        case SomeOf():
            return _some(fact, chance)
        case Day():
            return _day(fact, chance)
    raise TypeError(fact)


def _some(fact: SomeOf, chance: Random) -> frozenset[str]:
    if fact is NATIONALITY and chance.random() < 0.9:
        return frozenset({chance.choice(_MAIN_COUNTRIES)})
    if "none" in fact.by_id and chance.random() < 0.4:
        return frozenset({"none"})
    ids = [choice.id for choice in fact.choices if choice.id != "none"]
    return frozenset(chance.sample(ids, min(len(ids), chance.choice((1, 1, 1, 2, 3)))))


def _day(fact: Day, chance: Random) -> PartialDay:
    """A day that fits the question: births long ago, ends around today, everything else in the last years."""
    if "birth" in fact.id:
        before = chance.randint(_YOUNGEST * 365, _OLDEST * 365)
    elif "until" in fact.id or "end" in fact.id or "deadline" in fact.id:
        before = chance.randint(-720, 365)
    else:
        before = chance.randint(0, 12 * 365)
    day = AS_OF - timedelta(days=before)
    # Every fifth day is only known by month or year.
    return PartialDay.parse(day.isoformat()[: chance.choice((4, 7, *(10,) * 8))])


def _agree(values: dict[str, Value]) -> None:
    """Mend what a person could not be at once."""
    if values.get("free_movement_status") == "german":
        values["free_movement_status"] = "none"
    if values.get("current_status") in ("residence_permit", "fiction_81_4", "fiction_ordered_81_4_3"):
        values["permit_history"] = "valid_or_continuing"
    if values.get("current_title_norm") in ("25_4a_1", "25_4a_3") and values.get("permit_history") == "never_held":
        values["permit_history"] = "valid_or_continuing"
