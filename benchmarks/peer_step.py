"""Measurement 10: an answer in our questionnaire against one in a wizard of django-formtools on an equal server."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from statistics import median
from time import perf_counter
from urllib.parse import urlencode

from benchmarks import journey
from benchmarks.measure import Spread, alternating, ratios
from benchmarks.process_start import CASE
from benchmarks.room import room
from benchmarks.serving import served, server_on

ROUNDS, REQUESTS = 12, 15
OURS, PEER = "Wegweiser: an answer", "django-formtools: an answer"
_MOST = 20  # questions of the peer


def run() -> list[str]:
    """Lines of the report."""
    with served(CASE) as client, room() as environment, server_on(environment, 1, _APPLICATION) as (port, _server):
        steps = {OURS: journey.answers(client), PEER: _answers(port)}
        for requests in steps.values():
            for _ in range(2 * journey.ROUND):
                next(requests)
        times = alternating(ROUNDS, {name: partial(_block, requests) for name, requests in steps.items()})
    return [
        "Each behind gunicorn with one sync worker, SQLite of its own, loopback; one client, "
        f"{ROUNDS} rounds of {REQUESTS} answers each, alternating; milliseconds, median of the rounds' medians.",
        *(f"{name:28} {Spread.of(figures).shown(1, 1000)} ms" for name, figures in times.items()),
        f"Wegweiser : django-formtools   {ratios(times, OURS, PEER).shown(2)} ×",
    ]


_APPLICATION = "benchmarks.peer_wizard"


def _block(requests: Iterator[float]) -> float:
    return median(next(requests) for _ in range(REQUESTS))


def _answers(port: int) -> Iterator[float]:
    """Seconds of one answer after another, until the page with the next question is there."""
    ask = _browser(port)
    while True:
        _spent, page = ask("GET", "")
        for step in range(_MOST):
            token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
            if token is None or f"<title>{step + 1}</title>" not in page:
                raise RuntimeError(f"question {step + 1} is not there")
            fields = {"csrfmiddlewaretoken": token[1], "questionnaire-current_step": str(step), f"{step}-answer": "1"}
            spent, page = ask("POST", urlencode(fields))
            if step < _MOST - 1:  # the last one leads to no question
                yield spent


def _browser(port: int) -> Callable[[str, str], tuple[float, str]]:
    """Asks and keeps cookies; gives the seconds and the page. RuntimeError where the status is not 200."""
    cookies = SimpleCookie()

    def ask(method: str, body: str) -> tuple[float, str]:
        begun = perf_counter()
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        sent = "; ".join(f"{name}={morsel.value}" for name, morsel in cookies.items())
        headers = {"Cookie": sent, "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, "/", body, headers)
        response = connection.getresponse()
        page = response.read().decode()
        connection.close()
        spent = perf_counter() - begun
        if response.status != 200:
            raise RuntimeError(f"{method}: status {response.status}")
        for each in response.headers.get_all("Set-Cookie") or ():
            cookies.load(each)
        return spent, page

    return ask
