"""Generated cases whose answers do not contradict each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hypothesis import strategies as st

from pathways.engine.consultation import relevance_of
from pathways.engine.days import PartialDay
from pathways.engine.facts import Day, Fact, OneOf, SomeOf, Value, YesNo
from pathways.law import LAW
from pathways.law.facts.asking import COARSE

AS_OF = date(2026, 11, 22)
DAYS = (
    "2026-11-22",
    "2026-11",
    "2026",
    "2026-12-20",
    "2027-06-01",
    "2025-11-22",
    "2025-11-21",
    "2022",
    "2008-11",
    "1990-05-01",
)

# Steps and events that change the case rather than what is known of it (a consent, an application, a declaration), and
# the two answers on belonging that the catalogue counts only once they are known ("but", "unless").
KEPT = frozenset(
    {
        "application_purposes",
        "bmi_declaration",
        "free_movement_status",
        "land_consent_10_1",
        "nationality",
    }
)


def values_of(fact: Fact) -> st.SearchStrategy[Value]:
    """Some value of the fact."""
    match fact:
        case YesNo():
            return st.booleans()
        case OneOf():
            return st.sampled_from([choice.id for choice in fact.choices])
        case SomeOf() if fact.id == "nationality":
            return st.sampled_from(["RU", "SY", "AF", "FR", "stateless", "unclear"]).map(lambda code: frozenset({code}))
        case SomeOf():
            some = [choice.id for choice in fact.choices if choice.id != "none"]
            several = st.frozensets(st.sampled_from(some), min_size=1, max_size=3)
            return st.just(frozenset({"none"})) | several if "none" in fact.by_id else several
        case Day():
            return st.sampled_from(DAYS).map(PartialDay.parse)
    raise TypeError(fact)


@st.composite
def cases(draw: st.DrawFn) -> Mapping[str, Value]:
    """Answers to most questions, none of them irrelevant and none against another."""
    values: dict[str, Value] = {}
    for fact in LAW.facts:
        if draw(st.integers(0, 9)):
            values[fact.id] = draw(values_of(fact))
    _agree(values)
    return relevance_of(LAW).view_of_values(values, AS_OF).values


def _agree(values: dict[str, Value]) -> None:
    for coarse, fine in COARSE.items():
        if fine.id in values:
            values.pop(coarse.id, None)
    if values.get("free_movement_status") == "german":
        values["free_movement_status"] = "none"
    # The paper in the hand and the history of the permit tell the same story.
    if values.get("current_status") in ("residence_permit", "fiction_81_4", "fiction_ordered_81_4_3"):
        values["permit_history"] = "valid_or_continuing"
    if values.get("current_title_norm") in ("25_4a_1", "25_4a_3") and values.get("permit_history") == "never_held":
        values["permit_history"] = "valid_or_continuing"


@st.composite
def cases_and_parts(draw: st.DrawFn) -> tuple[Mapping[str, Value], Mapping[str, Value]]:
    """A case, and the same case when less was known."""
    whole = draw(cases())
    part = {fact_id: value for fact_id, value in whole.items() if fact_id in KEPT or draw(st.integers(0, 3))}
    return whole, part
