"""What makes the database itself refuse to change the log: triggers for SQLite and for PostgreSQL.

SQLite loses the triggers of a table when a migration rebuilds it; a migration that changes one of the two tables
therefore ends with `install` again.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

EVENTS, CHAINS = "logbook_event", "logbook_chain"
REFUSED = "the log is append-only"
SHRUNK = "a chain of the log only grows"

_SQLITE = {
    "logbook_event_update": f"BEFORE UPDATE ON {EVENTS} BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
    "logbook_event_delete": f"BEFORE DELETE ON {EVENTS} BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
    # INSERT OR REPLACE deletes without asking the trigger for deletions.
    "logbook_event_replace": f"""BEFORE INSERT ON {EVENTS} WHEN EXISTS (
            SELECT 1 FROM {EVENTS} WHERE id = NEW.id OR (office_id IS NEW.office_id AND number = NEW.number)
        ) BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END""",
    "logbook_chain_update": f"""BEFORE UPDATE ON {CHAINS}
        WHEN NEW.length <= OLD.length OR NEW.id <> OLD.id OR NEW.office_id IS NOT OLD.office_id
        BEGIN SELECT RAISE(ABORT, '{SHRUNK}'); END""",
    "logbook_chain_delete": f"BEFORE DELETE ON {CHAINS} BEGIN SELECT RAISE(ABORT, '{SHRUNK}'); END",
    "logbook_chain_replace": f"""BEFORE INSERT ON {CHAINS} WHEN EXISTS (
            SELECT 1 FROM {CHAINS} WHERE id = NEW.id OR office_id = NEW.office_id
        ) BEGIN SELECT RAISE(ABORT, '{SHRUNK}'); END""",
}

_POSTGRESQL_FUNCTIONS = {
    "logbook_refuse": f"BEGIN RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'restrict_violation'; END",
    "logbook_refuse_shrinking": f"BEGIN RAISE EXCEPTION '{SHRUNK}' USING ERRCODE = 'restrict_violation'; END",
}
_POSTGRESQL = {
    "logbook_event_row": f"BEFORE UPDATE OR DELETE ON {EVENTS} FOR EACH ROW EXECUTE FUNCTION logbook_refuse()",
    "logbook_event_truncate": f"BEFORE TRUNCATE ON {EVENTS} FOR EACH STATEMENT EXECUTE FUNCTION logbook_refuse()",
    "logbook_chain_update": f"""BEFORE UPDATE ON {CHAINS} FOR EACH ROW
        WHEN (NEW.length <= OLD.length OR NEW.id <> OLD.id OR NEW.office_id IS DISTINCT FROM OLD.office_id)
        EXECUTE FUNCTION logbook_refuse_shrinking()""",
    "logbook_chain_delete": f"""BEFORE DELETE ON {CHAINS}
        FOR EACH ROW EXECUTE FUNCTION logbook_refuse_shrinking()""",
    "logbook_chain_truncate": f"""BEFORE TRUNCATE ON {CHAINS}
        FOR EACH STATEMENT EXECUTE FUNCTION logbook_refuse_shrinking()""",
}


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place; those that stand there already are replaced."""
    remove(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for name, body in _POSTGRESQL_FUNCTIONS.items():
                cursor.execute(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$")
        for name, text in _wanted(connection).items():
            cursor.execute(f"CREATE TRIGGER {name} {text}")


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away, as a migration back or a test has to."""
    with connection.cursor() as cursor:
        for name in _wanted(connection):
            on_table = f" ON {_table(name)}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")
        if connection.vendor == "postgresql":
            for name in _POSTGRESQL_FUNCTIONS:
                cursor.execute(f"DROP FUNCTION IF EXISTS {name}()")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of the triggers that are not there or are switched off; empty where all is well."""
    query = (
        "SELECT tgname FROM pg_trigger WHERE tgrelid IN (%s::regclass, %s::regclass) AND tgenabled IN ('O', 'A')"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN (%s, %s)"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [EVENTS, CHAINS])
        there = {name for (name,) in cursor.fetchall()}
    return sorted(_wanted(connection).keys() - there)


def _wanted(connection: BaseDatabaseWrapper) -> dict[str, str]:
    return _POSTGRESQL if connection.vendor == "postgresql" else _SQLITE


def _table(trigger: str) -> str:
    return EVENTS if trigger.startswith("logbook_event") else CHAINS
