"""A browser behind a proxy that knows several web hosts and passes on to the next what a dead one never took."""

from __future__ import annotations

from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import count
from time import monotonic

from tests.faults.browser import Browser, NobodyThere

NAME = "wegweiser.test"  # what people type; no web host is called that
_TO_CONNECT = 1.0  # seconds
_TO_ANSWER = 8.0  # seconds; as long as nobody says anything the outcome is open
_LEFT_ALONE = 2.0  # seconds for a host that took no connection


@dataclass(slots=True)
class Front(Browser):
    """Asks the hosts in turn; ``asked``: how often each has taken a connection."""

    hosts: tuple[tuple[str, int], ...] = ()
    asked: dict[tuple[str, int], int] = field(default_factory=dict)
    _alone: dict[tuple[str, int], float] = field(default_factory=dict)
    _turn: count[int] = field(default_factory=count)

    def _headers(self) -> dict[str, str]:
        return {**Browser._headers(self), "Host": NAME, "Origin": f"https://{NAME}"}

    def _connected(self) -> HTTPConnection:
        """A connection to a host that takes one: nothing has been sent before, so that asking the next is safe."""
        first = next(self._turn)
        for place in range(len(self.hosts)):
            host = self.hosts[(first + place) % len(self.hosts)]
            if self._alone.get(host, 0.0) > monotonic():
                continue
            connection = HTTPConnection(*host, timeout=_TO_CONNECT)
            try:
                connection.connect()
            except OSError:
                self._alone[host] = monotonic() + _LEFT_ALONE
                continue
            connection.sock.settimeout(_TO_ANSWER)
            self.asked[host] = self.asked.get(host, 0) + 1
            return connection
        raise NobodyThere
