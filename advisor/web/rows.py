"""Rows written by statement, for what happens with every answer; the fields say how a database writes them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.db import connections, router
from django.db.models import Model


def insert(model: type[Model], *rows: Mapping[str, Any], replacing: Collection[str] = ()) -> None:
    """Write new rows with the same columns; one query, no signal and no default of the model.

    ``rows``: values by the name a column has on the model (`by_id` for a foreign key). ``replacing``: the columns that
    make a row the same; where there is one with these values, its other columns are changed.
    """
    write = _Write(model)
    columns = write.columns(rows[0])
    one = f"({', '.join(['%s'] * len(columns))})"
    statement = f"INSERT INTO {write.table} ({', '.join(columns.values())}) VALUES {', '.join([one] * len(rows))}"
    if replacing:
        other = [column for name, column in columns.items() if name not in replacing]
        same = ", ".join(columns[name] for name in replacing)
        statement += f" ON CONFLICT ({same}) DO UPDATE SET {', '.join(f'{each} = excluded.{each}' for each in other)}"
    write.execute(statement, [value for row in rows for value in write.values({name: row[name] for name in columns})])


def update(model: type[Model], where: Mapping[str, Any], values: Mapping[str, Any]) -> int:
    """Give the rows that have all of ``where`` other values; how many there were. One query, no signal."""
    write = _Write(model)
    changes = ", ".join(f"{column} = %s" for column in write.columns(values).values())
    those = " AND ".join(f"{column} = %s" for column in write.columns(where).values())
    filled = [*write.values(values), *write.values(where)]
    return write.execute(f"UPDATE {write.table} SET {changes} WHERE {those}", filled)


class _Write:
    """How a model's columns and values are written for its database."""

    def __init__(self, model: type[Model]) -> None:
        self._connection = connections[router.db_for_write(model)]
        self._fields = {field.attname: field for field in model._meta.concrete_fields}
        self.table = self._connection.ops.quote_name(model._meta.db_table)

    def columns(self, values: Mapping[str, Any]) -> dict[str, str]:
        """The columns by name, quoted; a KeyError for one that the model does not have."""
        return {name: self._connection.ops.quote_name(str(self._fields[name].column)) for name in values}

    def values(self, values: Mapping[str, Any]) -> list[Any]:
        """The values as the database takes them."""
        return [self._fields[name].get_db_prep_save(value, self._connection) for name, value in values.items()]

    def execute(self, statement: str, filled: list[Any]) -> int:
        """How many rows it was about."""
        with self._connection.cursor() as cursor:
            cursor.execute(statement, filled)
            return int(cursor.rowcount)
