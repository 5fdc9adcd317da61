"""Every promise names tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/security.md").read_text(encoding="utf-8")
PARTS = re.split(r"^### ", PAGE.partition("## What is in the clear")[0], flags=re.MULTILINE)[1:]


def test_there_are_eighteen() -> None:
    assert [part.split()[0] for part in PARTS] == [str(number) for number in range(1, 19)]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.split()[0])
def test_each_names_tests_and_what_it_does_not_cover(part: str) -> None:
    assert "\nHeld by: " in part
    assert "\nNot covered: " in part
    named = re.findall(r"`(tests/[^`]+)`", part)
    assert named
    for test in named:
        path, _, function = test.partition("::")
        assert (ROOT / path).exists(), path
        if function:
            assert f"def {function}(" in (ROOT / path).read_text(encoding="utf-8"), test
