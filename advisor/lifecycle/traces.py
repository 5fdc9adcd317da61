"""What deleted rows leave behind in the files of the database, and getting rid of it."""

from __future__ import annotations

import logging
from typing import Any

from django.db import OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper

from advisor.cases.models import Case
from advisor.vault.models import DataKey

_PATIENCE = "5s"  # how long everybody else may wait behind us for a table
_logger = logging.getLogger(__name__)


def overwrite_from_now_on(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Have SQLite fill what is deleted or replaced on this connection with zeros; a receiver for new connections."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def sweep() -> bool:
    """Drop what the database files still hold of deleted rows; False where somebody was in the way.

    SQLite: write the log back into the file and empty it. PostgreSQL: write the tables of keys and cases anew. Neither
    reaches back-ups, copies of the disk or what PostgreSQL has archived of its log; there the destroyed key counts.
    """
    if connection.in_atomic_block:
        return False
    try:
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                return not cursor.fetchone()[0]
            cursor.execute("SELECT set_config('lock_timeout', %s, false)", [_PATIENCE])
            try:
                for model in (DataKey, Case):
                    cursor.execute(f"VACUUM (FULL) {connection.ops.quote_name(model._meta.db_table)}")
            finally:
                cursor.execute("RESET lock_timeout")
    except OperationalError as error:
        _logger.warning("traces of deleted rows stay until the next run: %s", type(error).__name__)
        return False
    return True
