"""What the tests under fault share. They run where they are asked for: by the marker `faults` or by their folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.faults.running import Inside, database, environment


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark everything in this folder; without being asked for, leave it out."""
    mine = [item for item in items if "tests/faults/" in item.path.as_posix()]
    for item in mine:
        item.add_marker(pytest.mark.faults)
    if "faults" not in config.getoption("-m") and not any("faults" in argument for argument in config.args):
        config.hook.pytest_deselected(items=mine)
        items[:] = [item for item in items if item not in mine]


@dataclass(frozen=True, slots=True)
class House:
    """An empty database with all its tables, and the process that fills and reads it."""

    folder: Path
    env: dict[str, str]
    inside: Inside

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is a file."""
        return self.env["DATABASE_URL"].startswith("sqlite")

    @property
    def diary(self) -> Path:
        """Where killed workers have written at which moment."""
        return Path(self.env["FAULTS_DIARY"])

    def deaths(self) -> list[str]:
        """The moments of all deaths so far."""
        return self.diary.read_text().splitlines() if self.diary.exists() else []

    def read(self, case: str) -> dict[str, Any]:
        """The answers that stand in a case."""
        return dict(self.inside.ask("read", case))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A database for the tests of a module."""
    folder = tmp_path_factory.mktemp("faults")
    with database(folder) as url:
        env = environment(url, folder / "diary")
        inside = Inside(env)
        yield House(folder, env, inside)
        inside.close()
