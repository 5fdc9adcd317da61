"""Running `manage.py assess` inside the test process, where the database is out of reach."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pathways.management.command_line import main

FACTS: Mapping[str, Any] = {
    "location": "in_germany",
    "nationality": ["RU"],
    "federal_state": "NW",
    "current_status": "duldung",
    "enforceably_required_to_leave": "unknown",
    "ground_types": ["long_integration", "finish_school_or_training"],
    "birth_date": "1999-03",
    "continuous_stay_since": "2018",
}


def case(**changes: Any) -> dict[str, Any]:
    """A case file as data, with other keys or values where wanted."""
    return {"format": "wegweiser-case/1", "reference": "M-1", "as_of": "2026-11-22", "facts": dict(FACTS), **changes}


@dataclass(frozen=True)
class Ran:
    """How the command ended and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def faults(self) -> list[str]:
        return self.err.splitlines()


Assess = Callable[..., Ran]


@pytest.fixture
def assess(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Assess:
    """Run the command with these arguments and this standard input."""

    def run(*arguments: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            status = main([*map(str, arguments)])
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1
        out, err = capsys.readouterr()
        return Ran(status, out, err)

    return run


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a case file below the folder of the test."""

    def file(content: Any, name: str = "case.json") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        raw = content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode()
        path.write_bytes(raw)
        return path

    return file
