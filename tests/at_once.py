"""Doing things at the same moment, each in a thread with a connection of its own to one shared database."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.db import connection, connections


@pytest.fixture
def own_connection(tmp_path: Path) -> Iterator[Callable[[], None]]:
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


def at_once(connect: Callable[[], None], *works: Callable[[], object]) -> list[BaseException]:
    """Do all of this at the same moment; ``connect`` is what `own_connection` gives. What they raised."""
    together, raised = Barrier(len(works)), list[BaseException]()

    def one(work: Callable[[], object]) -> None:
        connect()
        try:
            together.wait(timeout=30)
            work()
        except BaseException as fault:
            raised.append(fault)
        finally:
            connection.close()

    threads = [Thread(target=one, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return raised
