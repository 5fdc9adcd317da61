"""`manage.py assess --memo`: a PDF, whole or not at all, and nothing on standard output."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command.conftest import Assess, case


def test_the_memo_is_written_without_database_and_twice_the_same(
    assess: Assess, write: Callable[..., Path], tmp_path: Path
) -> None:
    facts = {"location": "in_germany", "federal_state": "BE"}
    path, first, second = write(case(facts=facts)), tmp_path / "1.pdf", tmp_path / "2.pdf"
    for target in (first, second):
        ran = assess(path, "--memo", target)
        assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert first.read_bytes().startswith(b"%PDF")
    assert first.read_bytes() == second.read_bytes()
    assert sorted(found.name for found in tmp_path.iterdir()) == ["1.pdf", "2.pdf", "case.json"]


def test_a_writer_that_fails_leaves_nothing_behind(
    assess: Assess, write: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathways.management.command_line._memo", lambda assessed: b"%PDF")
    monkeypatch.setattr("pathways.management.command_line.os.replace", full)
    ran = assess(write(case()), "--memo", tmp_path / "x.pdf")
    assert ran.status == 1
    assert "No space left" in ran.err
    assert [found.name for found in tmp_path.iterdir()] == ["case.json"]
