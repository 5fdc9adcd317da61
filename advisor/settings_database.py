"""How a database is connected to, whichever it is; part of `advisor.settings`."""

from __future__ import annotations

from typing import Any

import environ

SQLITE = "django.db.backends.sqlite3"


def database_of(url: str) -> dict[str, Any]:
    """Django's settings for the database at an address like sqlite:////file or postgres://name:password@host/name."""
    found: dict[str, Any] = environ.Env.db_url_config(url)
    if found["ENGINE"] == SQLITE:
        found.setdefault("OPTIONS", {}).update(
            # A write that starts as a read cannot wait for the lock; IMMEDIATE takes it at once.
            transaction_mode="IMMEDIATE",
            timeout=20,
            # FULL: what was acknowledged has reached the disk, and outlives a power cut.
            init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        )
    else:
        found.setdefault("CONN_HEALTH_CHECKS", True)
        # As on SQLite nobody waits longer for a lock: 20 seconds, then nothing is saved and the page says so.
        found.setdefault("OPTIONS", {}).setdefault("options", "-c lock_timeout=20s")
    # Closing the last SQLite connection writes the log back and waits for the disk; a request should not have to.
    found.setdefault("CONN_MAX_AGE", 60)
    return found
