"""Writers at the same moment form one chain without gap or fork."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.db import connection, connections, transaction

from advisor.accounts.models import Office
from advisor.logbook.models import Action, Chain, Event
from advisor.logbook.record import record

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS, EACH = 6, 15


@pytest.fixture
def as_a_writer(tmp_path: Path) -> Iterator[Callable[[], None]]:
    """What a thread calls to have a connection of its own to a database that all of them share."""
    if connection.vendor == "postgresql":
        yield lambda: None
        return
    file = tmp_path / "shared.sqlite3"  # the tests' database in memory knows no waiting
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)
    mine = connections["default"]

    def connect() -> None:
        own = connections.create_connection("default")
        own.settings_dict = {**own.settings_dict, "NAME": str(file)}
        connections["default"] = own

    connect()
    yield connect
    connection.close()
    connections["default"] = mine


def test_writers_at_the_same_moment_make_one_chain(as_a_writer: Callable[[], None]) -> None:
    offices = [Office.objects.create(name=name).pk for name in ("Nord", "Süd")]
    together, faults = Barrier(WRITERS), list[BaseException]()

    def write(writer: int) -> None:
        as_a_writer()
        try:
            together.wait(timeout=30)
            for turn in range(EACH):
                with transaction.atomic():
                    record(Action.ANSWERED, by=None, office_id=[*offices, None][(writer + turn) % 3])
        except BaseException as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert faults == []
    assert Event.objects.count() == WRITERS * EACH
    for chain in Chain.objects.all():
        events = list(Event.objects.filter(office=chain.office_id).order_by("number"))
        assert [event.number for event in events] == list(range(1, chain.length + 1))
        assert all(bytes(later.previous) == bytes(earlier.digest) for earlier, later in pairwise(events))
        assert bytes(chain.head) == bytes(events[-1].digest)
