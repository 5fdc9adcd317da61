"""Generated answers, conditions and cases over the facts of the toy law."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hypothesis import settings
from hypothesis import strategies as st

from pathways.engine.conditions import AS_OF, All, Any, Condition, Moment, NeverNo
from pathways.engine.days import PartialDay, days, months, years
from pathways.engine.facts import Answer, Day, Fact, Gap, OneOf, SomeOf, Value, YesNo
from pathways.engine.relevance import CaseView
from tests.engine import toy_facts as f

relaxed = settings(deadline=None, max_examples=150)
TODAY = date(2024, 2, 29)

exact_days = st.dates(date(1995, 1, 1), date(2027, 12, 31))
case_days = st.dates(date(2018, 1, 1), date(2027, 12, 31))


def partial_days() -> st.SearchStrategy[PartialDay]:
    """Days known in full, by month or by year."""
    lengths = st.sampled_from((4, 7, 10))
    return st.builds(lambda day, length: PartialDay.parse(day.isoformat()[:length]), exact_days, lengths)


def values(fact: Fact) -> st.SearchStrategy[Value]:
    """Every value the fact can have."""
    match fact:
        case YesNo():
            return st.booleans()
        case OneOf():
            return st.sampled_from(sorted(fact.by_id))
        case SomeOf():
            others = sorted(set(fact.by_id) - {"none"})
            some = st.frozensets(st.sampled_from(others), min_size=1)
            return some | st.just(frozenset({"none"}))
        case Day():
            return partial_days()
    raise TypeError(fact.kind)


def known_values(facts: tuple[Fact, ...] = f.FACTS) -> st.SearchStrategy[dict[str, Value]]:
    """Values for some of the facts."""
    return st.fixed_dictionaries({}, optional={fact.id: values(fact) for fact in facts})


def views(facts: tuple[Fact, ...] = f.FACTS) -> st.SearchStrategy[CaseView]:
    return st.builds(CaseView, known_values(facts), case_days)


@st.composite
def learned(draw: st.DrawFn, facts: tuple[Fact, ...] = f.FACTS) -> tuple[CaseView, CaseView]:
    """A case before and after learning more: more answers, and days known more exactly."""
    after = draw(views(facts))
    before: dict[str, Value] = {}
    for fact_id, value in after.values.items():
        match draw(st.sampled_from(("open", "same", "vague"))), value:
            case "same", _:
                before[fact_id] = value
            case "vague", PartialDay():
                before[fact_id] = draw(st.sampled_from(_vaguer(value)))
    return CaseView(before, after.as_of), after


def _vaguer(day: PartialDay) -> list[PartialDay]:
    text = str(day)
    return [PartialDay.parse(text[:length]) for length in (4, 7) if length <= len(text)]


def as_answers(known: Mapping[str, Value]) -> dict[str, Answer]:
    return {fact_id: Answer(value) for fact_id, value in known.items()}


def answers() -> st.SearchStrategy[dict[str, Answer]]:
    """Answers and gaps as a questionnaire holds them."""
    gaps = st.sampled_from(Gap)
    return st.fixed_dictionaries({}, optional={fact.id: st.builds(Answer, values(fact) | gaps) for fact in f.FACTS})


LENGTHS = (days(0), days(1), months(1), years(1), years(18))
LIMITS: tuple[Moment | Day | date, ...] = (
    *(AS_OF - length for length in LENGTHS),
    *(AS_OF + length for length in LENGTHS),
    f.MEMBER_SINCE + months(6),
    f.SERVED_ON - days(30),
    f.BIRTH,
    date(2015, 7, 1),
)
LEAVES: tuple[Condition, ...] = (
    f.RESIDENT.yes,
    f.RESIDENT.no,
    f.NEED.judged,
    f.HOLDS.among("plot", "loan"),
    f.HOLDS.some,
    f.HOLDS.known,
    f.REASONS.among("family", "hobby"),
    f.REASONS.only("family", "hobby"),
    f.REASONS.within("family", "health"),
    f.REASONS.some,
    *(day.by(limit) for day in (f.BIRTH, f.MEMBER_SINCE, f.WAITS_SINCE) for limit in LIMITS),
)


def conditions(*, never_no: bool = True) -> st.SearchStrategy[Condition]:
    """Conditions of every node type without ``Missing`` and ``FinerFirst``, which learning more may turn."""

    def joined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        members = st.lists(parts, min_size=1, max_size=3).map(tuple)
        nodes = members.map(All) | members.map(Any) | parts.map(lambda part: ~part)
        return nodes | parts.map(NeverNo) if never_no else nodes

    return st.recursive(st.sampled_from(LEAVES), joined, max_leaves=8)
