"""A database to throw away, the process that reads it, and a gunicorn that can be killed."""

from __future__ import annotations

import base64
import json
import os
import resource
import secrets
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from threading import Lock
from time import monotonic, sleep
from typing import IO, Any

ROOT = Path(__file__).absolute().parents[2]
_PATIENCE = 60.0  # seconds


def environment(database_url: str, diary: Path) -> dict[str, str]:
    """What the server's processes are given: nothing of a demonstration, secrets made for this run."""
    inherited = {name: value for name, value in os.environ.items() if name not in ("DEMO", "DEBUG", "MASTER_KEY_FILE")}
    return {
        **inherited,
        "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
        "DATABASE_URL": database_url,
        "SECRET_KEY": secrets.token_urlsafe(50),
        "MASTER_KEYS": f"faults:{base64.b64encode(secrets.token_bytes(32)).decode()}",
        "BEHIND_TLS_PROXY": "1",
        "LOG_LEVEL": "CRITICAL",  # faults are made here by the hundred
        "FAULTS_DIARY": str(diary),
        "PYTHONWARNINGS": "ignore:No directory at",  # static files are not collected here
    }


@contextmanager
def database(folder: Path) -> Iterator[str]:
    """The address of an empty database: of the product DATABASE_URL names, otherwise an SQLite file in the folder."""
    given = os.environ.get("DATABASE_URL", "")
    if not given.startswith("postgres"):
        yield f"sqlite:///{folder / 'faults.sqlite3'}"
        return
    import psycopg

    name = f"faults_{secrets.token_hex(4)}"
    with psycopg.connect(given, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield f"{given.rpartition('/')[0]}/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


class Inside:
    """The process of `tests.faults.inside`; several threads may ask it."""

    def __init__(self, env: dict[str, str]) -> None:
        self._lock = Lock()
        self._process = subprocess.Popen(
            (sys.executable, "-m", "tests.faults.inside"),
            cwd=ROOT,
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, *order: Any) -> Any:
        """What it answers to an order; RuntimeError where it has died over it."""
        with self._lock:
            stdin, stdout = self._pipes()
            stdin.write(json.dumps(order) + "\n")
            stdin.flush()
            line = stdout.readline()
        if not line:
            raise RuntimeError(f"the process beside the server has ended at {order}")
        return json.loads(line)

    def close(self) -> None:
        """End it."""
        stdin, stdout = self._pipes()
        stdin.close()
        self._process.wait(timeout=_PATIENCE)
        stdout.close()

    def _pipes(self) -> tuple[IO[str], IO[str]]:
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise RuntimeError("started without pipes")
        return stdin, stdout


class Server:
    """A gunicorn with some workers, in a process group of its own."""

    def __init__(
        self,
        env: dict[str, str],
        *,
        application: str = "server",
        workers: int = 4,
        longest_file: int | None = None,
        address: str = "127.0.0.1",
        prefix: tuple[str, ...] = (),
    ) -> None:
        self.address, self.port = address, _free_port()
        self._env = env
        self._log = Path(env["FAULTS_DIARY"]).with_suffix(".log")
        self._command = (
            *(*prefix, sys.executable, "-m", "gunicorn", f"tests.faults.{application}:application", "--preload"),
            *("--workers", str(workers), "--bind", f"{address}:{self.port}", "--log-level", "critical"),
        )
        self._longest_file = longest_file  # bytes; beyond it every write fails, as on a full disk
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Server:
        self.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._end(signal.SIGTERM)

    def start(self) -> None:
        """Start and wait until connections are taken."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command,
                cwd=ROOT,
                env=self._env,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=self._limit,
            )
        limit = monotonic() + _PATIENCE
        while monotonic() < limit and self._process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex((self.address, self.port)) == 0:
                    return
            sleep(0.05)
        raise RuntimeError(f"the server did not start: {self._log.read_text()[-2000:]}")

    def kill_worker(self, chance: Random) -> bool:
        """SIGKILL to one worker; False where none was running."""
        workers = self._workers()
        if not workers:
            return False
        try:
            os.kill(chance.choice(workers), signal.SIGKILL)
        except ProcessLookupError:
            return False
        return True

    def kill_all(self) -> None:
        """SIGKILL to master and workers at once, then a start."""
        self._end(signal.SIGKILL)
        self.start()

    def _end(self, sent: signal.Signals) -> None:
        if self._process is None or self._process.poll() is not None:
            raise RuntimeError("the server has ended by itself")
        if sent is signal.SIGKILL:
            os.killpg(self._process.pid, sent)
        else:
            self._process.send_signal(sent)
        self._process.wait(timeout=_PATIENCE)

    def _workers(self) -> list[int]:
        master = self._process.pid if self._process else 0
        try:
            return [int(pid) for pid in Path(f"/proc/{master}/task/{master}/children").read_text().split()]
        except OSError:
            return []

    def _limit(self) -> None:
        if self._longest_file is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (self._longest_file, self._longest_file))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
