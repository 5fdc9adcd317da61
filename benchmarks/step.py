"""Measurement 3: one answer in the questionnaire and one of its pages against an empty page of the same server."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from statistics import median

from benchmarks import journey
from benchmarks.measure import Spread, alternating, ratios
from benchmarks.process_start import CASE
from benchmarks.serving import Client, served

ROUNDS = 12
REQUESTS = 15  # of each kind in a round
_EMPTY, _ANSWER, _PAGE = "empty page", "answer, POST with htmx", "page of a section, GET"
_GOALS = {_ANSWER: "; goal at most 3 ×"}


def run() -> list[str]:
    """Lines of the report."""
    with served(CASE) as client:
        answers, pages = journey.answers(client), journey.sections(client)
        for _ in range(journey.ROUND):  # templates, caches, database file
            client.get(journey.EMPTY)
            next(answers)
            next(pages)
        requests = {
            _EMPTY: lambda: client.get(journey.EMPTY),
            _ANSWER: lambda: next(answers),
            _PAGE: lambda: next(pages),
        }
        cpu: dict[str, list[float]] = {name: [] for name in requests}
        wall = alternating(
            ROUNDS, {name: partial(_block, client, request, cpu[name]) for name, request in requests.items()}
        )
    return _report(wall, cpu)


def _block(client: Client, request: Callable[[], float], cpu: list[float]) -> float:
    """The median time of some requests of a kind, in seconds; the worker's processor time for one goes to ``cpu``."""
    before = client.worker_seconds()
    times = [request() for _ in range(REQUESTS)]
    after = client.worker_seconds()
    if before is not None and after is not None:
        cpu.append((after - before) / REQUESTS)
    return median(times)


def _report(wall: dict[str, list[float]], cpu: dict[str, list[float]]) -> list[str]:
    lines = [
        f"gunicorn, 1 sync worker, SQLite, loopback; {ROUNDS} rounds of {REQUESTS} requests each, alternating.",
        "Milliseconds: median of the rounds' medians (lowest–highest); ratio to the empty page within a round.",
    ]
    for name, figures in wall.items():
        times = f"{Spread.of(figures).shown(1, 1000)} ms, {ratios(wall, name, _EMPTY).shown(1)} × empty"
        if len(cpu[name]) == len(figures):
            times += f"; worker {Spread.of(cpu[name]).shown(1, 1000)} ms, {ratios(cpu, name, _EMPTY).shown(1)} ×"
        lines.append(f"{name:24} {times}{_GOALS.get(name, '')}")
    return lines
