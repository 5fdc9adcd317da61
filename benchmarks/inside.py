"""Asks the application within its own process: processor time of a page and its queries, with and without parts."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from itertools import islice
from statistics import median_high
from time import process_time
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from benchmarks import journey
from benchmarks.machine import ROOT
from benchmarks.measure import alternating
from benchmarks.room import room

if TYPE_CHECKING:
    from django.test import Client

ROUNDS = 8
PERSONS = 4
CASE = ROOT / "benchmarks" / "cases" / "seventy_answers.json"

# What is asked for: its name, who asks, and how often in a round: each section once, an answer until all is as before.
Asks = Callable[[journey.Browser], Iterator[float]]
KINDS: dict[str, tuple[Asks, int]] = {
    "empty page": (journey.nothing, len(journey.SECTIONS)),
    "page of a section": (journey.sections, len(journey.SECTIONS)),
    "same, four persons read": (journey.sections_of_all, len(journey.SECTIONS)),
    "result": (journey.results, 4),
    "answer saved": (journey.answers, journey.ROUND),
}
AS_IT_IS = ""
VARIANTS = (AS_IT_IS, "sealing", "log")  # as it is, and without what is named


@dataclass(frozen=True, slots=True)
class Inside:
    """By `key`: seconds of the processor for one request, and statements to the database, BEGIN and COMMIT included."""

    cpu: dict[str, list[float]]
    queries: dict[str, int]


def key(kind: str, without: str = AS_IT_IS) -> str:
    """The name of a figure."""
    return f"{kind} without {without}" if without else kind


def inside() -> Inside:
    """Measured in a process of its own, where Django may be set up."""
    with room() as environment:
        command = (sys.executable, "-m", "benchmarks.inside")
        done = subprocess.run(
            command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True, timeout=600
        )
    return Inside(**json.loads(done.stdout))


@dataclass(frozen=True, slots=True)
class _Login:
    cookies: str
    csrf: str
    about: str


@dataclass(frozen=True, slots=True)
class _Browser:
    """Django's test client with the middleware of the installation, CSRF included."""

    client: Client
    login: _Login

    def get(self, path: str) -> float:
        """Seconds of the processor for a page."""
        return self._ask("GET", path, "", {})

    def post(self, path: str, fields: dict[str, str]) -> float:
        """Seconds of the processor for a form sent as htmx does."""
        return self._ask("POST", path, urlencode(fields), {"HX-Request": "true", "X-CSRFToken": self.login.csrf})

    def _ask(self, method: str, path: str, body: str, headers: dict[str, str]) -> float:
        headers = {**headers, "Cookie": self.login.cookies}
        start = process_time()
        response = self.client.generic(method, path, body, "application/x-www-form-urlencoded", headers=headers)
        spent = process_time() - start
        if response.status_code != 200:
            raise RuntimeError(f"{method} {path}: status {response.status_code}")
        return spent


@dataclass(slots=True)
class _Block:
    """Some requests of a kind, asked while a part of the application stays out."""

    without: Callable[[], AbstractContextManager[None]]
    requests: Iterator[float]
    number: int

    def seconds(self) -> float:
        """Processor time of one request, on average."""
        with self.without():
            return sum(islice(self.requests, self.number)) / self.number

    def queries(self) -> int:
        """Statements of one request; the middle, since once a minute a session notes that it is in use."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        counted = []
        with self.without():
            for _ in range(self.number):
                with CaptureQueriesContext(connection) as captured:
                    next(self.requests)
                counted.append(len(captured))
        return median_high(counted)


def _measure() -> Inside:
    """Only called where Django may be set up."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    call_command("migrate", verbosity=0)
    blocks = _blocks()
    for block in blocks.values():
        block.seconds()  # templates, and what the rules keep of what they found
    queries = {name: block.queries() for name, block in blocks.items()}
    return Inside(alternating(ROUNDS, {name: block.seconds for name, block in blocks.items()}), queries)


def _blocks() -> dict[str, _Block]:
    """What is measured; each variant has a case of its own, all of the same person."""
    from django.test import Client

    from benchmarks import filling
    from benchmarks.without import WITHOUT

    user = filling.make_user()
    login = filling.login(user)
    browsers = {}
    for name in VARIANTS:
        with WITHOUT[name]():
            about = filling.make_case(user, CASE, PERSONS, f"Messung {name}")
        browsers[name] = _Browser(Client(enforce_csrf_checks=True), _Login(**login, about=about))
    return {
        key(kind, name): _Block(WITHOUT[name], asks(browsers[name]), number)
        for kind, (asks, number) in KINDS.items()
        for name in VARIANTS
    }


if __name__ == "__main__":
    json.dump(asdict(_measure()), sys.stdout)
