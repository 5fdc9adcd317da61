"""What it costs to wait for the disk at each commit: `python -m tests.faults.synchronous [FOLDER]`, on SQLite.

Two servers side by side, one with `PRAGMA synchronous=NORMAL`, one with FULL; the same answer to each in turn.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.faults.browser import Browser
from tests.faults.counsellor import SECTION, filled, says_saved
from tests.faults.running import Inside, Server, environment

ROUNDS = 12
SAVES = 20  # at each server in a round
LEVELS = ("NORMAL", "FULL")
_FACT, _VALUES = "passport_state", ("valid", "expired")


class Desk:
    """Somebody at a server with one of the two levels."""

    def __init__(self, level: str, folder: Path, stack: ExitStack) -> None:
        env = environment(f"sqlite:///{folder / level}.sqlite3", folder / level) | {"FAULTS_SYNCHRONOUS": level}
        inside = Inside(env)
        stack.callback(inside.close)
        found = inside.ask("fill", "measured", 1)
        server = stack.enter_context(Server(env, workers=1))
        self._page = f"/faelle/{found['cases'][0]}/fragebogen/{SECTION}/"
        self._browser = Browser(server.port, found["cookies"][0])
        self._browser.open(self._page)
        self._saves = 0

    def save(self) -> float:
        """Seconds until an answer is acknowledged."""
        self._saves += 1
        content = [_VALUES[self._saves % 2], "told", f"Angabe {self._saves}"]
        start = perf_counter()
        page = self._browser.send_answer(f"{self._page}{_FACT}/", _FACT, filled({_FACT: content}))
        spent = perf_counter() - start
        if not says_saved(page, _FACT):
            raise RuntimeError(f"not saved: status {page.status}")
        return spent


def main() -> None:
    """Median of each round at each level, and their ratio."""
    place = sys.argv[1] if sys.argv[1:] else None
    with TemporaryDirectory(prefix="wegweiser-", dir=place) as folder, ExitStack() as stack:
        desks = {level: Desk(level, Path(folder), stack) for level in LEVELS}
        rounds = [_round(desks) for _ in range(ROUNDS + 1)][1:]  # the first one warms
    ratios = [figures["FULL"] / figures["NORMAL"] for figures in rounds]
    for level in LEVELS:
        print(f"{level:7} {median(figures[level] for figures in rounds) * 1000:6.1f} ms")
    print(f"FULL / NORMAL: {median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}), {ROUNDS} rounds of {SAVES}")


def _round(desks: dict[str, Desk]) -> dict[str, float]:
    times: dict[str, list[float]] = {level: [] for level in LEVELS}
    for number in range(SAVES):
        for level in LEVELS if number % 2 else reversed(LEVELS):
            times[level].append(desks[level].save())
    return {level: median(found) for level, found in times.items()}


if __name__ == "__main__":
    main()
