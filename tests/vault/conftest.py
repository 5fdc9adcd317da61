"""Key files for the tests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from advisor.vault.master_keys import new_entry

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper


@pytest.fixture
def key_file(tmp_path: Path, settings: SettingsWrapper) -> Path:
    """The application's key file, with one key `old`; no demonstration."""
    path = tmp_path / "keys"
    path.write_text(new_entry("old") + "\n")
    path.chmod(0o600)
    settings.DEMO = False
    settings.MASTER_KEYS = ""
    settings.MASTER_KEY_FILE = str(path)
    return path
