"""The two commands as an operator runs them: processes of their own, a key file, databases in files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from tests.backup.conftest import MARKER
from tests.backup.rooms import all_rows, in_file, judged, without_log

pytestmark = pytest.mark.django_db(transaction=True)


ROOT = Path(__file__).parents[2]


def manage(database: Path, key: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`manage.py` outside of any demonstration."""
    surroundings = {
        "PATH": os.environ["PATH"],
        "SECRET_KEY": "x1" * 40,
        "DATABASE_URL": f"sqlite:///{database}",
        "MASTER_KEYS": key,
    }
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, env=surroundings, cwd=ROOT, capture_output=True, text=True, timeout=120)


def test_back_up_and_restore(shelf: Path, tmp_path: Path, settings: Settings, request: pytest.FixtureRequest) -> None:
    first, second = tmp_path / "first.sqlite3", tmp_path / "second.sqlite3"
    settings.MASTER_KEYS = key = "betrieb:MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY="
    with in_file(first):
        request.getfixturevalue("offices")
        rows, cases = all_rows(), judged()
    made = manage(first, key, "backup", "--to", str(shelf))
    assert (made.returncode, made.stderr) == (0, "")
    assert "Gesichert und geprüft" in made.stdout
    (data,) = shelf.glob("*.data")
    with in_file(second):
        wrong = manage(second, key.replace("MDEy", "MDEz"), "restore", str(data))
        assert wrong.returncode == 1
        assert "anderer mit gleichem Namen" in wrong.stderr
        done = manage(second, key, "restore", str(data))
        assert (done.returncode, done.stderr) == (0, "")
        assert "cases.Case: 3" in done.stdout
        assert without_log(all_rows()) == without_log(rows)
        assert judged() == cases
        again = manage(second, key, "restore", str(data))
        assert again.returncode == 1
        assert "nicht leer" in again.stderr
    for output in (made, wrong, done, again):
        assert MARKER not in output.stdout + output.stderr
        assert "Traceback" not in output.stderr
