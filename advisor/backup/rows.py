"""Which rows belong to a back-up, in which order, and how their values are written down exactly."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Field, ForeignKey, JSONField, Model, Value

from advisor.backup.faults import BackupFault
from advisor.vault.models import DataKey

# With the reason why; whatever is not here is saved.
LEFT_OUT: Mapping[str, str] = {
    "sessions.Session": "whoever was logged in logs in again",
    "accounts.CacheEntry": "counts attempts of the last minutes",
    "usersessions.UserSession": "describes sessions",
    "django_tasks_database.DBTaskResult": "work that waits; what has to go on says so itself in rows of its own",
    "vault.DataKey": "goes into the key file, so that a deleted case is deleted from every back-up",
}
# `migrate` makes these rows in an empty database; restoring takes the saved ones instead.
REMADE = ("contenttypes.ContentType", "auth.Permission")
_BATCH = 500


def tables() -> list[type[Model]]:
    """Every model with a table of its own, also those Django makes for many-to-many fields."""
    return [
        model for model in apps.get_models(include_auto_created=True) if model._meta.managed and not model._meta.proxy
    ]


def saved_models() -> list[type[Model]]:
    """The models of the data file, in order."""
    return in_order([model for model in tables() if model._meta.label not in LEFT_OUT])


def in_order(models: Iterable[type[Model]]) -> list[type[Model]]:
    """The same models, each behind those that its rows refer to, as far as there is no circle."""
    wanted = {model._meta.label: model for model in models}
    done: dict[str, type[Model]] = {}
    begun: set[str] = set()

    def visit(label: str) -> None:
        if label in begun or label not in wanted:
            return
        begun.add(label)
        for key in sorted(foreign_keys(wanted[label]), key=lambda field: field.attname):
            visit(key.related_model._meta.label)
        done[label] = wanted[label]

    for label in sorted(wanted):
        visit(label)
    return list(done.values())


def foreign_keys(model: type[Model]) -> list[ForeignKey]:
    """The columns of a model that refer to rows."""
    return [field for field in columns_of(model) if isinstance(field, ForeignKey)]


def columns_of(model: type[Model]) -> list[Field]:
    """The columns that are saved: all but those the database computes."""
    return [field for field in model._meta.local_concrete_fields if not field.generated]


def count_of(model: type[Model]) -> int:
    """How many rows there are."""
    return model._base_manager.order_by().count()


def rows_of(model: type[Model], using: str = DEFAULT_DB_ALIAS) -> Iterator[list[Any]]:
    """All rows of a model in the order of their keys, written down; a few hundred in memory at a time."""
    columns = columns_of(model)
    writers = [_write_json if isinstance(field, JSONField) else _write for field in columns]
    found = model._base_manager.using(using).order_by("pk").values_list(*(field.attname for field in columns))
    for row in found.iterator(chunk_size=_BATCH):
        yield [write(value) for write, value in zip(writers, row, strict=True)]


def key_ids() -> Iterator[UUID]:
    """The ids of all data keys."""
    return DataKey.objects.order_by("pk").values_list("pk", flat=True).iterator(chunk_size=_BATCH)


def insert(model: type[Model], values: Mapping[str, Any]) -> None:
    """Add one row exactly as given: nothing is set by the model, no key drawn."""
    row_with(model, values).save_base(raw=True, force_insert=True, using=connection.alias)


def row_with(model: type[Model], values: Mapping[str, Any]) -> Model:
    """A row that holds exactly these values by column and is not in a database yet."""
    row = model(**values)
    for field in columns_of(model):
        if isinstance(field, JSONField) and not field.null and values.get(field.attname) is None:
            setattr(row, field.attname, Value(None, JSONField()))
    return row


def read_row(model: type[Model], columns: Sequence[str], row: Sequence[Any]) -> dict[str, Any]:
    """The values of a row by column; BackupFault if it is not one of this model."""
    try:
        return {name: _read(value) for name, value in zip(columns, row, strict=True)}
    except (ValueError, KeyError, TypeError, ArithmeticError):
        raise BackupFault(f"Eine Zeile von {model._meta.label} ist nicht lesbar.") from None


# Plain in JSON: nothing, truth values, whole numbers, text. All others as {kind: text}; JSON columns as {"json": …}.
_WRITERS: Mapping[type, Callable[[Any], dict[str, Any]]] = {
    UUID: lambda value: {"uuid": str(value)},
    datetime: lambda value: {"moment": value.isoformat()},
    date: lambda value: {"day": value.isoformat()},
    time: lambda value: {"time": value.isoformat()},
    timedelta: lambda value: {"span": [value.days, value.seconds, value.microseconds]},
    Decimal: lambda value: {"decimal": str(value)},
    float: lambda value: {"float": value.hex()},
    bytes: lambda value: {"bytes": base64.b64encode(value).decode()},
    memoryview: lambda value: {"bytes": base64.b64encode(value).decode()},
}
_READERS: Mapping[str, Callable[[Any], Any]] = {
    "uuid": UUID,
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
    "time": time.fromisoformat,
    "span": lambda value: timedelta(*value),
    "decimal": Decimal,
    "float": float.fromhex,
    "bytes": lambda value: base64.b64decode(value, validate=True),
    "json": lambda value: value,
}


def _write(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | str):
        return value
    return _WRITERS[type(value)](value)


def _write_json(value: Any) -> Any:
    return None if value is None else {"json": value}


def _read(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    ((kind, written),) = value.items()
    return _READERS[kind](written)
