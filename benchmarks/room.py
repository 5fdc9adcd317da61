"""A folder to throw away with a database and a key file, and the environment in which the application uses them."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.machine import ROOT

# What the surroundings say about a real installation must not reach the measured one.
_NOT_OURS = ("DATABASE_URL", "DEBUG", "MASTER_KEYS", "SECOND_FACTOR_REQUIRED", "SESSION_IDLE_AGE")


@contextmanager
def room(without: str = "", database: str = "") -> Iterator[dict[str, str]]:
    """The environment for `benchmarks.settings`; ``without``: what of `benchmarks.without` shall stay out.

    ``database``: the address of one to use, by default a SQLite file in the folder.
    """
    with TemporaryDirectory(prefix="wegweiser-bench-") as folder:
        keys = Path(folder) / "master.keys"
        keys.touch(mode=0o600)
        keys.write_text(f"bench:{b64encode(os.urandom(32)).decode()}\n", encoding="utf-8")
        yield {
            **{name: value for name, value in os.environ.items() if name not in _NOT_OURS},
            "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
            "BENCHMARK_DATABASE": str(Path(folder) / "bench.sqlite3"),
            "BENCHMARK_WITHOUT": without,
            **({"DATABASE_URL": database} if database else {}),
            "MASTER_KEY_FILE": str(keys),
            "DEMO": "1",  # plain HTTP on this machine's own address
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "ignore:No directory at",  # static files are not collected here
        }
