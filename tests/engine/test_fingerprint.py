"""The law version: the same in every process, another one as soon as the substance of the law is another."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pathways.engine.dated import Span
from pathways.engine.days import months
from pathways.engine.facts import Fact, OneOf
from pathways.engine.fingerprint import fingerprint, law_version
from pathways.engine.lawbook import Lawbook
from pathways.engine.pathway import Asked, Criterion, Kind, Manner, Rule, Waiver
from pathways.engine.routes import Due
from tests.engine import toy_facts as f
from tests.engine.toy_law import AT_ONCE, BALCONY, LAWBOOK, LIFTING, NEED_DISPUTE, PICK_UP, PLOT, REPLY, rule

ROOT = Path(__file__).parents[2]
PROGRAM = (
    "from tests.engine.toy_law import LAWBOOK\n"
    "from pathways.engine.fingerprint import fingerprint, law_version\n"
    "print(law_version(LAWBOOK), *(fingerprint(c) for p in LAWBOOK.pathways for c in p.criteria))\n"
)


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_another_process_finds_the_same_digests(seed: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        text=True,
    )

    here = [law_version(LAWBOOK), *(fingerprint(c) for pathway in LAWBOOK.pathways for c in pathway.criteria)]
    assert run.stdout.split() == here


SUBSTANCE: list[dict[str, object]] = [
    {"id": "other"},
    {"kind": Kind.BAR},
    {"says": "ein anderer Satz"},
    {"cite": (rule("99"),)},
    {"cite": (rule("4"),)},
    {"rule": Rule(f.NEED.no)},
    {"rule": Rule(~f.NEED.yes)},
    {"rule": Rule(f.NEED.yes & f.NEED.yes)},
    {"rule": Rule(f.NEED.yes, f.NEED.no)},
    {"rule": Rule(f.RESIDENT.yes)},
    {"in_extension": None},
    {"in_extension": Asked.NOT_IN_EXTENSION},
    {"waiver": Waiver(Manner.MAY, (rule("4"),))},
    {"contested": LIFTING},
    {"contested": NEED_DISPUTE},
    {"disputed": ()},
    {"speaks": ()},
    {"span": Span(until=date(2030, 1, 1))},
]


@pytest.mark.parametrize("changes", SUBSTANCE)
def test_another_substance_is_another_digest(changes: dict[str, object]) -> None:
    need = PLOT.criterion("need")

    assert fingerprint(need.but(**changes)) != fingerprint(need)
    assert law_version(_with_need(need.but(**changes))) != law_version(LAWBOOK)


def test_all_these_digests_differ() -> None:
    need = PLOT.criterion("need")

    assert len({fingerprint(need.but(**changes)) for changes in SUBSTANCE}) == len(SUBSTANCE)


def test_the_same_substance_written_again_is_the_same_digest() -> None:
    need = PLOT.criterion("need")

    assert fingerprint(need.but(rule=Rule(f.NEED.judged))) == fingerprint(need)
    assert fingerprint(need.but(rule=Rule(f.REASONS.among("hobby", "family")))) == fingerprint(
        need.but(rule=Rule(f.REASONS.among("family", "hobby")))
    )
    assert law_version(_with_need(need.but())) == law_version(LAWBOOK)


LAWS: list[Callable[[Lawbook], Lawbook]] = [
    lambda law: replace(law, facts=law.facts[:-1]),
    lambda law: replace(law, facts=(replace(f.RESIDENT, ask="Anders?"), *law.facts[1:])),
    lambda law: replace(law, facts=tuple(_relabelled(fact) for fact in law.facts)),
    lambda law: replace(law, asked_if={}),
    lambda law: replace(law, asked_if={**law.asked_if, f.STILL_USED: f.HOLDS.among("plot")}),
    lambda law: replace(law, pathways=law.pathways[:1]),
    lambda law: replace(law, pathways=law.pathways[::-1]),
    lambda law: replace(law, pathways=(replace(PLOT, modes=PLOT.modes[1:]), *law.pathways[1:])),
    lambda law: replace(law, deadlines=(replace(REPLY, due=(Due(f.SERVED_ON, months(2)),)), PICK_UP, AT_ONCE)),
    lambda law: replace(law, referrals=(replace(BALCONY, when=f.RESIDENT.yes),)),
    lambda law: replace(law, changes=()),
]


@pytest.mark.parametrize("change", LAWS)
def test_every_part_of_the_law_counts_for_its_version(change: Callable[[Lawbook], Lawbook]) -> None:
    assert law_version(change(LAWBOOK)) != law_version(LAWBOOK)


def _relabelled(fact: Fact) -> Fact:
    if not isinstance(fact, OneOf):
        return fact
    first, *others = fact.choices
    return replace(fact, choices=(replace(first, label="anders"), *others))


def _with_need(changed: Criterion) -> Lawbook:
    criteria = tuple(changed if criterion.id == "need" else criterion for criterion in PLOT.criteria)
    return replace(LAWBOOK, pathways=(replace(PLOT, criteria=criteria), *LAWBOOK.pathways[1:]))
