"""A start that would put real cases behind what everybody knows is refused, by the process that would serve them."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from advisor.vault.keyring import DEMO_KEYS
from advisor.vault.master_keys import new_entry

ROOT = Path(__file__).parents[2]


def start(database: Path, what: str = "import advisor.wsgi", **environment: str) -> subprocess.CompletedProcess[str]:
    """Start a process as a server does, with these settings only."""
    kept = {name: os.environ[name] for name in ("PATH", "LC_ALL", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", what],
        cwd=ROOT,
        env={**kept, "DATABASE_URL": f"sqlite:///{database}", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


MANAGE = "import sys; from django.core.management import execute_from_command_line as run; run(['', *{!r}])"


def manage(database: Path, *command: str, **environment: str) -> None:
    """Run a command of `manage.py`."""
    settings = {"DJANGO_SETTINGS_MODULE": "advisor.settings", **environment}
    done = start(database, MANAGE.format(list(command)), **settings)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def safe() -> dict[str, str]:
    """Settings of a real installation."""
    return {"SECRET_KEY": secrets.token_urlsafe(50), "MASTER_KEYS": new_entry("a"), "ALLOWED_HOSTS": "w.example"}


def test_a_safe_installation_starts(tmp_path: Path, safe: dict[str, str]) -> None:
    done = start(tmp_path / "db", **safe)
    assert done.returncode == 0, done.stderr


def test_a_demonstration_starts_on_this_machine_only(tmp_path: Path) -> None:
    assert start(tmp_path / "db", DEMO="1").returncode == 0
    assert start(tmp_path / "db", DEMO="1", ALLOWED_HOSTS="localhost").returncode == 0
    for host in ("*", "127.0.0.1,wegweiser.example"):
        refused = start(tmp_path / "db", DEMO="1", ALLOWED_HOSTS=host)
        assert refused.returncode != 0, host
        assert "DEMO=1 has known passwords" in refused.stderr


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"SECRET_KEY": "demonstration-only-" + "0" * 50}, "SECRET_KEY"),
        ({"SECRET_KEY": "a" * 60}, "SECRET_KEY"),
        ({"MASTER_KEYS": ""}, "master key"),
        ({"DEBUG": "1"}, "DEBUG=1 shows keys"),
        ({"ALLOWED_HOSTS": "*"}, "believes whatever address"),
        ({"MASTER_KEYS": DEMO_KEYS}, "everybody knows"),
    ],
)
def test_known_or_missing_keys_and_open_doors_are_refused(
    tmp_path: Path, safe: dict[str, str], change: dict[str, str], word: str
) -> None:
    refused = start(tmp_path / "db", **{**safe, **change})
    assert refused.returncode != 0
    assert word in refused.stderr


def test_a_real_installation_asks_everybody_for_a_second_factor_whatever_is_set(
    tmp_path: Path, safe: dict[str, str]
) -> None:
    shown = "from django.conf import settings; print(settings.SECOND_FACTOR_REQUIRED)"
    for environment, expected in (
        (safe, "True"),
        ({**safe, "SECOND_FACTOR_REQUIRED": "0"}, "True"),
        ({"DEMO": "1"}, "False"),
        ({"DEMO": "1", "SECOND_FACTOR_REQUIRED": "1"}, "True"),
    ):
        settings = {**environment, "DJANGO_SETTINGS_MODULE": "advisor.settings"}
        assert start(tmp_path / "db", shown, **settings).stdout.strip() == expected


def test_the_accounts_of_the_demonstration_are_refused(tmp_path: Path, safe: dict[str, str]) -> None:
    database = tmp_path / "db"
    manage(database, "migrate", "-v", "0", DEMO="1")
    known = (
        "from advisor.accounts.demonstration import PASSWORD; from advisor.accounts.models import User; "
        "[User.objects.create_user(name, password=PASSWORD) for name in ('beratung', 'beratung2')]"
    )
    manage(database, "shell", "-v", "0", "-c", known, DEMO="1")
    refused = start(database, **safe)
    assert refused.returncode != 0
    assert "password of the demonstration: beratung, beratung2" in refused.stderr
    off = "from advisor.accounts.models import User; User.objects.update(is_active=False)"
    manage(database, "shell", "-v", "0", "-c", off, **safe)
    allowed = start(database, **safe)
    assert allowed.returncode == 0, allowed.stderr
