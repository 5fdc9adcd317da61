"""Land law in § 23a: it comes from the profiles, keeps the result open, and an unknown Land excludes nobody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import pathways.content.builtin as texts
from pathways.content.reading.land import land_reading
from pathways.engine.assess import Verdict
from pathways.engine.consultation import consult
from pathways.engine.facts import Answer
from pathways.engine.pathway import Side
from pathways.engine.truth import Truth
from pathways.law import LAW
from pathways.law.facts import HFK_STATE_EXCLUSION, TRANSFER_TO_OTHER_STATE
from pathways.law.indications import URGENT_REASONS_23A
from pathways.law.laender.profile import laender_with, min_stay_months, profile, profiles
from tests.law.answered import TODAY, Given, case
from tests.law.test_traps import DULDUNG, finding, result

LANDS = tuple(each.land for each in profiles())
LAW_CODE = Path(texts.__file__).parents[1]


def lines_of(given: Given) -> list[str]:
    values = {fact: Answer(value) for fact, value in case(given).values.items()}
    land = land_reading(consult(LAW, values, TODAY).view)
    assert land is not None
    return [line.text for line in land.grounds]


@pytest.mark.parametrize("land", [None, *LANDS], ids=str)
def test_no_ground_of_land_law_excludes_and_an_unknown_land_stays_open(land: str | None) -> None:
    place: Given = {} if land is None else {"federal_state": land}
    for value in HFK_STATE_EXCLUSION.choices:
        if value.id != "none":
            assert result("p23a", {**DULDUNG, **place, "hfk_state_exclusion": [value.id]}).verdict is not (
                Verdict.EXCLUDED
            )
    given: Given = {**DULDUNG, **place, "hfk_state_exclusion": ["none"], "transfer_to_other_state": True}
    ground = finding("p23a", "p23a_state_exclusion", given)
    hit = land is None or land in laender_with(TRANSFER_TO_OTHER_STATE.id)
    assert ground.state is (Truth.OPEN if hit else Truth.YES)


def test_the_land_with_a_ground_about_transfers_is_the_one_whose_profile_says_so() -> None:
    assert laender_with(TRANSFER_TO_OTHER_STATE.id) == ("SH",)
    assert [each.rigidity for each in profile("SH").exclusions if each.question] == ["zwingend"]


def test_points_against_that_one_land_makes_come_from_its_profile() -> None:
    against = {point.id: point for point in URGENT_REASONS_23A if point.side is Side.AGAINST}
    assert [each.land for each in profiles() if min_stay_months(each.land)] == ["NI"]
    assert f"{min_stay_months('NI')} Monate" in against["F-9"].text
    assert any("18 Monate" in each.claim.text for each in profile("NI").exclusions if each.min_stay_months == 18)
    assert laender_with(TRANSFER_TO_OTHER_STATE.id) == ("SH",), "F-10 names Schleswig-Holstein alone"


def test_the_grounds_shown_are_those_the_answers_name() -> None:
    given: Given = {**DULDUNG, "federal_state": "NI", "hfk_state_exclusion": ["min_stay_not_met"]}
    assert lines_of(given) == ["Die Person ist weniger als 18 Monate in Deutschland."]
    assert lines_of({**DULDUNG, "federal_state": "NI"}) == []
    assert lines_of({**DULDUNG, "federal_state": "SH", "transfer_to_other_state": True}) == [
        "Ausreisepflichtig im Rahmen eines Dublin-Verfahrens."
    ]


@pytest.mark.parametrize("name", ["p23_1", "p23a"])
def test_texts_leave_what_a_land_does_to_its_profile(name: str) -> None:
    written = (LAW_CODE / "content" / "builtin" / f"{name}.toml").read_text(encoding="utf-8")
    prose = re.sub(r"\[\[.*?\]\]", "", written)
    assert [each.name for each in profiles() if re.search(rf"\b{each.name}\b", prose)] == []


def test_rules_name_no_land() -> None:
    for module in ("s23a", "s23a_land", "s23_1"):
        source = (LAW_CODE / "law" / f"{module}.py").read_text(encoding="utf-8")
        assert not re.search(r'"(' + "|".join(LANDS) + r')"', source), module
