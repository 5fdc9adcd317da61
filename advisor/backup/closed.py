"""Closes a database that an installation has moved out of: whatever is not in the log has not happened there."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

from advisor.logbook.triggers import EVENTS
from advisor.web.outage import MOVED_AWAY

_NAME = "backup_moved_away"


def close(connection: BaseDatabaseWrapper) -> None:
    """From now on the log takes no line, so that no change is acknowledged by a server that was left running."""
    body = f"BEFORE INSERT ON {EVENTS}"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                f"CREATE FUNCTION {_NAME}() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{MOVED_AWAY}'; END $$"
            )
            cursor.execute(f"CREATE TRIGGER {_NAME} {body} FOR EACH ROW EXECUTE FUNCTION {_NAME}()")
        else:
            cursor.execute(f"CREATE TRIGGER {_NAME} {body} BEGIN SELECT RAISE(ABORT, '{MOVED_AWAY}'); END")


def reopen(connection: BaseDatabaseWrapper) -> bool:
    """Let the log be written again; whether it was closed."""
    closed = is_closed(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"DROP TRIGGER IF EXISTS {_NAME} ON {EVENTS}")
            cursor.execute(f"DROP FUNCTION IF EXISTS {_NAME}()")
        else:
            cursor.execute(f"DROP TRIGGER IF EXISTS {_NAME}")
    return closed


def is_closed(connection: BaseDatabaseWrapper) -> bool:
    """Whether the installation has moved out of this database."""
    table, column = ("pg_trigger", "tgname") if connection.vendor == "postgresql" else ("sqlite_master", "name")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {table} WHERE {column} = %s", [_NAME])
        return cursor.fetchone() is not None
