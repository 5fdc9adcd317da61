"""Two web hosts and two workers on one PostgreSQL; while people answer, a host and a worker die and a cable is out."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from time import monotonic, sleep

import pytest

from tests.faults.browser import Browser
from tests.faults.conftest import House
from tests.faults.counsellor import Counsellor
from tests.faults.front import NAME, Front
from tests.faults.ledger import Faults
from tests.faults.network import Machine, machines, reachable
from tests.faults.running import ROOT, Server

PEOPLE, MEMOS = 6, 2
_ACT = 3.0  # seconds between what happens
_LIMIT = 120.0


class Worker:
    """`manage.py work` on a machine."""

    def __init__(self, machine: Machine, env: dict[str, str]) -> None:
        self._command, self._env = (*machine.prefix, sys.executable, "manage.py", "work"), env
        self.start()

    def start(self) -> None:
        """Begin, as the service manager would after a death."""
        self.process = subprocess.Popen(self._command, cwd=ROOT, env=self._env)

    def kill(self) -> None:
        """SIGKILL."""
        self.process.kill()
        self.process.wait()


@dataclass(frozen=True, slots=True)
class Network:
    """Web hosts and the machines of all, on one database."""

    house: House
    servers: tuple[Server, ...]
    machines: tuple[Machine, ...]
    workers: tuple[Worker, ...]

    @property
    def hosts(self) -> tuple[tuple[str, int], ...]:
        """Where the web hosts are reached."""
        return tuple((server.address, server.port) for server in self.servers)

    def front(self, cookies: dict[str, str]) -> Front:
        """A browser of somebody, through the proxy."""
        return Front(0, cookies, hosts=self.hosts)


@pytest.fixture
def network(house: House) -> Iterator[Network]:
    """Four machines: two with a web server of two workers, two with a worker for the background."""
    if house.is_sqlite:
        pytest.skip("a file is for one machine")
    house.inside.ask("setting", "SELECT 1")  # its tables are there from now on
    with ExitStack() as stack:
        four = stack.enter_context(machines(4))
        url = stack.enter_context(reachable(house.env["DATABASE_URL"], four[0]))
        env = {**house.env, "DATABASE_URL": url, "ALLOWED_HOSTS": NAME}
        servers = tuple(
            stack.enter_context(Server(env, workers=2, address=each.address, prefix=each.prefix)) for each in four[:2]
        )
        workers = tuple(Worker(each, env) for each in four[2:])
        for worker in workers:
            stack.callback(worker.kill)
        yield Network(house, servers, four, workers)


def test_a_host_and_a_worker_die_and_a_cable_is_out_under_load(network: Network) -> None:
    house = network.house
    filled = house.inside.ask("fill", "hosts", PEOPLE)
    people = [
        Counsellor(network.front(cookies), case, house.read, seed)
        for seed, (cookies, case) in enumerate(zip(filled["cookies"], filled["cases"], strict=True))
    ]
    jobs = [house.inside.ask("job", f"job{number}", MEMOS) for number in range(2)]
    for person in people:
        person.start()
    happened = _misfortunes(network, jobs)
    for person in people:
        person.ending.set()
    faults = Faults()
    for person in people:
        person.join(timeout=_LIMIT)
        assert not person.is_alive(), "somebody waits for ever"
        if person.error:
            raise person.error
        person.check()
        faults += person.faults
    _finish(network, jobs)
    seen = sum((person.seen for person in people), Counter[str]())
    acknowledged = sum(person.ledger.acknowledged() for person in people)
    print("four machines of their own" if network.machines[0].cable else "no namespaces: all on this machine")
    print(f"{happened}; answers acknowledged: {acknowledged}; {faults}; {dict(seen)}")
    assert faults == Faults()
    assert acknowledged > 50
    assert not [status for status in seen if status.startswith("status 5")], "an error page"
    # In flight when something happens is one request of each person, and one for a page.
    assert seen["broken off"] + seen["page not loaded"] <= 2 * PEOPLE * len(happened)
    for person in people:
        assert isinstance(person.browser, Front)
        assert len(person.browser.asked) == len(network.hosts), "everybody was on both hosts with the same session"
    assert [house.inside.ask("job_faults", job) for job in jobs] == [[], []]
    assert house.inside.ask("faults") == []


def _misfortunes(network: Network, jobs: list[str]) -> list[str]:
    """What happens, one after the other, while everybody works."""
    happened = ["a web host is killed", "a worker is killed"]
    sleep(_ACT)
    network.servers[0].kill_all()
    sleep(_ACT)
    limit = monotonic() + _LIMIT
    while not any(network.house.inside.ask("memos", job) for job in jobs) and monotonic() < limit:
        sleep(0.2)
    network.workers[0].kill()
    network.workers[0].start()
    if network.machines[1].cable:
        happened.append("a cable is out")
        network.machines[1].pull_cable()
        sleep(_ACT)
        network.machines[1].plug_in()
    sleep(_ACT)
    return happened


def _finish(network: Network, jobs: list[str]) -> None:
    """Wait until the jobs are over; what the killed worker had claimed is free after a while."""
    limit = monotonic() + _LIMIT
    while monotonic() < limit and any("not finished" in network.house.inside.ask("job_faults", job) for job in jobs):
        for job in jobs:
            network.house.inside.ask("abandoned", job)
        sleep(0.5)


def test_a_login_on_one_host_is_known_on_the_other(network: Network) -> None:
    cookies = network.house.inside.ask("fill", "session", 1)["cookies"][0]
    for host in network.hosts:
        assert Front(0, dict(cookies), hosts=(host,)).open("/faelle/").status == 200


def test_the_harness_finds_sessions_that_a_host_keeps_to_itself(network: Network, house: House) -> None:
    """With sessions in the memory of a process nobody is logged in anywhere else."""
    cookies = network.house.inside.ask("fill", "memory", 1)["cookies"][0]
    with Server({**house.env, "FAULTS_SESSIONS": "memory"}, workers=1) as server:
        assert Browser(server.port, dict(cookies)).open("/faelle/").status == 302
