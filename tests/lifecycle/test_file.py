"""On SQLite nothing of a destroyed case is left in the file of the database or beside it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

STORY = """
import os, sys
import django
django.setup()
from datetime import timedelta
from django.core.management import call_command
from django.utils import timezone
call_command("migrate", verbosity=0)
from advisor.cases.models import Case
from tests.factories import make_user
from tests.lifecycle.full_case import full_case
from tests.lifecycle.steps import close, daily
from advisor.lifecycle.models import Reason
from advisor.lifecycle.wastebin import put_in
lead = make_user("ada")
today = timezone.localdate()
case = full_case(lead)
close(case, lead, today)
wrapped = bytes(case.key.wrapped)
sys.stdout.write(wrapped.hex())
sys.stdout.flush()
if sys.argv[1] == "destroy":
    put_in(case, Reason.REQUEST, lead, today)
    done = daily(today + timedelta(days=14))
    assert done.destroyed == [case.uuid] and done.swept
# As a killed server leaves it: nothing is tidied up on the way out.
os._exit(0)
"""


def left_in_files(folder: Path, what: str) -> tuple[bytes, bytes]:
    """What the files of a database hold after the story was told there, and the wrapped key of the case."""
    root = Path(__file__).parents[2]
    file = folder / "office.sqlite3"
    told = subprocess.run(
        [sys.executable, "-c", STORY, what],
        cwd=root,
        env={
            **os.environ,
            "DATABASE_URL": f"sqlite:///{file}",
            "DJANGO_SETTINGS_MODULE": "advisor.settings_test",
            "PYTHONPATH": str(root),
        },
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert told.returncode == 0, told.stderr.decode()
    return b"".join(path.read_bytes() for path in folder.iterdir()), bytes.fromhex(told.stdout.decode())


def test_the_file_forgets(tmp_path: Path) -> None:
    marker = b"Merkzeichen-5e20"
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    files, key = left_in_files(tmp_path / "a", "keep")
    assert marker in files
    assert key in files
    files, key = left_in_files(tmp_path / "b", "destroy")
    assert marker not in files
    assert key not in files
