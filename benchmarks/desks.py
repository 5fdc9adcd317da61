"""People at their desks for the load: each asks one thing at a time, and knows which answers were acknowledged."""

from __future__ import annotations

import gzip
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import cycle
from random import Random
from threading import Lock
from time import monotonic, sleep
from urllib.parse import urlencode

from benchmarks import journey
from benchmarks.serving import AS_A_BROWSER, Login

IN_FLIGHT = 32  # requests on the way at once; what would come on top of them counts as not served
_PATIENCE = 60.0  # seconds
_Request = tuple[str, str, dict[str, str] | None, str]  # method, path, fields, question


@dataclass
class Desk:
    """Somebody with a case; ``acknowledged``: the last value of each answer that the page said was saved.

    ``papers_port``: of the server that writes memos, the same one or another.
    """

    port: int
    login: Login
    acknowledged: dict[str, str] = field(default_factory=dict)
    papers_port: int = 0

    def __post_init__(self) -> None:
        self._forms = journey.forms(self.login.about)
        self._pages = cycle(
            (
                "/",
                "/faelle/",
                *(f"/faelle/{self.login.about}/fragebogen/{part}/" for part in journey.SECTIONS),
                f"/faelle/{self.login.about}/ergebnis/",
            )
        )

    def request(self, kind: str) -> _Request:
        """The next one of this kind."""
        if kind == "step":
            fact_id, path, fields = next(self._forms)
            return "POST", path, fields, fact_id
        if kind == "memo":
            return "POST", f"/faelle/{self.login.about}/memo.pdf", {}, ""
        return "GET", journey.EMPTY if kind == "floor" else next(self._pages), None, ""

    def ask(self, kind: str) -> None:
        """Ask and read the whole answer; RuntimeError where it is no page, or does not say that the answer is saved."""
        method, path, fields, fact_id = self.request(kind)
        headers = {**AS_A_BROWSER, "Cookie": self.login.cookies}
        if fields is not None:
            headers |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "X-CSRFToken": self.login.csrf,
                **({"HX-Request": "true"} if fields else {}),
            }
        port = self.papers_port if kind == "memo" and self.papers_port else self.port
        connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        try:
            connection.request(method, path, urlencode(fields) if fields is not None else None, headers)
            response = connection.getresponse()
            body = response.read()
        finally:
            connection.close()
        if response.status != 200:
            raise RuntimeError(f"{method} {path}: status {response.status}")
        if fields:
            text = gzip.decompress(body) if response.headers.get("Content-Encoding") == "gzip" else body
            if f'id="saved-{fact_id}"'.encode() not in text:
                raise RuntimeError(f"{method} {path}: not acknowledged")
            self.acknowledged[fact_id] = fields[fact_id]


@dataclass
class Run:
    """What became of the requests: seconds from the moment each was due, by kind, those not served, and faults."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    spent: float = 0.0
    unserved: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def served(self) -> int:
        """How many were answered."""
        return sum(map(len, self.seconds.values()))

    @property
    def rate(self) -> float:
        """Answered requests a second."""
        return self.served / self.spent


class Crowd:
    """Everybody at their desks."""

    def __init__(self, port: int, logins: list[Login], seed: int = 20261123) -> None:
        self.desks = [Desk(port, login) for login in logins]
        self._free = deque(self.desks)
        self._lock = Lock()
        self._chance = Random(seed)
        self.half = 0.0  # requests a second

    def saturate(self, mix: dict[str, float], seconds: float, at_once: int) -> Run:
        """Closed loop: so many ask again as soon as they have their answer; what the server can do at most."""
        run, end = Run(), monotonic() + seconds

        def keep_asking(kinds: Iterator[str]) -> None:
            while monotonic() < end:
                self._one(run, next(kinds), monotonic())

        begun = monotonic()
        with ThreadPoolExecutor(at_once) as pool:
            for _ in range(at_once):
                pool.submit(keep_asking, self._kinds(mix))
        run.spent = monotonic() - begun
        return run

    def arrive(
        self, mix: dict[str, float], rate: float, seconds: float, tick: Callable[[], object] | None = None
    ) -> Run:
        """Open loop: requests come at random moments, ``rate`` a second, however long the answers take.

        ``tick`` is called about once a second.
        """
        run, kinds, waiting = Run(), self._kinds(mix), set[Future[None]]()
        begun = due = monotonic()
        last = begun
        with ThreadPoolExecutor(IN_FLIGHT) as pool:
            while due < begun + seconds:
                sleep(max(0.0, due - monotonic()))
                waiting = {each for each in waiting if not each.done()}
                kind = next(kinds)
                if len(waiting) < IN_FLIGHT:
                    waiting.add(pool.submit(self._one, run, kind, due))
                else:
                    run.unserved += 1
                if tick and monotonic() - last >= 1:
                    tick()
                    last = monotonic()
                due += self._chance.expovariate(rate)
        run.spent = monotonic() - begun
        return run

    def _kinds(self, mix: dict[str, float]) -> Iterator[str]:
        chance = Random(self._chance.random())
        while True:
            yield chance.choices(list(mix), list(mix.values()))[0]

    def _one(self, run: Run, kind: str, due: float) -> None:
        with self._lock:
            desk = self._free.popleft()
        try:
            desk.ask(kind)
            taken = monotonic() - due
            with self._lock:
                run.seconds.setdefault(kind, []).append(taken)
        except (RuntimeError, OSError) as fault:
            with self._lock:
                run.faults.append(f"{type(fault).__name__}: {fault}")
        finally:
            with self._lock:
                self._free.append(desk)
