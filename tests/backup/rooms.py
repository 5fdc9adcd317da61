"""Databases to back up and to restore into, and what must be equal afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import Model
from django.db.utils import load_backend

from advisor.backup.rows import saved_models
from advisor.cases.answers import answers_of
from advisor.cases.models import Case
from advisor.cases.services import assessment_of
from advisor.logbook import triggers
from advisor.texts import triggers as texts_triggers
from advisor.vault.models import DataKey
from pathways.engine.report import report
from pathways.law import LAW

LOG = {"logbook.Event", "logbook.Chain"}


def empty_database() -> None:
    """As `migrate` leaves it."""
    for kept in (triggers, texts_triggers):
        kept.remove(connection)
    try:
        call_command("flush", interactive=False, verbosity=0)
    finally:
        for kept in (triggers, texts_triggers):
            kept.install(connection)
    ContentType.objects.clear_cache()


@contextmanager
def in_file(path: Path) -> Iterator[None]:
    """All queries of this thread go to a freshly migrated SQLite file, set up as in production."""
    options = {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 1,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;",
        },
    }
    with in_database(options):
        yield


@contextmanager
def in_database(options: dict[str, Any]) -> Iterator[None]:
    """All queries of this thread go to this database, migrated."""
    fresh = Path(options["NAME"])
    if options["ENGINE"].endswith("sqlite3") and not (fresh.exists() and fresh.stat().st_size):
        fresh.write_bytes(_migrated())
    with _led_to(options):
        call_command("migrate", interactive=False, verbosity=0)
        yield


@cache
def _migrated() -> bytes:
    """A SQLite file as `migrate` leaves it; from nothing that takes seconds."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "migrated.sqlite3"
        with _led_to({"ENGINE": "django.db.backends.sqlite3", "NAME": str(file)}):
            call_command("migrate", interactive=False, verbosity=0)
        return file.read_bytes()


@contextmanager
def _led_to(options: dict[str, Any]) -> Iterator[None]:
    backend = load_backend(options["ENGINE"])
    settings = connections.configure_settings({DEFAULT_DB_ALIAS: options})[DEFAULT_DB_ALIAS]
    usual, connections[DEFAULT_DB_ALIAS] = connections[DEFAULT_DB_ALIAS], backend.DatabaseWrapper(settings)
    ContentType.objects.clear_cache()
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS].close()
        connections[DEFAULT_DB_ALIAS] = usual
        ContentType.objects.clear_cache()


def all_rows() -> dict[str, list[dict[str, Any]]]:
    """Every row that a back-up has to bring back, as the models read it."""
    return {model._meta.label: rows(model) for model in (*saved_models(), DataKey)}


def rows(model: type[Model]) -> list[dict[str, Any]]:
    """The rows of a model with bytes as bytes."""
    found = model._base_manager.order_by("pk").values()
    return [{name: _plain(value) for name, value in row.items()} for row in found]


def without_log(found: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """All but the log, which goes on when a back-up is made and restored."""
    return {label: rows for label, rows in found.items() if label not in LOG}


def judged() -> dict[str, Any]:
    """Each case as an adviser meets it: who leads it, the answers and what the law says."""
    return {
        case.reference: (
            case.lead.username,
            [(answers_of(person), report(assessment_of(person), LAW)) for person in case.persons.all()],
        )
        for case in Case.objects.all()
    }


def _plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value
