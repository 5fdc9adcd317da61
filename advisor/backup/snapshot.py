"""One moment of the database, seen while others go on writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from django.db import connection, transaction


@contextmanager
def snapshot() -> Iterator[None]:
    """Whatever is read inside shows the state at the first query; writers neither wait nor are seen.

    RuntimeError inside a transaction: it would be that one's view.
    """
    if connection.in_atomic_block:
        raise RuntimeError("a snapshot begins outside of any transaction")
    wrapper = cast(Any, connection)
    connection.ensure_connection()  # the mode of transactions is known only from then on
    if connection.vendor != "sqlite":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    # The settings ask for IMMEDIATE, which would keep every writer waiting until the back-up is done.
    usual, wrapper.transaction_mode = wrapper.transaction_mode, "DEFERRED"
    try:
        with transaction.atomic():
            yield
    finally:
        wrapper.transaction_mode = usual
