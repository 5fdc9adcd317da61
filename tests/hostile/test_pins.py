"""What is installed is pinned: every package to one version and to the hashes of its files."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LISTS = sorted(path.name for path in ROOT.glob("requirements*.txt"))
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(\[[a-z0-9,-]+\])?==[^\s;*]+(\s*;[^\\]+)?\s*$")
HASH = re.compile(r"^--hash=sha256:[0-9a-f]{64}$")


def requirements(name: str) -> list[tuple[str, list[str]]]:
    """Every requirement of a list with what stands after it."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " --next ")
    lines = [line for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]
    return [(first, rest) for first, *rest in ([part.strip() for part in line.split("--next")] for line in lines)]


@pytest.mark.parametrize("name", LISTS)
def test_every_package_has_one_version_and_the_hashes_of_its_files(name: str) -> None:
    found = requirements(name)
    assert found
    for requirement, hashes in found:
        assert PINNED.match(requirement), requirement
        assert hashes, requirement
        assert all(map(HASH.match, hashes)), requirement


def test_nothing_is_asked_for_that_is_not_pinned() -> None:
    for name in LISTS:
        pinned = {_plain(re.split(r"[=\[]", requirement)[0]) for requirement, _ in requirements(name)}
        asked = (ROOT / name.replace(".txt", ".in")).read_text(encoding="utf-8").splitlines()
        wanted = {_plain(re.split(r"[\[<>=~; ]", line)[0]) for line in asked if line and line[0] not in "#-"}
        assert wanted <= pinned, wanted - pinned


def test_set_up_installs_by_hash_only() -> None:
    script = (ROOT / "wegweiser").read_text(encoding="utf-8")
    assert "--require-hashes --only-binary :all:" in script
    assert script.count("pip install") == 1


def test_packages_of_the_front_end_have_checksums() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    fetched = {name: entry for name, entry in packages.items() if name}
    assert fetched
    assert all(entry["integrity"].startswith("sha512-") for entry in fetched.values())


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
