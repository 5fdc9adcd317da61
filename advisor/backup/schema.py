"""The state of the tables: a back-up is made from, and restored into, exactly the one its lines were written for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from advisor.backup.faults import BackupFault

Schema = Mapping[str, Sequence[str]]


def current_schema() -> Schema:
    """The migrations that the database has seen, by app; BackupFault where the program waits for others."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise BackupFault("Die Datenbank ist nicht auf dem Stand des Programms. Bitte zuerst: manage.py migrate")
    seen: dict[str, list[str]] = {}
    for app, name in sorted(MigrationRecorder(connection).applied_migrations()):
        if app in apps.app_configs:
            seen.setdefault(app, []).append(name)
    return seen


def require_same(saved: Schema, here: Schema) -> None:
    """BackupFault where the two differ; it names both states of every app concerned."""
    different = [
        f"{app}: Sicherung {_last(saved.get(app))}, Datenbank {_last(here.get(app))}"
        for app in sorted({*saved, *here})
        if list(saved.get(app, ())) != list(here.get(app, ()))
    ]
    if different:
        raise BackupFault(
            "Die Sicherung stammt von einer anderen Version des Programms. Stellen Sie sie mit der Version wieder her, "
            f"die sie gemacht hat, und bringen Sie die Datenbank danach auf den neuen Stand. {'; '.join(different)}."
        )


def _last(names: Sequence[str] | None) -> str:
    return f"{names[-1]} ({len(names)})" if names else "–"
