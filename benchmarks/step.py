"""Measurement 3: one answer in the questionnaire and one of its pages against an empty page of the same server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from statistics import median

from benchmarks.measure import Spread, alternating, ratios
from benchmarks.process_start import CASE
from benchmarks.serving import Client, served
from pathways.law.facts import FACTS_BY_ID

ROUNDS = 12
REQUESTS = 15  # of each kind in a round
_EMPTY, _ANSWER, _PAGE = "empty page", "answer, POST with htmx", "page of a section, GET"
_EMPTY_PAGE = "/leer/"
_GOALS = {_ANSWER: "; goal at most 4 ×"}

# An adviser going through the case: a question and two answers that take turns, so that each saves something.
_ANSWERS = (
    ("current_status", ("duldung", "residence_permit")),
    ("request_kind", ("first_grant", "extension_same_title")),
    ("asylum_history", ("rejected_final", "pending")),
    ("german_level", ("b1", "a2")),
    ("exceptional_hardship_if_leaving", ("yes", "no")),
    ("state_order_match", ("no_order", "all_conditions")),
    ("hfk_stage", ("request_made", "rejected_by_hfk")),
    ("livelihood_secured", ("partly", "yes")),
)
_SECTIONS = "abcfeghdi"


def run() -> list[str]:
    """Lines of the report."""
    with served(CASE) as client:
        answers, pages = _answers(client), _pages(client)
        for _ in range(2 * len(_ANSWERS)):  # templates, caches, database file
            client.get(_EMPTY_PAGE)
            next(answers)
            next(pages)
        requests = {
            _EMPTY: lambda: client.get(_EMPTY_PAGE),
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


def _answers(client: Client) -> Iterator[float]:
    """Seconds of one answer after another."""
    for choice in cycle((1, 0)):
        for fact_id, values in _ANSWERS:
            section = FACTS_BY_ID[fact_id].section.lower()
            path = f"/faelle/{client.login.case}/fragebogen/{section}/{fact_id}/"
            yield client.post(path, {fact_id: values[choice], f"{fact_id}.proof": "", f"{fact_id}.note": ""})


def _pages(client: Client) -> Iterator[float]:
    """Seconds of one section after another."""
    for section in cycle(_SECTIONS):
        yield client.get(f"/faelle/{client.login.case}/fragebogen/{section}/")
