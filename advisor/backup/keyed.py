"""Seals the rows that have a data key of their own, so that what stands in them in clear dies with the key too.

An office may have made a name the key of a case. In the database that goes with the case; in a data file kept for
years it must not stay.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db.models import ForeignKey, Model

from advisor.backup.faults import BackupFault
from advisor.backup.rows import columns_of, foreign_keys, rows_of
from advisor.vault.faults import VaultFault
from advisor.vault.models import DataKey
from advisor.vault.services import unlock

_AT_ONCE = 500


def own_key(model: type[Model]) -> ForeignKey | None:
    """The column in which a row of this model has its data key, if it has one."""
    return next((key for key in foreign_keys(model) if key.related_model is DataKey), None)


def sealed_rows_of(model: type[Model]) -> Iterator[list[Any]]:
    """The rows of a model; those with a data key with one value more than columns: all the others, sealed under it."""
    key = own_key(model)
    rows = rows_of(model)
    if key is None:
        yield from rows
        return
    columns = [field.attname for field in columns_of(model)]
    place = columns.index(key.attname)
    clear = {place, *(columns.index(name) for name in _names(model) if name in columns)}
    while some := list(islice(rows, _AT_ONCE)):
        keys = DataKey.objects.in_bulk([row[place]["uuid"] for row in some if row[place]])
        by_id = {str(found.pk): found for found in keys.values()}
        for row in some:
            yield _sealed(model, row, clear, by_id[row[place]["uuid"]]) if row[place] else row


def open_row(model: type[Model], columns: list[str], row: list[Any]) -> list[Any]:
    """A row as it was before `sealed_rows_of`; its data key is in the database by now. BackupFault."""
    key = own_key(model)
    if key is None or len(row) == len(columns):
        return row
    try:
        safe = unlock(DataKey.objects.get(pk=row[columns.index(key.attname)]["uuid"]))
        hidden = json.loads(safe.open(_place(model), base64.b64decode(row[-1])))
    except VaultFault as fault:
        raise BackupFault(f"Eine Zeile von {model._meta.label} lässt sich nicht öffnen: {fault}.") from None
    return [hidden.get(name, value) for name, value in zip(columns, row[:-1], strict=True)]


def _sealed(model: type[Model], row: list[Any], clear: set[int], key: DataKey) -> list[Any]:
    columns = [field.attname for field in columns_of(model)]
    hidden = {name: value for index, (name, value) in enumerate(zip(columns, row, strict=True)) if index not in clear}
    try:
        sealed = unlock(key).seal(_place(model), json.dumps(hidden).encode())
    except VaultFault:
        # A damaged key must not keep all the other cases out of the back-up.
        return row
    shown = [value if index in clear else None for index, value in enumerate(row)]
    return [*shown, base64.b64encode(sealed).decode()]


def _names(model: type[Model]) -> tuple[str, ...]:
    """The columns by which the row is known to others, also when it is not restored."""
    return (model._meta.pk.attname, "uuid")


def _place(model: type[Model]) -> str:
    return f"backup/{model._meta.label}"
