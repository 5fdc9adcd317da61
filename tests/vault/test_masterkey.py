"""The command that makes master keys."""

from __future__ import annotations

import os
import re
import stat
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from advisor.vault.master_keys import keys_of_lines


def masterkey(**options: Any) -> str:
    """What the command writes."""
    out = StringIO()
    call_command("masterkey", stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def test_a_printed_key_can_be_used_as_it_is() -> None:
    one, other = masterkey(), masterkey()
    keys = keys_of_lines(one + other, "HERE")
    assert len(keys) == len({key.secret for key in keys.values()}) == 2


def test_a_new_file_belongs_to_its_owner_alone_and_the_key_is_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    said = masterkey(to=path, id="first")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(keys_of_lines(path.read_text(), "FILE")) == ["first"]
    assert path.read_text().partition(":")[2].strip() not in said
    assert "Keep a copy apart from the server" in said


def test_a_further_key_comes_first_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    masterkey(to=path, id="first")
    path.write_text("# the first one\n" + path.read_text())
    before = path.read_text()
    said = masterkey(to=path, id="second")
    assert path.read_text().endswith("\n" + before)
    assert list(keys_of_lines(path.read_text(), "FILE")) == ["second", "first"]
    assert "manage.py rotate_keys" in said
    assert os.listdir(tmp_path) == ["keys"]


def test_a_link_to_the_file_stays_one(tmp_path: Path) -> None:
    link, path = tmp_path / "link", tmp_path / "keys"
    masterkey(to=path)
    link.symlink_to(path)
    masterkey(to=link)
    assert link.is_symlink()
    assert len(keys_of_lines(path.read_text(), "FILE")) == 2


@pytest.mark.parametrize("content", ["something else\n", "", "\xff"])
def test_a_file_of_something_else_is_left_alone(tmp_path: Path, content: str) -> None:
    path = tmp_path / "letter"
    path.write_text(content, encoding="latin-1")
    with pytest.raises(CommandError, match=re.escape(str(path))):
        masterkey(to=path)
    assert path.read_text(encoding="latin-1") == content


def test_an_id_is_not_given_twice(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    masterkey(to=path, id="first")
    before = path.read_text()
    with pytest.raises(CommandError, match="already"):
        masterkey(to=path, id="first")
    assert path.read_text() == before


@pytest.mark.parametrize("name", ["Ä", "a b", "x" * 33, "a:b", "../x"])
def test_an_id_that_is_not_allowed_is_refused(name: str) -> None:
    with pytest.raises(CommandError, match="not allowed"):
        masterkey(id=name)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    for path in (tmp_path / "missing" / "keys", Path("/proc/keys"), tmp_path):
        with pytest.raises(CommandError, match=re.escape(str(path))):
            masterkey(to=path)
    assert os.listdir(tmp_path) == []


def test_a_full_disk_leaves_the_former_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "keys"
    masterkey(to=path, id="first")
    before = path.read_text()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CommandError, match="No space left on device"):
        masterkey(to=path, id="second")
    assert path.read_text() == before
    assert os.listdir(tmp_path) == ["keys"]
