"""Where master keys come from, and what is said when they are wrong (ASVS 5.0: 11.1, 13.3)."""

from __future__ import annotations

import base64
import logging
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from advisor.vault.checks import key_problems, refuse_unsafe_start
from advisor.vault.keyring import DEMO_KEYS, keyring
from advisor.vault.master_keys import BadKeys, keys_of_lines, keys_of_list, new_entry

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper

# The same in every process: it names examples, and two processes have to share them out.
SECRET = base64.b64encode(sha256(b"an example").digest()).decode()
GOOD = f"good:{SECRET}"


def error_ids() -> set[str]:
    """The errors of the deployment check that concern keys."""
    found = {message.id for message in run_checks(include_deployment_checks=True) if message.id}
    return {name for name in found if name.startswith("vault.")}


def test_the_first_key_seals_and_all_open() -> None:
    keys = keys_of_list(f"{new_entry('new-2')}, {GOOD},", "MASTER_KEYS")
    assert list(keys) == ["new-2", "good"]


def test_a_file_may_hold_comments_and_empty_lines() -> None:
    assert list(keys_of_lines(f"# since May\r\n\r\n {GOOD} \r\n", "FILE")) == ["good"]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (SECRET, "no master key"),
        (f"Upper:{SECRET}", "no master key"),
        (f"{'x' * 33}:{SECRET}", "no master key"),
        (f":{SECRET}", "no master key"),
        (f"ümlaut:{SECRET}", "no master key"),
        ("good:", "0 bytes instead of 32"),
        ("good:not base64!", "no base64"),
        ("good:ä", "no base64"),
        (f"good:{SECRET}{SECRET}", "no base64"),
        (f"good:{base64.b64encode(bytes(range(31))).decode()}", "31 bytes instead of 32"),
        (f"good:{base64.b64encode(bytes(range(33))).decode()}", "33 bytes instead of 32"),
        (f"good:{base64.b64encode(bytes(32)).decode()}", "not random"),
        (f"{GOOD}\n{GOOD}", "there is a key 'good' already"),
        ("", "no master key in it"),
        ("# only a remark", "no master key in it"),
    ],
)
def test_wrong_keys_are_named_by_place_and_never_shown(entry: str, said: str) -> None:
    with pytest.raises(BadKeys) as caught:
        keys_of_lines(entry, "FILE")
    assert str(caught.value).startswith("FILE")
    assert said in str(caught.value)
    assert SECRET not in str(caught.value)


@given(st.text(max_size=80))
def test_any_text_is_keys_or_refused(text: str) -> None:
    for read in (keys_of_lines, keys_of_list):
        try:
            keys = read(text, "HERE")
        except BadKeys:
            continue
        assert all(len(key.secret) == 32 for key in keys.values())


def test_a_key_shows_no_secret() -> None:
    assert SECRET not in repr(keys_of_list(GOOD, "HERE"))
    assert "secret" not in repr(keys_of_list(GOOD, "HERE"))


def test_without_a_key_the_first_use_says_what_to_do(settings: SettingsWrapper) -> None:
    settings.DEMO, settings.MASTER_KEY_FILE, settings.MASTER_KEYS = False, "", ""
    with pytest.raises(ImproperlyConfigured, match=r"manage\.py masterkey --to FILE"):
        keyring()


def test_a_demonstration_has_a_key_and_anything_else_refuses_it(settings: SettingsWrapper) -> None:
    settings.DEMO, settings.MASTER_KEY_FILE, settings.MASTER_KEYS = True, "", ""
    assert keyring().first.id == "demo"
    refuse_unsafe_start()
    settings.DEMO, settings.MASTER_KEYS = False, f"{GOOD},{DEMO_KEYS.replace('demo:', 'renamed:')}"
    assert error_ids() == {"vault.E002"}
    with pytest.raises(ImproperlyConfigured, match="'renamed' is the demonstration's"):
        refuse_unsafe_start()


def test_two_sources_are_refused(key_file: Path, settings: SettingsWrapper) -> None:
    settings.MASTER_KEYS = GOOD
    with pytest.raises(ImproperlyConfigured, match="Keep one of them"):
        keyring()


def test_no_key_is_an_error_of_the_deployment_check_only(settings: SettingsWrapper) -> None:
    settings.DEMO, settings.MASTER_KEY_FILE, settings.MASTER_KEYS = False, "", ""
    assert error_ids() == {"vault.E001"}
    call_command("check", "--tag", "security")


def test_a_proper_key_file_passes(key_file: Path) -> None:
    assert error_ids() == set()
    refuse_unsafe_start()


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o606, 0o610])
def test_a_file_open_to_others_is_refused(key_file: Path, mode: int, monkeypatch: pytest.MonkeyPatch) -> None:
    key_file.chmod(mode)
    as_owned_by(key_file, 1000, monkeypatch)
    assert error_ids() == {"vault.E003"}
    with pytest.raises(ImproperlyConfigured, match=f"chmod 600 {key_file}"):
        refuse_unsafe_start()


@pytest.mark.parametrize(("mode", "problems"), [(0o400, 0), (0o440, 0), (0o444, 1), (0o460, 1)])
def test_a_credential_of_systemd_is_accepted(
    key_file: Path, mode: int, problems: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    key_file.chmod(mode)
    as_owned_by(key_file, 0, monkeypatch)
    assert len(key_problems()) == problems


def as_owned_by(path: Path, owner: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the file look like that person's; only root could give it away."""
    status = path.stat()
    fields = list(status)
    fields[4] = fields[5] = owner
    monkeypatch.setattr(Path, "stat", lambda *args, **options: type(status)(fields))


def test_a_file_that_is_missing_no_text_or_endless_is_named(tmp_path: Path, settings: SettingsWrapper) -> None:
    settings.DEMO, settings.MASTER_KEYS = False, ""
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xff\xfe\xfd")
    for path, said in (
        (tmp_path / "missing", "No such file"),
        (tmp_path, "Is a directory"),
        (binary, "no text in UTF-8"),
        (Path("/dev/zero"), "larger than 64 KiB"),
    ):
        settings.MASTER_KEY_FILE = str(path)
        with pytest.raises(ImproperlyConfigured, match=said):
            keyring()


def test_a_changed_file_is_followed(key_file: Path) -> None:
    assert list(keyring().keys) == ["old"]
    key_file.write_text(f"{GOOD}\n{key_file.read_text()}")
    assert list(keyring().keys) == ["good", "old"]


def test_an_unchanged_file_is_read_once(key_file: Path) -> None:
    assert keyring() is keyring()


def test_a_file_that_breaks_while_running_leaves_the_former_keys(
    key_file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = keyring()
    key_file.write_text("half of a ke")
    with caplog.at_level(logging.ERROR):
        assert keyring() is before
        assert keyring() is before
    assert [record.getMessage() for record in caplog.records] == [
        f"Master keys could not be read again, the former ones stay in use. MASTER_KEY_FILE {key_file}, line 1: this "
        "is no master key. Allowed is id:base64, where id is 1 to 32 of a-z, 0-9 and '-', and base64 stands for 32 "
        "random bytes (44 characters)."
    ]
    key_file.unlink()
    assert keyring() is before
    key_file.write_text(GOOD)
    assert list(keyring().keys) == ["good"]
