"""Measurement 2: the rules alone, cases a second and core; each figure from a fresh process and from a warm one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from time import process_time

from benchmarks.generated_cases import AS_OF, generated_cases
from benchmarks.machine import ROOT
from benchmarks.measure import Spread
from pathways.engine.assess import assess, verdict_of
from pathways.engine.consultation import consult, relevance_of
from pathways.engine.facts import Answers
from pathways.engine.fingerprint import law_version
from pathways.engine.report import report
from pathways.law import LAW

ROUNDS = 3
_RELEVANCE = relevance_of(LAW)


def verdicts(answers: Answers) -> None:
    """The eight verdicts and nothing else."""
    view = _RELEVANCE.view(answers, AS_OF)
    for pathway in LAW.pathways:
        verdict_of(pathway, view)


def findings(answers: Answers) -> None:
    """The eight verdicts with every finding: facts, open facts, disputes, remedies, points for and against."""
    view = _RELEVANCE.view(answers, AS_OF)
    for pathway in LAW.pathways:
        assess(pathway, view)


def whole(answers: Answers) -> None:
    """The whole assessment: findings, days on which a pathway ripens, deadlines, other routes, next questions."""
    consult(LAW, answers, AS_OF)


def as_json(answers: Answers) -> None:
    """The whole assessment as a line of JSON."""
    json.dumps(report(consult(LAW, answers, AS_OF), LAW), ensure_ascii=False, separators=(",", ":"))


# Name: what is done to a case, the number of cases, what it is called in the report, the goal a second.
_WORK: dict[str, tuple[Callable[[Answers], None], int, str, int | None]] = {
    "verdicts": (verdicts, 10_000, "eight verdicts", 5_000),
    "findings": (findings, 10_000, "eight verdicts with all findings", 2_500),
    "whole": (whole, 2_000, "whole assessment", None),
    "as_json": (as_json, 1_000, "whole assessment as JSON", None),
}


def run() -> list[str]:
    """Lines of the report."""
    fresh: dict[str, list[float]] = {name: [] for name in _WORK}
    warm: dict[str, list[float]] = {name: [] for name in _WORK}
    for _ in range(ROUNDS):
        for name in _WORK:
            first, again = _in_new_process(name)
            fresh[name].append(first)
            warm[name].append(again)
    lines = [
        f"{ROUNDS} processes each, alternating; cases a second and core (processor time), median (lowest–highest).",
        "Fresh: the first pass of a new process; warm: the same cases again. Pruning is part of every figure.",
    ]
    for name, (_, number, words, goal) in _WORK.items():
        aim = f"; goal {goal:,}" if goal else ""
        times = f"fresh {Spread.of(fresh[name]).shown(0)}, warm {Spread.of(warm[name]).shown(0)}"
        lines.append(f"{words:34} {number:6,} cases: {times}{aim}")
    return lines


def _in_new_process(name: str) -> tuple[float, float]:
    command = (sys.executable, "-m", "benchmarks.rules", name)
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=300)
    first, again = map(float, done.stdout.split())
    return first, again


def _measure(name: str) -> None:
    """Print cases a second of the first and of a second pass."""
    work, number, *_ = _WORK[name]
    cases = generated_cases(number)
    law_version(LAW)  # computed once a process, before its first case
    for _ in range(2):
        start = process_time()
        for answers in cases:
            work(answers)
        print(number / (process_time() - start))


if __name__ == "__main__":
    _measure(sys.argv[1])
