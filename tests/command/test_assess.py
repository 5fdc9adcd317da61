"""`manage.py assess`: the form of the assessment, one case or a folder, and that it needs nothing else."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command

from tests.command.conftest import Assess, case

ROOT = Path(__file__).resolve().parents[2]
Write = Callable[..., Path]

PATHWAYS = ["p22_1", "p22_2", "p23_1", "p23a", "p25_4_1", "p25_4_2", "p25_4a_1", "p25_4a_3"]


def test_the_assessment_has_exactly_the_keys_of_the_public_form(assess: Assess, write: Write) -> None:
    ran = assess(write(case()))
    assert ran.status == 0
    assert ran.err == ""
    document = ran.json
    assert list(document) == [
        "format",
        "reference",
        "as_of",
        "law_version",
        "pathways",
        "deadlines",
        "referrals",
        "warnings",
        "next_questions",
    ]
    assert document["format"] == "wegweiser-assessment/1"
    assert document["reference"] == "M-1"
    assert document["as_of"] == "2026-11-22"
    assert [pathway["id"] for pathway in document["pathways"]] == PATHWAYS
    assert all(pathway["criteria"][0]["id"] == "g_scope" for pathway in document["pathways"])


def test_json_is_indented_readable_and_ends_with_one_line_break(assess: Assess, write: Write) -> None:
    out = assess(write(case(reference="Ä–1"))).out
    assert out.endswith("}\n")
    assert not out.endswith("\n\n")
    assert out.startswith('{\n  "format": "wegweiser-assessment/1",\n  "reference": "Ä–1"')


def test_the_same_case_gives_the_same_bytes_in_every_process(write: Write) -> None:
    path = write(case())

    def run(seed: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C", "DATABASE_URL": "sqlite:////nowhere/x"}
        environment.pop("DJANGO_SETTINGS_MODULE", None)
        environment.pop("SECRET_KEY", None)
        command = [sys.executable, "manage.py", "assess", str(path)]
        return subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True).stdout

    first = run("1")
    assert "§ 23a Abs. 1 S. 1 AufenthG".encode() in first
    assert first == run("2")


def test_it_is_one_of_the_commands_of_django(assess: Assess, write: Write) -> None:
    path = write(case())
    out = io.StringIO()
    call_command("assess", str(path), stdout=out)
    assert out.getvalue() == assess(path).out
    with pytest.raises(SystemExit) as end:
        call_command("assess", str(path.parent / "missing"), stderr=io.StringIO())
    assert end.value.code == 2


def test_a_case_without_a_day_is_judged_today(assess: Assess, write: Write) -> None:
    def today() -> str:
        return datetime.now(ZoneInfo("Europe/Berlin")).date().isoformat()

    document = case()
    del document["as_of"]
    before = today()
    found = assess(write(document)).json["as_of"]
    assert before <= found <= today()


def test_outside_every_edition_the_pathways_are_not_in_force(assess: Assess, write: Write) -> None:
    for pathway in assess(write(case(as_of="1999-01-01"))).json["pathways"]:
        assert pathway["verdict"] == "not_in_force"
        assert pathway["mode"] is None
        assert pathway["criteria"] == []


def test_standard_input(assess: Assess) -> None:
    ran = assess("-", stdin=json.dumps(case()).encode())
    assert ran.status == 0
    assert ran.json["reference"] == "M-1"


def test_details_and_notes_do_not_change_the_assessment(assess: Assess, write: Write) -> None:
    plain = assess(write(case())).out
    details = {"location": {"proof": "document_seen", "note": "Meldebescheinigung"}}
    assert assess(write(case(details=details, narrative="…", expect={}))).out == plain


def test_a_folder_gives_one_line_a_file_in_order_of_path(assess: Assess, write: Write, tmp_path: Path) -> None:
    for name in ("b/a.json", "a.json", "b.json", "c/d/e.json", "no.txt"):
        write(case(reference=name), name)
    ran = assess(tmp_path, "--jsonl")
    assert ran.status == 0
    lines = ran.out.splitlines()
    documents = [json.loads(line) for line in lines]
    assert [document["file"] for document in documents] == ["a.json", "b.json", "b/a.json", "c/d/e.json"]
    assert [document["reference"] for document in documents] == ["a.json", "b.json", "b/a.json", "c/d/e.json"]
    assert all(next(iter(document)) == "file" for document in documents)
    assert all(line == json.dumps(json.loads(line), ensure_ascii=False, separators=(",", ":")) for line in lines)


def test_a_bad_file_in_a_folder_does_not_stop_the_good_ones(assess: Assess, write: Write, tmp_path: Path) -> None:
    write(case(), "good.json")
    write(case(facts={"location": "moon", "nonsense": True}), "sub/bad.json")
    (tmp_path / "dangling.json").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.json")
    ran = assess(tmp_path, "--jsonl")
    assert ran.status == 2
    assert [json.loads(line)["file"] for line in ran.out.splitlines()] == ["good.json"]
    assert [line.split(":")[0] for line in ran.faults] == ["dangling.json", "pipe.json", "sub/bad.json", "sub/bad.json"]


def test_an_empty_folder_is_no_fault(assess: Assess, tmp_path: Path) -> None:
    ran = assess(tmp_path, "--jsonl")
    assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_the_text_names_verdict_norm_state_and_what_each_rests_on(assess: Assess, write: Write) -> None:
    ran = assess(write(case()), "--format", "text")
    assert ran.status == 0
    assert ran.out.index("FRISTEN") < ran.out.index("DIE WEGE IM ÜBERBLICK")
    for expected in (
        "Einschätzung zum Stichtag 22.11.2026",
        "§ 23a Abs. 1 S. 1 AufenthG",
        "noch offen",
        "scheidet derzeit aus",
        "nicht bekannt",
        "nicht beantwortet",
        "noch zu klären:",
        "umstritten (Nr.",
        "die einen:",
        "die anderen:",
        "Abhilfe (",
        "nicht erfüllt, wenn:",
        "ALS NÄCHSTES KLÄREN",
    ):
        assert expected in ran.out


def test_the_text_counts_deadlines_and_says_how(assess: Assess, write: Write) -> None:
    facts = {
        "location": "in_germany",
        "decision_kind": "abh_refusal_title",
        "decision_served_on": "2026-11-20",
    }
    ran = assess(write(case(facts=facts)), "--format", "text")
    assert ran.status == 0, ran.err
    assert "20.12.2026" in ran.out
    assert "gerechnet: " in ran.out
    assert "dazu 1 Monat" in ran.out


def test_the_text_cannot_steer_the_terminal(assess: Assess, write: Write) -> None:
    out = assess(write(case(reference="\x1b[2J\x9b31m\u202ex")), "--format", "text").out
    assert not set("\x1b\x9b\u202e") & set(out)
    assert "\\x1b[2J" in out
