"""What the figures were taken on: processor, versions, revision and how busy the machine was."""

from __future__ import annotations

import os
import platform
import sqlite3
import subprocess
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def machine() -> str:
    """A few lines on the machine and the program measured."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("Django", "gunicorn", "WeasyPrint"))
    return "\n".join(
        (
            f"Processor: {_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}",
            f"Python {platform.python_version()}, {packages}, SQLite {sqlite3.sqlite_version}",
            f"Revision: {_revision()}",
            load(),
        )
    )


def load() -> str:
    """How busy the machine is; figures beside other work say less."""
    return "Load (1, 5, 15 minutes): " + ", ".join(f"{figure:.2f}" for figure in os.getloadavg())


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def _revision() -> str:
    """The commit, and whether the measured parts differ from it."""
    measured = ("advisor", "pathways", "templates", "benchmarks", "requirements.txt")
    try:
        commit = _git("rev-parse", "--short", "HEAD")
        changed = _git("status", "--porcelain", "--", *measured)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return f"{commit} with uncommitted changes" if changed else commit


def _git(*arguments: str) -> str:
    done = subprocess.run(("git", *arguments), cwd=ROOT, check=True, capture_output=True, text=True, timeout=30)
    return done.stdout.strip()
