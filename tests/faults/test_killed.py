"""A server killed in the middle of writing loses no answer it has acknowledged, and keeps no half of one."""

from __future__ import annotations

from collections import Counter
from random import Random
from time import monotonic, sleep

from tests.faults.browser import Browser
from tests.faults.conftest import House
from tests.faults.counsellor import Counsellor
from tests.faults.ledger import Faults
from tests.faults.running import Inside, Server

PEOPLE = 6
KILLS = 200  # in the middle of writing
AIMLESS = 40  # at a moment nobody has chosen
WHOLE = 3  # master and workers at once
# Written to and not committed.
MID_WRITE = (*(f"write:{n}" for n in (1, 2, 3, 4)), "commit:1", "commit:2")
AFTERWARDS = ("committed:1", "committed:2", "answer", "answered")
_LIMIT = 900.0  # seconds; far beyond a busy machine, only so that a broken harness ends


def test_no_acknowledged_answer_is_lost_when_the_server_is_killed(house: House) -> None:
    before = len(house.deaths())
    with Server(house.env) as server:
        people = _people(house, server, "killed", MID_WRITE * 3 + AFTERWARDS * 2, mortality=0.6)
        aimless, whole = _kill(house, server, before)
        faults = _end(people)
    deaths = Counter(moment.split(":")[0] for moment in house.deaths()[before:])
    _print(people, deaths, aimless, whole, faults)
    assert deaths["write"] + deaths["commit"] >= KILLS
    assert sum(person.seen["broken off from outside"] for person in people) > 0, "no aimless kill has hit a request"
    assert faults == Faults(), faults
    _whole(house, people)


def test_the_harness_finds_a_server_that_acknowledges_before_it_commits(house: House) -> None:
    before = len(house.deaths())
    with Server(house.env, application="broken_server") as server:
        people = _people(house, server, "broken", ("answered",), mortality=0.4)
        limit = monotonic() + _LIMIT
        while house.deaths()[before:].count("answered") < 8 and monotonic() < limit:
            sleep(0.05)
        faults = _end(people)
    print(f"acknowledging before the commit: {faults.lost} times an acknowledged answer was seen to be lost")
    assert faults.lost > 0


def _people(house: House, server: Server, name: str, moments: tuple[str, ...], mortality: float) -> list[Counsellor]:
    filled = house.inside.ask("fill", name, PEOPLE)
    people = [
        Counsellor(
            Browser(server.port, cookies),
            case,
            house.read,
            seed,
            moments=moments,
            mortality=mortality,
        )
        for seed, (cookies, case) in enumerate(zip(filled["cookies"], filled["cases"], strict=True))
    ]
    for person in people:
        person.start()
    return people


def _kill(house: House, server: Server, before: int) -> tuple[int, int]:
    """Kill aimlessly, now and then everything, until enough have died; how many workers and how many servers."""
    chance, aimless, whole, mid_write, limit = Random(1), 0, 0, 0, monotonic() + _LIMIT
    while (mid_write < KILLS or aimless < AIMLESS or whole < WHOLE) and monotonic() < limit:
        sleep(chance.uniform(0.02, 0.2))
        mid_write = sum(moment.startswith(("write", "commit:")) for moment in house.deaths()[before:])
        # In step with the others: killed faster than they start, workers would die before they have done anything.
        if aimless * KILLS <= mid_write * AIMLESS:
            aimless += server.kill_worker(chance)
        if whole < WHOLE and (whole + 1) * KILLS < mid_write * (WHOLE + 1):
            server.kill_all()
            whole += 1
    return aimless, whole


def _end(people: list[Counsellor]) -> Faults:
    """Let everybody finish what they are at, then compare once more."""
    for person in people:
        person.ending.set()
    for person in people:
        person.join(timeout=_LIMIT)
        assert not person.is_alive(), "somebody waits for ever"
        if person.error:
            raise person.error
    faults = Faults()
    for person in people:
        person.check()
        faults += person.faults
    return faults


def _whole(house: House, people: list[Counsellor]) -> None:
    """A process that has seen nothing of it all finds every answer, and nothing wrong with the database."""
    fresh = Inside(house.env)
    for person in people:
        assert person.ledger.check(fresh.ask("read", person.case)) == Faults()
    assert fresh.ask("faults") == []
    fresh.close()


def _print(people: list[Counsellor], deaths: Counter[str], aimless: int, whole: int, faults: Faults) -> None:
    seen = sum((person.seen for person in people), Counter[str]())
    acknowledged = sum(person.ledger.acknowledged() for person in people)
    print(f"killed in mid-write: {deaths['write'] + deaths['commit']} ({dict(deaths)}); aimlessly: {aimless}, ")
    print(f"  of them in the middle of a request: {seen['broken off from outside']}; the whole server: {whole}")
    print(f"  {dict(seen)}")
    print(f"answers acknowledged: {acknowledged}; lost: {faults.lost}, torn: {faults.torn}, kept: {faults.forbidden}")
