"""Measurement 1: a whole `manage.py assess` and the start of a web process against Django and an empty process."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

from benchmarks.machine import ROOT
from benchmarks.measure import Spread, alternating, ratios

ROUNDS = 15
CASE = ROOT / "benchmarks" / "cases" / "tolerated_nine_years.json"
_EMPTY, _DJANGO, _ASSESS = "python -c pass", "python -c 'import django'", "manage.py assess"
_BARE, _WEB = "Django and its packages", "the web process"
# The same packages, set up as ours are, without a line of ours but the names.
_SET_UP = """
import os
os.environ["DEMO"] = "1"
from advisor.settings import INSTALLED_APPS, MIDDLEWARE, SECRET_KEY, DATABASES
from django.conf import settings
apps, middleware = (
    [each for each in names if not each.startswith(("advisor", "pathways"))] for names in (INSTALLED_APPS, MIDDLEWARE)
)
settings.configure(INSTALLED_APPS=apps, MIDDLEWARE=middleware, SECRET_KEY=SECRET_KEY, DATABASES=DATABASES)
from django.core.wsgi import get_wsgi_application
get_wsgi_application()
"""
_COMMANDS: dict[str, Sequence[str]] = {
    _EMPTY: ("-c", "pass"),
    _DJANGO: ("-c", "import django"),
    _ASSESS: (str(ROOT / "manage.py"), "assess", str(CASE)),
    _BARE: ("-c", _SET_UP),
    _WEB: ("-c", "import os; os.environ['DEMO'] = '1'; import advisor.wsgi"),
}


def run() -> list[str]:
    """Lines of the report."""
    cpu: dict[str, list[float]] = {name: [] for name in _COMMANDS}
    for arguments in _COMMANDS.values():
        _process(arguments)  # byte code and file cache
    wall = alternating(ROUNDS, {name: partial(_timed, arguments, cpu[name]) for name, arguments in _COMMANDS.items()})
    lines = [f"{len(wall[_EMPTY])} processes each, alternating; milliseconds, median (lowest–highest)"]
    for name in _COMMANDS:
        times = f"wall {Spread.of(wall[name]).shown(0, 1000)}, CPU {Spread.of(cpu[name]).shown(0, 1000)}"
        shares = f"{ratios(wall, name, _EMPTY).shown(1)} × empty (wall), {ratios(cpu, name, _EMPTY).shown(1)} × (CPU)"
        lines.append(f"{name:28} {times}; {shares}")
    lines.append(f"assess / import django: {ratios(wall, _ASSESS, _DJANGO).shown(1)} (wall)")
    lines.append(f"web process / Django and its packages: {ratios(cpu, _WEB, _BARE).shown(1)} (CPU); goal at most 1.5")
    return lines


def _timed(arguments: Sequence[str], cpu: list[float]) -> float:
    wall, used = _process(arguments)
    cpu.append(used)
    return wall


def _process(arguments: Sequence[str]) -> tuple[float, float]:
    """Seconds of the clock and of the processor that a Python process takes, output thrown away."""
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    command = [sys.executable, *arguments]
    # Byte code is kept, as on any ordinary machine.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = perf_counter()
    child = os.posix_spawn(sys.executable, command, environment, file_actions=silent)
    _, status, usage = os.wait4(child, 0)
    wall = perf_counter() - start
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"{Path(command[1]).name} {' '.join(command[2:])}: failed")
    return wall, usage.ru_utime + usage.ru_stime
