"""Measurement 5: what sealing and the log cost when a case of 70 answers and four persons is opened and changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from statistics import median

from benchmarks.inside import AS_IT_IS, CASE, KINDS, PERSONS, VARIANTS, Inside, inside, key
from benchmarks.inside import ROUNDS as ROUNDS_INSIDE
from benchmarks.measure import Figures, Spread, alternating, ratios
from benchmarks.serving import Client, served

ROUNDS = 8


def run() -> list[str]:
    """Lines of the report."""
    wall, worker = _over_loopback()
    return [
        f"Case: 70 answers for each of {PERSONS} persons. A page reads one person's, as pages do so far.",
        "× without: how many times as long as the same without sealing, without the log; paired within a round.",
        "Goal: a page at most 1.5 × without sealing. Nothing is left out of the empty page: its ratios are noise.",
        "",
        *_loopback_lines(wall, worker),
        "",
        *_inside_lines(inside()),
    ]


@dataclass(slots=True)
class _Block:
    """Some requests of a kind to one of the servers; ``worker``: its processor time for one of them."""

    client: Client
    requests: Iterator[float]
    number: int
    worker: list[float]

    def seconds(self) -> float:
        """The median of the time a request takes."""
        before = self.client.worker_seconds()
        times = list(islice(self.requests, self.number))
        after = self.client.worker_seconds()
        if before is not None and after is not None:
            self.worker.append((after - before) / self.number)
        return median(times)


def _over_loopback() -> tuple[Figures, Figures]:
    """Seconds until the answer is there, and of the worker, by `key`; a server and a database for each variant."""
    with ExitStack() as servers:
        clients = {name: servers.enter_context(served(CASE, PERSONS, name)) for name in VARIANTS}
        blocks = {
            key(kind, name): _Block(clients[name], asks(clients[name]), number, [])
            for kind, (asks, number) in KINDS.items()
            for name in VARIANTS
        }
        for block in blocks.values():
            block.seconds()  # templates, and what the rules keep of what they found
            block.worker.clear()
        wall = alternating(ROUNDS, {name: block.seconds for name, block in blocks.items()})
        return wall, {name: block.worker for name, block in blocks.items()}


def _loopback_lines(wall: Figures, worker: Figures) -> Iterator[str]:
    yield f"gunicorn, 1 sync worker each, SQLite, loopback; {ROUNDS} rounds, alternating; milliseconds of the clock"
    for kind in KINDS:
        yield _line(kind, wall)
        if all(len(worker[key(kind, name)]) == ROUNDS for name in VARIANTS):
            yield _line(kind, worker, "  worker's processor")


def _inside_lines(measured: Inside) -> Iterator[str]:
    yield f"one process, Django's test client; {ROUNDS_INSIDE} rounds, alternating; milliseconds of the processor"
    for kind in KINDS:
        counts = ", ".join(
            f"{measured.queries[key(kind, name)]}{f' without {name}' if name else ''}" for name in VARIANTS
        )
        yield f"{_line(kind, measured.cpu)}; statements: {counts}"


def _line(kind: str, figures: Figures, title: str = "") -> str:
    taken = Spread.of(figures[key(kind, AS_IT_IS)]).shown(1, 1000)
    compared = ", ".join(
        f"{ratios(figures, kind, key(kind, name)).shown(2)} × without {name}" for name in VARIANTS if name
    )
    return f"{title or kind:24} {taken} ms; {compared}"
