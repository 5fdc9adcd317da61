"""Part of measurement 7: one process judges very many cases, no two alike, and the memory it holds on the way."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, process_time
from typing import TYPE_CHECKING

from benchmarks.machine import ROOT
from benchmarks.room import room
from pathways.engine.relevance import KEPT_COMBINATIONS

if TYPE_CHECKING:
    from pathways.engine.lawbook import Lawbook

CASES = int(os.environ.get("BENCHMARK_MANY", "0"))  # 0: this part is left out
# Bounds to try one by one.
KEPT = [int(number) for number in os.environ.get("BENCHMARK_KEPT", str(KEPT_COMBINATIONS)).split(",")]
GOAL = 100  # cases a second and core
_PARTS = 10  # times the memory is looked at
_SERVER = "pg_virtualenv"


def run() -> list[str]:
    """Lines of the report, on PostgreSQL where it is there."""
    command = [sys.executable, "-m", "benchmarks.rescreen_many"]
    if shutil.which(_SERVER):
        command = [_SERVER, "-t", *command]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()


def _all() -> Iterator[str]:
    with room(database=_database()) as environment:
        if not _database():
            environment["DATABASE_URL"] = f"sqlite:///{environment['BENCHMARK_DATABASE']}"
        begun = monotonic()
        generating = ("-m", "benchmarks.generate", "--cases", str(CASES), "--distinct")
        subprocess.run((sys.executable, *generating), cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
        yield ""
        yield f"{CASES:,} open cases, no two alike, in offices of 1,000; made in {monotonic() - begun:.0f} s. A process"
        yield "judges all of them, office after office: cases a second of its processor, MiB it holds after each tenth."
        yield f"Goals: at least {GOAL} cases/s, memory flat from the first tenth to the last."
        # By another law and back, so that the next bound finds what this one found; the first pass of all only has
        # nothing to compare with.
        for bound in KEPT:
            command = (sys.executable, "-m", "benchmarks.rescreen_many", str(bound))
            done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)
            yield from done.stdout.splitlines()


def _one(bound: int) -> Iterator[str]:
    """The passes of one process that keeps so many combinations of answers for a criterion or question."""
    import django

    django.setup()
    from advisor.accounts.models import Office
    from benchmarks.rescreen import other_law
    from pathways.engine import findings, relevance
    from pathways.law import LAW

    findings.KEPT_COMBINATIONS = relevance.KEPT_COMBINATIONS = bound
    offices = list(Office.objects.order_by("pk"))
    for name, law in (("another law", other_law()), ("our law", LAW)):
        yield f"  {bound} combinations kept, {name:11} {_passed(offices, law)}"


def _passed(offices: list, law: Lawbook) -> str:
    from django.utils import timezone

    from advisor.rescreen.progress import progress_of
    from advisor.rescreen.tasks import run_through

    memory, judged = [], 0
    begun = process_time()
    for place, office in enumerate(offices, start=1):
        progress = progress_of(run_through(office, timezone.now(), law))
        if progress.broken:
            raise RuntimeError(f"not every case was judged: {progress}")
        judged += progress.cases
        if place * _PARTS // len(offices) > (place - 1) * _PARTS // len(offices):
            memory.append(_memory())
    if judged != CASES:
        raise RuntimeError(f"{judged} cases judged, not {CASES}")
    rate = judged / (process_time() - begun)
    told = ", ".join(f"{each:.0f}" for each in memory)
    return f"{rate:,.0f} cases/s; {told} MiB ({memory[-1] / memory[0]:.2f} times)"


def _memory() -> float:
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def _database() -> str:
    if "PGHOST" not in os.environ:
        return ""
    user, password, host, port = (os.environ[name] for name in ("PGUSER", "PGPASSWORD", "PGHOST", "PGPORT"))
    return f"postgres://{user}:{password}@{host}:{port}/{os.environ['PGDATABASE']}"


if __name__ == "__main__":
    for line in _one(int(sys.argv[1])) if sys.argv[1:] else _all():
        print(line, flush=True)
