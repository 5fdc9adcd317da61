"""Moves an installation into another database, row by row as it is, and compares both before either counts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from itertools import islice
from typing import Any, NamedTuple, cast

from django.apps import apps
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, DatabaseError, IntegrityError, connections, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import Model

from advisor.backup.closed import close
from advisor.backup.faults import BackupFault
from advisor.backup.rows import REMADE, columns_of, in_order, read_row, row_with, rows_of, tables
from advisor.backup.schema import current_schema
from advisor.backup.target import clear_remade, set_sequences
from advisor.logbook.models import Action
from advisor.logbook.record import record
from advisor.settings_database import database_of

TARGET = "target"
_BATCH = 500  # rows a statement
_MODULUS = 2**256


class Sum(NamedTuple):
    """How many rows a table has and the sum of their digests, whatever order they are read in."""

    rows: int
    digest: int


def move(url: str, tell: Callable[[str], None]) -> int:
    """Bring everything into the empty database at this address and close this one; how many rows that were.

    The tables are made there first. Nobody can write here meanwhile: writers wait and are then told that nothing was
    saved. ``tell`` gets a line for each table. BackupFault: this database is as it was and the other one has no row.
    """
    with _target(url):
        current_schema()
        _prepare()
        try:
            with transaction.atomic(), transaction.atomic(using=TARGET):
                _keep_writers_out()
                vendors = f"{connections[DEFAULT_DB_ALIAS].vendor} -> {connections[TARGET].vendor}"
                record(Action.DATABASE_MOVED, by=None, office_id=None, subject=vendors)
                moved = _move_rows(tell)
                close(connections[DEFAULT_DB_ALIAS])
        except IntegrityError as fault:
            raise BackupFault(f"Die neue Datenbank nimmt eine Zeile nicht an: {fault}.") from fault
        except DatabaseError as fault:
            raise BackupFault(f"Eine der beiden Datenbanken ist nicht erreichbar oder gesperrt: {fault}.") from fault
    return moved


def _move_rows(tell: Callable[[str], None]) -> int:
    models = in_order(tables())
    clear_remade(TARGET)
    total = 0
    for model in models:
        read = _copy(model)
        if read.rows:
            tell(f"  {model._meta.label}: {read.rows}")
        written = _sum(rows_of(model, TARGET))
        if written != read:
            raise BackupFault(
                f"{model._meta.label}: In der neuen Datenbank steht nicht, was geschrieben wurde "
                f"({written.rows} statt {read.rows} Zeilen oder andere Werte). Nichts wurde umgezogen."
            )
        total += read.rows
    connections[TARGET].check_constraints()
    set_sequences(models, TARGET)
    return total


def _copy(model: type[Model]) -> Sum:
    """Write every row of a model into the other database; what was read here."""
    fields = columns_of(model)
    names = [field.attname for field in fields]
    manager = cast(Any, model._base_manager.using(TARGET))
    rows, digest = 0, 0
    source = rows_of(model)
    while some := list(islice(source, _BATCH)):
        # `_insert` is what stands behind `bulk_create`, which would set days and keys of its own.
        objects = [row_with(model, read_row(model, names, row)) for row in some]
        manager._insert(objects, fields=fields, using=TARGET, raw=True)
        part = _sum(some)
        rows, digest = rows + part.rows, (digest + part.digest) % _MODULUS
    return Sum(rows, digest)


def _sum(rows: Iterable[list[Any]]) -> Sum:
    count, digest = 0, 0
    for row in rows:
        text = json.dumps(row, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
        count, digest = count + 1, (digest + int.from_bytes(sha256(text.encode()).digest())) % _MODULUS
    return Sum(count, digest)


@contextmanager
def _target(url: str) -> Iterator[None]:
    """The other database as a connection beside the usual one."""
    try:
        wanted = database_of(url)
        connections.settings[TARGET] = connections.configure_settings({DEFAULT_DB_ALIAS: wanted})[DEFAULT_DB_ALIAS]
        connection = connections[TARGET]
    except Exception as fault:  # whatever an address that is none leads to
        raise BackupFault("Die Adresse der neuen Datenbank ist keine, wie sie in DATABASE_URL stehen kann.") from fault
    try:
        yield
    finally:
        connection.close()
        del connections[TARGET], connections.settings[TARGET]


def _prepare() -> None:
    """Make the tables there; BackupFault where it cannot be reached, or somebody has worked in it already."""
    here, there = (connections[alias].settings_dict for alias in (DEFAULT_DB_ALIAS, TARGET))
    if all(here[part] == there[part] for part in ("ENGINE", "NAME", "HOST", "PORT")):
        raise BackupFault("Das ist die Datenbank, in der die Installation schon ist.")
    try:
        if full := _full():
            raise BackupFault(f"Die neue Datenbank ist nicht leer. Belegt sind: {', '.join(full)}.")
        call_command("migrate", database=TARGET, interactive=False, verbosity=0)
    except DatabaseError as fault:
        raise BackupFault(f"Die neue Datenbank ist nicht zu gebrauchen: {fault}.") from fault


def _full() -> list[str]:
    """The tables there that hold rows, without those that `migrate` fills; whatever state they are in."""
    made = {"django_migrations", *(apps.get_model(label)._meta.db_table for label in REMADE)}
    connection = connections[TARGET]
    with connection.cursor() as cursor:
        names = sorted(set(connection.introspection.table_names(cursor)) - made)
        return [name for name in names if _has_rows(cursor, connection.ops.quote_name(name))]


def _has_rows(cursor: CursorWrapper, table: str) -> bool:
    cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")
    return cursor.fetchone() is not None


def _keep_writers_out() -> None:
    """What is read from now on is all there is; on SQLite the transaction itself is the lock."""
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor == "sqlite":
        return
    names = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in tables())
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE")
