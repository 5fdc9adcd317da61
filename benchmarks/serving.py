"""A gunicorn with one sync worker on the loopback, its throw-away database, and somebody logged in who asks it."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, perf_counter, sleep
from urllib.parse import urlencode

from benchmarks.machine import ROOT
from benchmarks.room import room

PORTS = range(8400, 8500)
# What makes the application compress its pages.
AS_A_BROWSER = {"Accept-Encoding": "gzip", "Sec-Fetch-Site": "same-origin"}
OURS = "advisor.wsgi"
_PATIENCE = 30.0  # seconds


@dataclass(frozen=True, slots=True)
class Login:
    """What a browser sends with every request; ``about``: the case and its first person, as addresses name them."""

    cookies: str
    csrf: str
    about: str


@dataclass(frozen=True, slots=True)
class Client:
    """A browser without a screen. A connection for each request: the sync worker closes it anyhow."""

    port: int
    login: Login
    server: int  # process id

    def worker_seconds(self) -> float | None:
        """Processor time the worker has used so far; None where the system does not tell."""
        try:
            worker = Path(f"/proc/{self.server}/task/{self.server}/children").read_text().split()[0]
            return int(Path(f"/proc/{worker}/schedstat").read_text().split()[0]) / 1e9
        except (OSError, IndexError, ValueError):
            return None

    def get(self, path: str) -> float:
        """Seconds until the whole page is there; RuntimeError where it is not 200."""
        return self._ask("GET", path, {}, None)

    def post(self, path: str, fields: dict[str, str]) -> float:
        """Seconds until the answer to a form sent as htmx does is there."""
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "HX-Request": "true",
            "X-CSRFToken": self.login.csrf,
        }
        return self._ask("POST", path, headers, urlencode(fields))

    def _ask(self, method: str, path: str, headers: dict[str, str], body: str | None) -> float:
        start = perf_counter()
        connection = HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        try:
            connection.request(method, path, body, {**AS_A_BROWSER, **headers, "Cookie": self.login.cookies})
            response = connection.getresponse()
            response.read()
        finally:
            connection.close()
        spent = perf_counter() - start
        if response.status != 200:
            raise RuntimeError(f"{method} {path}: status {response.status}")
        return spent


@contextmanager
def served(case_file: Path, persons: int = 1, without: str = "") -> Iterator[Client]:
    """The application on a free port with one case in its database; gone afterwards, database included.

    ``without``: what of `benchmarks.without` stays out.
    """
    with room(without) as environment:
        login = _filled(environment, case_file, persons)
        port = _free_port()
        with _server(environment, port) as server:
            yield Client(port, login, server)


@contextmanager
def server_on(environment: dict[str, str], workers: int, served: str = OURS) -> Iterator[tuple[int, int]]:
    """The application on a free port: that port and the id of the process whose children are the workers."""
    port = _free_port()
    with _server(environment, port, workers, served) as server:
        yield port, server


def _filled(environment: dict[str, str], case_file: Path, persons: int) -> Login:
    done = subprocess.run(
        (sys.executable, "-m", "benchmarks.filling", str(case_file), str(persons)),
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=120,
    )
    return Login(**json.loads(done.stdout))


@contextmanager
def _server(environment: dict[str, str], port: int, workers: int = 1, served: str = OURS) -> Iterator[int]:
    gunicorn = (sys.executable, "-m", "gunicorn", served, "--workers", str(workers), "--log-level", "error")
    process = subprocess.Popen((*gunicorn, "--bind", f"127.0.0.1:{port}"), cwd=ROOT, env=environment)
    try:
        _wait_for(port, process)
        yield process.pid
    finally:
        process.terminate()
        process.wait(timeout=_PATIENCE)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    limit = monotonic() + _PATIENCE
    while monotonic() < limit and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.1)
    raise RuntimeError("the server did not start")


def _free_port() -> int:
    for port in PORTS:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise RuntimeError(f"no free port from {PORTS.start} to {PORTS.stop - 1}")
