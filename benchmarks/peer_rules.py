"""Measurement 9: the conditions of our law judged by us, by two rule engines and by Python written out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from time import process_time
from typing import Any

from benchmarks.foreign_rules import NO, OPEN, YES, NotSaid, cel, python, zen
from benchmarks.generated_cases import AS_OF, generated_cases
from benchmarks.measure import Spread, alternating, ratios
from pathways.engine.conditions import Condition
from pathways.engine.consultation import relevance_of
from pathways.engine.explain import explain
from pathways.engine.relevance import CaseView
from pathways.law import LAW

CASES, ROUNDS = 200, 6
Facts = dict[str, Any]
Judge = Callable[[CaseView, Facts], list[int]]
OURS, EXPLAINED, WRITTEN = "ours", "ours, each condition explained", "Python written out"
CEL, ZEN, TRACED = "CEL (common-expression-language)", "ZEN (zen-engine), two expressions", "ZEN, a decision with trace"


def run() -> list[str]:
    """Lines of the report; RuntimeError where two come to different values."""
    conditions, left_out = _conditions()
    judges = dict(_judges(conditions))
    cases = list(_cases())
    for view, facts in cases:
        found = {name: judge(view, facts) for name, judge in judges.items()}
        if len({tuple(values) for values in found.values()}) > 1:
            raise RuntimeError(f"not the same: {_differing(found, conditions)} in {facts}")
    values = [value for view, facts in cases for value in judges[OURS](view, facts)]
    rates = alternating(ROUNDS, {name: _rate(judge, cases) for name, judge in judges.items()})
    open_share = values.count(OPEN) / len(values)
    lines = [
        f"{len(conditions)} different conditions of the law; {left_out} more read days, which the engines do not know.",
        f"{len(cases)} generated cases; {len(values):,} values by {len(judges)} ways, all the same: "
        f"{values.count(YES) / len(values):.0%} yes, {values.count(NO) / len(values):.0%} no, {open_share:.0%} open.",
        f"Processor time, {ROUNDS} rounds, alternating; cases a second and core, and how many times as long as ours:",
    ]
    for name, figures in rates.items():
        slower = ratios(rates, OURS, name).shown(2)
        lines.append(f"{name:36} {Spread.of(figures).shown(0):>22} cases/s  {slower} ×")
    return lines


def _differing(found: dict[str, list[int]], conditions: list[Condition]) -> str:
    """The first condition about which they differ."""
    for condition, *values in zip(conditions, *found.values(), strict=True):
        if len(set(values)) > 1:
            return f"{condition}: {dict(zip(found, values, strict=True))}"
    return ""


def _conditions() -> tuple[list[Condition], int]:
    """Each different condition of a criterion or its failing, and how many cannot be said in the other languages."""
    found: dict[Condition, None] = {}
    for pathway in LAW.pathways:
        for criterion in pathway.criteria:
            if criterion.rule is not None:
                found |= dict.fromkeys(criterion.rule.conditions)
    said, left_out = [], 0
    for condition in found:
        try:
            cel(condition)
        except NotSaid:
            left_out += 1
        else:
            said.append(condition)
    return said, left_out


def _cases() -> Iterator[tuple[CaseView, Facts]]:
    """Pruned views, and the same values as plain data."""
    relevance = relevance_of(LAW)
    for answers in generated_cases(CASES):
        view = relevance.view(answers, AS_OF)
        yield view, dict(view.values)


def _judges(conditions: list[Condition]) -> Iterator[tuple[str, Judge]]:
    yield OURS, lambda view, facts: [condition.evaluate(view).value for condition in conditions]
    yield EXPLAINED, lambda view, facts: [explain(condition, view).state.value for condition in conditions]
    yield WRITTEN, _written_out(conditions)
    yield CEL, _by_cel(conditions)
    yield ZEN, _by_zen(conditions)
    yield TRACED, _by_traced_zen(conditions)


def _written_out(conditions: list[Condition]) -> Judge:
    made: dict[str, Any] = {}
    exec(python(conditions), made)  # our own words only
    return lambda view, facts: made["judge"](facts)


def _by_cel(conditions: list[Condition]) -> Judge:
    import cel as engine

    programs = [engine.compile(cel(condition)) for condition in conditions]

    def value(program: Any, context: Facts) -> int:
        try:
            return YES if program.execute(context) else NO
        except (KeyError, RuntimeError):  # an answer that is not there
            return OPEN

    def judge(view: CaseView, facts: Facts) -> list[int]:
        context = engine.Context({"f": _plain(facts)})
        return [value(program, context) for program in programs]

    return judge


def _by_zen(conditions: list[Condition]) -> Judge:
    import zen as engine

    pairs = [tuple(map(engine.compile_expression, zen(condition))) for condition in conditions]

    def judge(view: CaseView, facts: Facts) -> list[int]:
        plain = _plain(facts)
        return [YES if yes.evaluate(plain) else NO if no.evaluate(plain) else OPEN for yes, no in pairs]

    return judge


def _by_traced_zen(conditions: list[Condition]) -> Judge:
    import zen as engine

    expressions = [
        {"id": f"{side}{number}", "key": f"{side}{number}", "value": expression}
        for number, condition in enumerate(conditions)
        for side, expression in zip("yn", zen(condition), strict=True)
    ]
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", "position": {"x": 0, "y": 0}},
        {
            "id": "law",
            "name": "law",
            "type": "expressionNode",
            "position": {"x": 1, "y": 0},
            "content": {"expressions": expressions},
        },
        {"id": "out", "name": "out", "type": "outputNode", "position": {"x": 2, "y": 0}},
    ]
    edges = [
        {"id": "1", "sourceId": "in", "targetId": "law", "type": "edge"},
        {"id": "2", "sourceId": "law", "targetId": "out", "type": "edge"},
    ]
    decision = engine.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))

    def judge(view: CaseView, facts: Facts) -> list[int]:
        found = decision.evaluate(_plain(facts), {"trace": True})["result"]
        return [YES if found[f"y{n}"] else NO if found[f"n{n}"] else OPEN for n in range(len(conditions))]

    return judge


def _plain(facts: Facts) -> Facts:
    """Lists for sets; of a day, which the engines do not take, that there is one."""
    return {
        key: sorted(value) if isinstance(value, frozenset) else value if isinstance(value, bool | str) else "day"
        for key, value in facts.items()
    }


def _rate(judge: Judge, cases: list[tuple[CaseView, Facts]]) -> Callable[[], float]:
    def once() -> float:
        begun = process_time()
        for view, facts in cases:
            judge(view, facts)
        return len(cases) / (process_time() - begun)

    return once


if __name__ == "__main__":
    print("\n".join(run()))
