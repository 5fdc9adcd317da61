"""What makes the database itself refuse to change texts that were written or released, on SQLite and PostgreSQL.

SQLite loses the triggers of a table when a migration rebuilds it; a migration that changes one of these tables
therefore ends with `install` again.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db.backends.base.base import BaseDatabaseWrapper

KEPT_FOR_GOOD = "texts that were written or released are never changed"
NOT_AS_WRITTEN = "a released text is that of its revision and its release"
_APPEND_ONLY = ("texts_revision", "texts_step", "texts_release", "texts_releasedtext", "texts_review")
_REPORT, _RELEASED = "texts_report", "texts_releasedtext"
# A report changes once: when it is settled.
_REPORT_COLUMNS = ("id", "uuid", "office_id", "slot", "language", "revision_id", "by_id", "at", "sealed_message")
_FITS = """EXISTS (
    SELECT 1 FROM texts_revision r, texts_release f
    WHERE r.id = NEW.revision_id AND f.id = NEW.release_id
      AND r.office_id = NEW.office_id AND f.office_id = NEW.office_id
      AND r.slot = NEW.slot AND r.language = NEW.language
      AND r.author_id = NEW.author_id AND f.by_id = NEW.releaser_id
)"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place; those that stand there already are replaced."""
    remove(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for name, body in _FUNCTIONS.items():
                cursor.execute(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$")
        for name, (_table, text) in _wanted(connection).items():
            cursor.execute(f"CREATE TRIGGER {name} {text}")


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away, as a migration back or a test has to."""
    with connection.cursor() as cursor:
        for name, (table, _text) in _wanted(connection).items():
            on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")
        if connection.vendor == "postgresql":
            for name in _FUNCTIONS:
                cursor.execute(f"DROP FUNCTION IF EXISTS {name}()")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of the triggers that are not there or are switched off; empty where all is well."""
    query = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        there = {name for (name,) in cursor.fetchall()}
    return sorted(_wanted(connection).keys() - there)


def _sqlite() -> dict[str, tuple[str, str]]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{KEPT_FOR_GOOD}'); END"
    found = {}
    for table in _APPEND_ONLY:
        found[f"{table}_update"] = (table, f"BEFORE UPDATE ON {table} {refuse}")
    for table in (*_APPEND_ONLY, _REPORT):
        found[f"{table}_delete"] = (table, f"BEFORE DELETE ON {table} {refuse}")
        # INSERT OR REPLACE deletes without asking the trigger for deletions.
        there = f"EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)"
        found[f"{table}_replace"] = (table, f"BEFORE INSERT ON {table} WHEN {there} {refuse}")
    changed = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in _REPORT_COLUMNS)
    found[f"{_REPORT}_update"] = (
        _REPORT,
        f"BEFORE UPDATE ON {_REPORT} WHEN OLD.settled_at IS NOT NULL OR {changed} {refuse}",
    )
    found[f"{_RELEASED}_fits"] = (
        _RELEASED,
        f"BEFORE INSERT ON {_RELEASED} WHEN NOT {_FITS} BEGIN SELECT RAISE(ABORT, '{NOT_AS_WRITTEN}'); END",
    )
    return found


def _postgresql() -> dict[str, tuple[str, str]]:
    found = {}
    for table in (*_APPEND_ONLY, _REPORT):
        when = "UPDATE OR DELETE" if table in _APPEND_ONLY else "DELETE"
        found[f"{table}_row"] = (table, f"BEFORE {when} ON {table} FOR EACH ROW EXECUTE FUNCTION texts_refuse()")
        found[f"{table}_truncate"] = (
            table,
            f"BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION texts_refuse()",
        )
    changed = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in _REPORT_COLUMNS)
    found[f"{_REPORT}_update"] = (
        _REPORT,
        f"BEFORE UPDATE ON {_REPORT} FOR EACH ROW WHEN (OLD.settled_at IS NOT NULL OR {changed}) "
        "EXECUTE FUNCTION texts_refuse()",
    )
    found[f"{_RELEASED}_fits"] = (
        _RELEASED,
        f"BEFORE INSERT ON {_RELEASED} FOR EACH ROW EXECUTE FUNCTION texts_released_fits()",
    )
    return found


_FUNCTIONS = {
    "texts_refuse": f"BEGIN RAISE EXCEPTION '{KEPT_FOR_GOOD}' USING ERRCODE = 'restrict_violation'; END",
    "texts_released_fits": f"BEGIN IF NOT {_FITS} THEN RAISE EXCEPTION '{NOT_AS_WRITTEN}' "
    "USING ERRCODE = 'check_violation'; END IF; RETURN NEW; END",
}


def _wanted(connection: BaseDatabaseWrapper) -> Mapping[str, tuple[str, str]]:
    """The triggers by name, each with its table and the rest of its statement."""
    return _postgresql() if connection.vendor == "postgresql" else _sqlite()
