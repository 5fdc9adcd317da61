"""A worker killed in the middle of a job: the next goes on, every memo is there once, and the log agrees."""

from __future__ import annotations

import subprocess
import sys

from tests.faults.conftest import House
from tests.faults.running import ROOT

CASES = 3
# In the middle of keeping a memo, before that is committed, and after it.
MOMENTS = ("write:10", "commit:4", "committed:4")


def test_a_killed_worker_makes_nothing_twice_and_loses_nothing(house: House) -> None:
    job = house.inside.ask("job", "worker", CASES)
    before, counts = len(house.deaths()), []
    for moment in (*MOMENTS, ""):
        done = subprocess.run(
            (sys.executable, "-m", "tests.faults.worker", moment), cwd=ROOT, env=house.env, timeout=120
        )
        assert (done.returncode < 0) is bool(moment), f"{moment}: {done.returncode}"
        counts.append(house.inside.ask("memos", job))
        # Three minutes later.
        house.inside.ask("later", job)
    assert house.deaths()[before:] == list(MOMENTS)
    print(f"memos kept after each death: {counts}")
    assert counts[0] == 0
    assert any(0 < count < CASES for count in counts), "a worker has died between two memos"
    assert counts[-1] == CASES
    assert house.inside.ask("job_faults", job) == []
    assert house.inside.ask("faults") == []
