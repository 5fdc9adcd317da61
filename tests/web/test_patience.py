"""A long paper on a busy machine is waited for: by gunicorn, and by every proxy the documents describe."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_PAPER = 20  # seconds of a core
SHARED_BY = 4  # papers written at once for each core


def served_with() -> dict[str, str]:
    """Settings of gunicorn as the documents start it, by name."""
    command = [sys.executable, "-m", "gunicorn", "advisor.wsgi", "--check-config", "--print-config"]
    found = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    lines = (line.partition("=") for line in found.stdout.splitlines())
    return {name.strip(): value.strip() for name, _, value in lines}


def test_no_worker_is_killed_over_a_paper_that_others_slow_down() -> None:
    assert int(served_with()["timeout"]) >= LONGEST_PAPER * SHARED_BY


@pytest.mark.parametrize("page", ["betrieb.md", "deployment.md"])
def test_proxies_wait_for_papers_as_long_as_the_server(page: str) -> None:
    said = (ROOT / "docs" / page).read_text(encoding="utf-8")
    waits = re.findall(r"proxy_read_timeout (\d+)s;", said)
    assert set(waits) == {served_with()["timeout"]}


def test_where_one_server_does_everything_its_proxy_waits_too() -> None:
    said = (ROOT / "docs" / "betrieb.md").read_text(encoding="utf-8")
    assert said.count("proxy_read_timeout ") == said.count("proxy_pass ")
