"""Measurement 8: many people at once; what the server can do at most, and how long they wait at parts of it."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import monotonic

from benchmarks.crowd import PEOPLE_AN_OFFICE
from benchmarks.desks import IN_FLIGHT, Crowd, Run
from benchmarks.machine import ROOT
from benchmarks.measure import Spread, alternating, ratios
from benchmarks.process_start import CASE
from benchmarks.room import room
from benchmarks.serving import Login, server_on

PEOPLE = 40
WORKERS = int(os.environ.get("BENCHMARK_WORKERS", "3"))
ROUNDS, SECONDS = 4, float(os.environ.get("BENCHMARK_SECONDS", "8"))  # of saturation, each
LASTING = float(os.environ.get("BENCHMARK_LASTING", "60"))  # seconds at half of the maximum
AT_ONCE = 8
GOAL, LONGEST = 0.6, 1.0  # of the floor's throughput; seconds
FLOOR, MIX, WITH_MEMOS = "empty page", "steps and pages", "with memos"
# Of a hundred requests; without memos the other two keep their proportion.
MIXES = {FLOOR: {"floor": 1.0}, MIX: {"step": 80, "page": 15}, WITH_MEMOS: {"step": 80, "page": 15, "memo": 5}}
MEMOS_RATE = 6  # a second, of which 5 % are memos: most of what one core can write
_SHARES = (0.25, 0.5, 0.75)  # of the maximum
_SERVER = "pg_virtualenv"


def run() -> list[str]:
    """Lines of the report; on PostgreSQL where it is there."""
    command = [sys.executable, "-m", "benchmarks.load"]
    if shutil.which(_SERVER):
        command = [_SERVER, "-t", *command]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()


def _measured() -> Iterator[str]:
    with room(database=_database()) as environment:
        logins = [Login(**each) for each in json.loads(_crowd(environment, "fill", str(PEOPLE), str(CASE)))]
        with server_on(environment, WORKERS) as (port, server):
            crowd = Crowd(port, logins)
            yield (
                f"gunicorn, {WORKERS} sync workers, {'PostgreSQL' if _database() else 'SQLite'} on the same machine, "
                f"loopback, {PEOPLE} people "
                f"with a case each, {PEOPLE_AN_OFFICE} of them in an office."
            )
            crowd.saturate({"floor": 1, "step": 80, "page": 15}, 3, AT_ONCE)  # templates, caches, connections
            yield from _most(crowd)
            yield from _lasting(crowd, server)
            yield from _with_memos(crowd, 0, "on the same server")
            with server_on(environment, 1) as (papers_port, _papers):
                yield from _with_memos(crowd, papers_port, "papers on a server of their own with one worker")
        yield from _kept(crowd, json.loads(_crowd(environment, "kept")))


def _most(crowd: Crowd) -> Iterator[str]:
    """What the server can do at most, and how long people wait at parts of that."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    begun = monotonic()
    rates = alternating(ROUNDS, {name: partial(_rate, crowd, MIXES[name]) for name in (FLOOR, MIX)})
    own = resource.getrusage(resource.RUSAGE_SELF)
    share = (own.ru_utime + own.ru_stime - used.ru_utime - used.ru_stime) / (monotonic() - begun)
    yield f"At most, {AT_ONCE} asking again as soon as they have their answer, {ROUNDS} rounds of {SECONDS:.0f} s each:"
    for name, figures in rates.items():
        yield f"  {name:18} {Spread.of(figures).shown(0)} requests/s"
    yield f"  {MIX} : {FLOOR}  {ratios(rates, MIX, FLOOR).shown(2)} times; goal at least {GOAL}"
    yield f"  The generator itself used {share:.2f} of a core meanwhile, on the machine it asks."
    yield f"Open loop: requests come at random moments, at most {IN_FLIGHT} on their way; time from when each was due."
    for name in (FLOOR, MIX):
        for part in _SHARES:
            rate = median(rates[name]) * part
            yield f"  {name:18} {part:.0%} of it: {_waits(crowd.arrive(MIXES[name], rate, SECONDS * 2))}"
    crowd.half = median(rates[MIX]) / 2


def _with_memos(crowd: Crowd, papers_port: int, where: str) -> Iterator[str]:
    """How long everybody waits where one request in twenty is a memo, which takes seconds."""
    for desk in crowd.desks:
        desk.papers_port = papers_port
    done = crowd.arrive(MIXES[WITH_MEMOS], MEMOS_RATE, SECONDS * 3)
    yield f"{WITH_MEMOS.capitalize()}, {where}, {MEMOS_RATE} requests/s coming: {_faults(done)}"
    for kind, seconds in sorted(done.seconds.items()):
        yield f"  {kind:6} {_percentiles(seconds)}"


def _lasting(crowd: Crowd, server: int) -> Iterator[str]:
    """At half of the maximum for long: the longest wait and the memory of the server."""
    memory = list[float]()
    done = crowd.arrive(MIXES[MIX], crowd.half, LASTING, lambda: memory.append(_memory(server)))
    yield f"Half of the maximum for {LASTING:.0f} s: {_waits(done)}; goal: none above {LONGEST:.0f} s"
    if memory:
        tenth = max(1, len(memory) // 10)
        tenths = [memory[place] for place in range(0, len(memory), tenth)]
        yield f"  Memory of the server, a tenth of the time apart: {', '.join(f'{m:.0f}' for m in tenths)} MiB"


def _kept(crowd: Crowd, kept: dict[str, dict[str, str]]) -> Iterator[str]:
    """RuntimeError where an answer that was acknowledged is not in the database."""
    number = 0
    for desk in crowd.desks:
        there = kept[desk.login.about.rpartition("/")[2]]
        for fact_id, value in desk.acknowledged.items():
            number += 1
            if there.get(fact_id) != value:
                raise RuntimeError(f"acknowledged {fact_id} = {value}, kept {there.get(fact_id)}")
    yield f"The last acknowledged value of each of {number} answers is in the database."


def _rate(crowd: Crowd, mix: dict[str, float]) -> float:
    run = crowd.saturate(mix, SECONDS, AT_ONCE)
    if run.faults:
        raise RuntimeError(f"{len(run.faults)} faults, the first: {run.faults[0]}")
    return run.rate


def _waits(run: Run) -> str:
    everything = [taken for seconds in run.seconds.values() for taken in seconds]
    return f"{run.rate:.0f}/s, {_percentiles(everything)}; {_faults(run)}"


def _percentiles(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    named = {"p50": 0.5, "p95": 0.95, "p99": 0.99}
    found = (f"{name} {ordered[int(len(ordered) * part)] * 1000:.0f}" for name, part in named.items())
    return f"{', '.join(found)}, longest {ordered[-1] * 1000:.0f} ms ({len(ordered)} requests)"


def _faults(run: Run) -> str:
    first = f" ({run.faults[0]})" if run.faults else ""
    return f"{run.unserved} not served, {len(run.faults)} faults{first}"


def _memory(server: int) -> float:
    """MiB that the server and its workers hold, what they share counted once."""
    workers = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    total = 0
    for process in (str(server), *workers):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / 1024


def _crowd(environment: dict[str, str], *what: str) -> str:
    command = (sys.executable, "-m", "benchmarks.crowd", *what)
    return subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def _database() -> str:
    if "PGHOST" not in os.environ:
        return ""
    user, password, port = (os.environ[name] for name in ("PGUSER", "PGPASSWORD", "PGPORT"))
    return f"postgres://{user}:{password}@localhost:{port}/{os.environ['PGDATABASE']}"


if __name__ == "__main__":
    for line in _measured():
        print(line, flush=True)
