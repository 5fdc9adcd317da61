"""A back-up shows one moment while people go on working, and nobody waits for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
from django.db import connection, transaction

from advisor.accounts.models import Office, RoleGrant, User
from advisor.backup import save
from advisor.backup.load import restore
from advisor.backup.save import back_up
from advisor.backup.snapshot import snapshot
from tests.backup.rooms import empty_database, in_file
from tests.factories import make_user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def write(tmp_path: Path) -> Iterator[Callable[[str], None]]:
    """Runs a statement on a connection of its own and commits it at once, waiting for nobody."""

    def on_file(statement: str) -> None:
        other = sqlite3.connect(tmp_path / "busy.sqlite3", timeout=0, isolation_level=None)
        other.execute(statement)
        other.close()

    def on_server(statement: str) -> None:
        faults = []

        def run() -> None:
            try:
                with connection.cursor() as cursor:
                    cursor.execute("SET lock_timeout = '1s'")
                    cursor.execute(statement)
            except Exception as fault:
                faults.append(fault)
            finally:
                connection.close()

        thread = Thread(target=run)
        thread.start()
        thread.join()
        assert not faults

    if connection.vendor == "sqlite":
        with in_file(tmp_path / "busy.sqlite3"):
            yield on_file
    else:
        yield on_server


def test_what_is_written_meanwhile_is_not_in_it_and_does_not_wait(
    shelf: Path, write: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    make_user("da", "Vorher")
    usual, seen = save.sealed_rows_of, []

    def with_writers(model: type) -> Iterator[list]:
        if model in (Office, User, RoleGrant):
            seen.append(model)
            write(f"INSERT INTO accounts_office (name) VALUES ('Während {len(seen)}')")
            write("UPDATE accounts_office SET name = 'Umbenannt' WHERE name = 'Vorher'")
            write("DELETE FROM accounts_rolegrant")
        yield from usual(model)

    monkeypatch.setattr(save, "sealed_rows_of", with_writers)
    made = back_up(shelf)
    assert len(seen) == 3
    assert set(Office.objects.values_list("name", flat=True)) == {"Umbenannt", "Während 1", "Während 2", "Während 3"}
    empty_database()
    restore(made.data, made.keys)
    assert list(Office.objects.values_list("name", flat=True)) == ["Vorher"]
    assert RoleGrant.objects.count() == 1


def test_a_snapshot_is_not_somebody_elses_transaction() -> None:
    with transaction.atomic(), pytest.raises(RuntimeError), snapshot():
        pass
    with snapshot():
        assert not Office.objects.exists()
    Office.objects.create(name="danach")
    with pytest.raises(RuntimeError, match="nothing left behind"), snapshot():
        raise RuntimeError("nothing left behind")
    Office.objects.create(name="auch danach")
