"""`manage.py assess` with case files drawn at random: a report or faults with their places, never a traceback."""

from __future__ import annotations

import json
import os
from typing import Any

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from pathways.engine.facts import Day, Fact, Gap, OneOf, SomeOf
from pathways.law.facts import FACTS
from tests.command.conftest import Assess, assess
from tests.hostile.inputs import FAR_DAYS, NO_CASE_FILES, NO_DAYS, TEXTS

__all__ = ["assess"]

FILES = 1500 if os.environ.get("WEGWEISER_FUZZ") == "full" else 120
FORMATS = ((), (), ("--format", "text"))

values = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9)
nested = st.lists(values, max_size=3) | st.dictionaries(st.text(max_size=5), values | st.lists(values), max_size=3)
texts = st.sampled_from([*TEXTS.values(), *NO_DAYS, *FAR_DAYS, *(gap.value for gap in Gap)])
nasty = values | nested | texts


def fitting(fact: Fact) -> st.SearchStrategy[Any]:
    """What could be an answer to a question."""
    if isinstance(fact, OneOf):
        return st.sampled_from(sorted(fact.by_id))
    if isinstance(fact, SomeOf):
        return st.lists(st.sampled_from(sorted(fact.by_id)), min_size=1, max_size=3, unique=True)
    if isinstance(fact, Day):
        return st.dates().map(str) | st.sampled_from(["2019", "2024-02", *FAR_DAYS])
    return st.booleans()


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """A case file in which most answers fit, some do not, and some keys are none."""
    chosen = draw(st.lists(st.sampled_from(FACTS), max_size=12, unique_by=lambda fact: fact.id))
    is_bad = draw(st.booleans())
    facts = {fact.id: draw(fitting(fact) | (nasty if is_bad else fitting(fact))) for fact in chosen}
    document: dict[str, Any] = {
        "format": "wegweiser-case/1",
        "reference": draw(st.text(min_size=1, max_size=9)),
        "facts": facts,
    }
    if draw(st.booleans()):
        document["as_of"] = draw(st.dates().map(str) | (nasty if is_bad else st.dates().map(str)))
    if draw(st.booleans()):
        document["details"] = {fact.id: {"note": draw(st.text(max_size=30)), "proof": "told"} for fact in chosen[:3]}
    if is_bad:
        document[draw(st.sampled_from(["facts", "details", "format", "reference", "x", "\x00"]))] = draw(nasty)
    raw = json.dumps(document).encode()
    return raw if draw(st.integers(0, 9)) else draw(st.sampled_from(sorted(NO_CASE_FILES.values()))) + raw[:40]


@settings(max_examples=FILES, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=documents(), options=st.sampled_from(FORMATS))
def test_any_file_gets_a_report_or_its_faults(assess: Assess, document: bytes, options: tuple[str, ...]) -> None:
    ran = assess("-", *options, stdin=document)
    event(f"status {ran.status}")
    assert ran.status in (0, 2)
    assert "Traceback" not in ran.err
    assert bool(ran.out) is (ran.status == 0)
    assert ran.status == 0 or ran.faults
    if ran.status == 0 and options != ("--format", "text"):
        assert isinstance(ran.json, dict)
