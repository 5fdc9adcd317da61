"""`manage.py assess` with what is no case file: status 2, each line names a place, nothing written; text stays text."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command.conftest import Assess, case
from tests.hostile.inputs import FAR_DAYS, NO_CASE_FILES, NO_DAYS, TEXTS

Write = Callable[..., Path]


@pytest.mark.parametrize("content", NO_CASE_FILES.values(), ids=NO_CASE_FILES)
def test_what_is_no_case_file_is_refused_and_nothing_is_written(
    assess: Assess, write: Write, tmp_path: Path, content: bytes
) -> None:
    file = write(content)
    for ran in (assess(file), assess("-", stdin=content), assess(file, "--memo", tmp_path / "memo.pdf")):
        assert ran.status == 2
        assert ran.out == ""
        assert ran.faults
        assert all(": " in line and line.isprintable() and len(line) < 1000 for line in ran.faults)
    assert os.listdir(tmp_path) == ["case.json"]


@pytest.mark.parametrize("day", NO_DAYS)
def test_what_is_no_day_is_refused_with_its_place(assess: Assess, write: Write, day: str) -> None:
    facts = {"birth_date": day} if day != "2026-01" else {"birth_date": "2026-1"}
    ran = assess(write(case(as_of=day, facts=facts)))
    assert ran.status == 2
    assert {line.split(":")[0] for line in ran.faults} == {"as_of", "facts.birth_date"}


@pytest.mark.parametrize("day", FAR_DAYS)
def test_days_at_the_ends_of_the_calendar_are_reckoned_with(assess: Assess, write: Write, day: str) -> None:
    file = write(
        case(as_of=day, facts={"birth_date": day, "decision_served_on": day, "decision_kind": "abh_refusal_title"})
    )
    for arguments in ((), ("--format", "text")):
        ran = assess(file, *arguments)
        assert (ran.status, ran.err) == (0, "")


def test_any_text_as_key_and_note_leaves_one_document_and_steers_no_terminal(assess: Assess, write: Write) -> None:
    for text in TEXTS.values():
        file = write(case(reference=text[:100] or "-", details={"location": {"note": text}}))
        assert json.loads(assess(file).out)["reference"] == (text[:100] or "-")
        shown = assess(file, "--format", "text")
        assert shown.status == 0
        assert all(sign.isprintable() or sign == "\n" for sign in shown.out)


def test_one_bad_file_among_many_spoils_only_itself(assess: Assess, write: Write, tmp_path: Path) -> None:
    for place, content in enumerate(NO_CASE_FILES.values()):
        write(content, f"bad/{place:02d}.json")
    write(case(), "good\u202e\n.json")
    ran = assess(tmp_path, "--jsonl")
    assert ran.status == 2
    (line,) = ran.out.splitlines()
    assert json.loads(line)["reference"] == "M-1"
    assert {fault.split(":")[0] for fault in ran.faults} == {f"bad/{n:02d}.json" for n in range(len(NO_CASE_FILES))}
