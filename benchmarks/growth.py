"""Measurement 10: the same pages beside a thousand cases and beside many, in an installation and in one office."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import monotonic
from typing import Any

from benchmarks.machine import ROOT
from benchmarks.measure import ratios
from benchmarks.room import room

SIZES = os.environ.get("BENCHMARK_SIZES", "1000,20000")
OFFICE_SIZES = os.environ.get("BENCHMARK_OFFICE_SIZES", "1000,20000")
PLANS = os.environ.get("BENCHMARK_PLANS", "")  # the file to write how the largest databases find what they are asked
ROUNDS = int(os.environ.get("BENCHMARK_ROUNDS", "8"))
GOAL = 1.3  # times as long as in the smallest
HEAD = """# How the database finds what pages ask

Written by the benchmark of growth (`benchmarks/plans.py`, see [performance.md](performance.md)): every statement of
its pages once more under `EXPLAIN (ANALYZE, BUFFERS)`, on PostgreSQL. Rows read: those the scans have touched, also
what a filter then left out. Blocks: of 8 KiB, from memory or disk.
"""
_SERVER = "pg_virtualenv"
_MEMORY = ("-o", "shared_buffers=512MB", "-o", "max_wal_size=8GB")


def run() -> list[str]:
    """Lines of the report, from a cluster of PostgreSQL to throw away; SQLite where it is not there."""
    command = [sys.executable, "-m", "benchmarks.growth"]
    if shutil.which(_SERVER):
        command = [_SERVER, "-t", *_MEMORY, *command]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()


@dataclass(frozen=True, slots=True)
class Size:
    """A database with so many cases."""

    cases: int
    one_office: bool

    @property
    def name(self) -> str:
        """What it is called in the report and, on PostgreSQL, the database."""
        return f"{'office' if self.one_office else 'cases'}_{self.cases}"


@dataclass(slots=True)
class Asker:
    """A process that asks the application beside so many cases."""

    process: subprocess.Popen[str]

    def say(self, *words: str) -> Any:
        """What it answers."""
        assert self.process.stdin
        assert self.process.stdout
        print(*words, file=self.process.stdin, flush=True)
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"no answer to {words}")
        return json.loads(line)


def _measured() -> Iterator[str]:
    kind = "PostgreSQL, shared_buffers 512 MB" if "PGHOST" in os.environ else "SQLite"
    yield f"{kind}; one process for each size with Django's test client; {ROUNDS} rounds, every page of every size in"
    yield "each. Milliseconds of the clock, median (95 % within); × : as long as beside the fewest cases, paired in a"
    yield f"round, median (lowest–highest); goal at most {GOAL}. Offices have ten counsellors."
    if PLANS and "PGHOST" in os.environ:
        Path(PLANS).write_text(HEAD, encoding="utf-8")
    with room() as environment:
        for sizes, one_office in ((SIZES, False), (OFFICE_SIZES, True)):
            if sizes:
                yield ""
                wanted = [Size(int(cases), one_office) for cases in sizes.split(",")]
                yield "All in one office:" if one_office else "Offices of 1,000 cases; asked in the first:"
                yield from _grown(environment, wanted)


def _grown(environment: dict[str, str], sizes: list[Size]) -> Iterator[str]:
    with ExitStack() as stack:
        askers = {}
        for size in sizes:
            own = {**environment, "DATABASE_URL": _database(environment, size)}
            begun = monotonic()
            _fill(own, size)
            yield f"  {size.cases:,} cases made in {monotonic() - begun:.0f} s; {_space(own['DATABASE_URL'])}"
            askers[size.name] = stack.enter_context(_asker(own))
        kinds: list[str] = next(iter(askers.values())).say("kinds")
        counted = {name: asker.say("statements") for name, asker in askers.items()}
        figures = _rounds(askers, kinds)
        for kind in kinds:
            yield from _lines(kind, figures[kind], {name: counted[name][kind] for name in askers})
        if PLANS and "PGHOST" in os.environ:
            largest = sizes[-1]
            text = askers[largest.name].say("plans", f"{largest.cases:,} cases{' in one office' * largest.one_office}")
            with Path(PLANS).open("a", encoding="utf-8") as file:
                file.write(text)
            yield f"  plans written to {PLANS}"


def _rounds(askers: dict[str, Asker], kinds: list[str]) -> dict[str, dict[str, list[list[float]]]]:
    """Seconds by page and size, a list for each round."""
    found: dict[str, dict[str, list[list[float]]]] = {kind: {name: [] for name in askers} for kind in kinds}
    for turn in range(-1, ROUNDS):  # the first for templates, caches and what the rules keep
        for kind in kinds:
            for name in list(askers)[:: 1 if turn % 2 == 0 else -1]:
                seconds = askers[name].say("ask", kind)
                if turn >= 0:
                    found[kind][name].append(seconds)
    return found


def _lines(kind: str, figures: dict[str, list[list[float]]], statements: dict[str, int]) -> Iterator[str]:
    smallest = next(iter(figures))
    middles = {name: [median(block) for block in blocks] for name, blocks in figures.items()}
    parts = []
    for name, blocks in figures.items():
        everything = sorted(seconds for block in blocks for seconds in block)
        late = everything[min(len(everything) - 1, int(0.95 * len(everything)))]
        part = f"{median(everything) * 1000:.1f} ({late * 1000:.1f})"
        if name != smallest:
            times = ratios(middles, name, smallest)
            part += f" {times.shown(2)} ×{' MISSED' if times.middle > GOAL else ''}"
        parts.append(part)
    counts = set(statements.values())
    said = f"{counts.pop()} statements" if len(counts) == 1 else f"STATEMENTS DIFFER {statements}"
    yield f"  {kind:34} {' | '.join(parts)}; {said}"


def _fill(environment: dict[str, str], size: Size) -> None:
    command = [sys.executable, "-m", "benchmarks.generate", "--cases", str(size.cases)]
    command += ["--one-office"] * size.one_office
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def _asker(environment: dict[str, str]) -> Iterator[Asker]:
    command = (sys.executable, "-m", "benchmarks.asking")
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, text=True)
    try:
        yield Asker(process)
    finally:
        assert process.stdin
        process.stdin.close()
        process.wait(timeout=60)


def _database(environment: dict[str, str], size: Size) -> str:
    """The address of a database of its own; made where the cluster has to be told."""
    if "PGHOST" not in os.environ:
        return f"sqlite:///{Path(environment['BENCHMARK_DATABASE']).with_name(size.name)}.sqlite3"
    import psycopg

    with psycopg.connect(dbname=os.environ["PGDATABASE"], autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {size.name}")  # type: ignore[arg-type]
    user, password, host, port = (os.environ[name] for name in ("PGUSER", "PGPASSWORD", "PGHOST", "PGPORT"))
    return f"postgres://{user}:{password}@{host}:{port}/{size.name}"


def _space(address: str) -> str:
    if address.startswith("sqlite:"):
        return f"{Path(address.removeprefix('sqlite:///')).stat().st_size / 2**30:.2f} GiB"
    import psycopg

    with psycopg.connect(address) as connection:
        row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
    assert row
    return f"{row[0] / 2**30:.2f} GiB"


if __name__ == "__main__":
    for line in _measured():
        print(line, flush=True)
