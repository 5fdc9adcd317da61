"""Machines of a network made for one run: namespaces on a bridge, each with a cable that can be pulled out."""

from __future__ import annotations

import secrets
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from threading import Thread
from urllib.parse import urlsplit, urlunsplit

_NET = "10.213.77"


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine: where it is reached, and the words that start a command on it; none where all are this one."""

    address: str
    prefix: tuple[str, ...] = ()
    cable: str = ""

    def pull_cable(self) -> None:
        """Nothing reaches it any more and it reaches nothing, without anybody being told."""
        _ip("link", "set", self.cable, "down")

    def plug_in(self) -> None:
        """As before."""
        _ip("link", "set", self.cable, "up")


@contextmanager
def machines(number: int) -> Iterator[tuple[Machine, ...]]:
    """So many machines and this one at `.1`; without the right to make namespaces each is this machine."""
    with ExitStack() as stack:
        try:
            found = tuple(_built(stack, number))
        except (OSError, subprocess.CalledProcessError):
            found = (Machine("127.0.0.1"),) * number
        yield found


def _built(stack: ExitStack, number: int) -> Iterator[Machine]:
    run = secrets.token_hex(3)
    bridge = f"wb{run}"
    _ip("link", "add", bridge, "type", "bridge")
    stack.callback(_ip, "link", "del", bridge)
    _ip("addr", "add", f"{_NET}.1/24", "dev", bridge)
    _ip("link", "set", bridge, "up")
    for place in range(2, 2 + number):
        name, cable = f"wh{run}{place}", f"wv{run}{place}"
        _ip("netns", "add", name)
        stack.callback(_ip, "netns", "del", name)
        _ip("link", "add", cable, "type", "veth", "peer", "name", "eth0", "netns", name)
        _ip("link", "set", cable, "master", bridge, "up")
        inside = ("ip", "netns", "exec", name)
        for command in (
            ("addr", "add", f"{_NET}.{place}/24", "dev", "eth0"),
            ("link", "set", "eth0", "up"),
            ("link", "set", "lo", "up"),
        ):
            subprocess.run((*inside, "ip", *command), check=True, capture_output=True)
        yield Machine(f"{_NET}.{place}", inside, cable)


def _ip(*words: str) -> None:
    subprocess.run(("ip", *words), check=True, capture_output=True)


@contextmanager
def reachable(url: str, of: Machine) -> Iterator[str]:
    """The address of a database on this machine as other machines reach it; a forwarder stands in for its listening."""
    if not of.prefix:
        yield url
        return
    parts = urlsplit(url)
    listening = socket.create_server((f"{_NET}.1", 0))
    there = (parts.hostname or "localhost", parts.port or 5432)
    Thread(target=_accept, args=(listening, there), daemon=True).start()
    login = parts.netloc.rpartition("@")[0]
    try:
        yield urlunsplit(parts._replace(netloc=f"{login}@{_NET}.1:{listening.getsockname()[1]}"))
    finally:
        listening.close()


def _accept(listening: socket.socket, there: tuple[str, int]) -> None:
    while True:
        try:
            near, _ = listening.accept()
        except OSError:
            return
        far = socket.create_connection(there)
        for one, other in ((near, far), (far, near)):
            Thread(target=_pump, args=(one, other), daemon=True).start()


def _pump(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)
    for end in (one, other):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
