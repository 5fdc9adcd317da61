"""Bad input to `manage.py assess`: exit status 2, every fault at once on stderr, nothing half-written."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pathways.engine.casefile import LARGEST_FILE
from pathways.law import LAW
from tests.command.conftest import Assess, case

Write = Callable[..., Path]


def test_all_faults_of_a_file_at_once_each_with_its_place(assess: Assess, write: Write) -> None:
    document = case(
        as_of="2026-02-30",
        reference="",
        facts={"current_status": "dulding", "birth_date": "31.12.1999", "unknown_fact": 1, "location": None},
    )
    ran = assess(write(document))
    assert ran.status == 2
    assert ran.out == ""
    assert {line.split(":")[0] for line in ran.faults} == {
        "as_of",
        "reference",
        "facts.current_status",
        "facts.birth_date",
        "facts.unknown_fact",
        "facts.location",
    }
    assert 'did you mean "duldung"?' in ran.err


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe{}",
        b'{"format": "wegweiser-case/1"}',
        b'{"format": "wegweiser-case/2", "facts": {}}',
        b'{"format": "wegweiser-case/1", "facts": {"location": "in_germany", "location": "abroad"}}',
        b'{"format": "wegweiser-case/1", "facts": {}, "as_of": NaN}',
        b"[" * 100_000,
        b" " * (LARGEST_FILE + 1),
    ],
)
def test_what_is_no_case_file(assess: Assess, raw: bytes) -> None:
    ran = assess("-", stdin=raw)
    assert ran.status == 2
    assert ran.out == ""
    assert ran.faults
    assert all(": " in line for line in ran.faults)


def test_a_fault_stays_on_one_line_and_cannot_steer_the_terminal(assess: Assess, write: Write) -> None:
    ran = assess(write(case(facts={"location": "a\u2028b\x85c\x9b1m\u202e"})))
    assert ran.status == 2
    assert len(ran.faults) == 1
    assert ran.faults[0].isprintable()


def test_wrong_use(assess: Assess, write: Write, tmp_path: Path) -> None:
    path = write(case())
    for arguments in (
        (),
        (path, "--format", "xml"),
        (path, "--format", "text", "--memo", tmp_path / "x.pdf"),
        (path, "--jsonl"),
        (tmp_path,),
        (tmp_path, "--jsonl", "--format", "text"),
        (tmp_path, "--jsonl", "--memo", tmp_path / "x.pdf"),
        (tmp_path / "missing.json",),
        (tmp_path / "missing", "--jsonl"),
        (path, "--nonsense"),
        ("a\x00b",),
    ):
        ran = assess(*arguments)
        assert ran.status == 2, arguments
        assert ran.out == ""
        assert ran.err
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file(assess: Assess, write: Write) -> None:
    path = write(case())
    path.chmod(0)
    ran = assess(path)
    assert ran.status == 2
    assert "cannot be read" in ran.err


def test_a_pdf_that_cannot_be_written_is_another_failure(
    assess: Assess, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pathways.management.command_line._memo", lambda assessed: b"%PDF")
    ran = assess(write(case()), "--memo", tmp_path / "no" / "x.pdf")
    assert ran.status == 1
    assert ran.out == ""
    target = tmp_path / "taken"
    (target / "by a folder").mkdir(parents=True)
    assert assess(write(case()), "--memo", target).status == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.json", "taken"]


def test_a_bad_case_leaves_an_older_pdf_alone(assess: Assess, write: Write, tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    target.write_bytes(b"older")
    assert assess(write(case(facts={"location": 7})), "--memo", target).status == 2
    assert target.read_bytes() == b"older"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)
fact_values = json_values | st.sampled_from(["unknown", "declined", True, "2020-02", "in_germany", ["RU"], ["none"]])
documents = st.fixed_dictionaries(
    {},
    optional={
        "format": st.just("wegweiser-case/1") | json_values,
        "facts": st.dictionaries(
            st.sampled_from([f.id for f in LAW.facts]) | st.text(max_size=9), fact_values, max_size=9
        )
        | json_values,
        "as_of": st.just("2026-01-31") | json_values,
        "reference": json_values,
        "details": json_values,
    },
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=documents)
def test_whatever_is_handed_in_is_assessed_or_refused(assess: Assess, document: Any) -> None:
    raw = json.dumps(document).encode("utf-8", "surrogatepass")
    ran = assess("-", stdin=raw)
    assert ran.status in (0, 2)
    assert bool(ran.out) is (ran.status == 0)
    assert bool(ran.faults) is (ran.status == 2)
    assert "Traceback" not in ran.err


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=200))
def test_bytes_that_mean_nothing_are_refused(assess: Assess, raw: bytes) -> None:
    ran = assess("-", stdin=raw)
    assert ran.status == 2
    assert ran.out == ""
