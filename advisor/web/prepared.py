"""Queries that Django writes once in a process and the database is asked often; the writing costs most of a query."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression, Field, QuerySet


class _Gap(NamedTuple):
    """Where a value belongs among the parameters of a statement."""

    name: str
    field: Field[Any, Any]


class Slot(Expression):
    """Stands in a query for a value that is given each time it is asked; ``field`` says how a database writes it."""

    def __init__(self, name: str, field: Field[Any, Any]) -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """A parameter that `Prepared` fills."""
        return "%s", [_Gap(self.name, self.output_field)]


class Prepared:
    """A query with slots, written when it is first asked.

    ``build``: makes the query; it ends in `values_list`, and nothing in it may hang on the moment or on who asks
    but its slots.
    """

    def __init__(self, build: Callable[[], QuerySet[Any, Any]]) -> None:
        self._build = build
        # By the kind of database: a command may go from one to another (back-ups do), and they differ in words.
        self._written: dict[str, _Written] = {}

    def rows(self, **values: Any) -> Iterator[Any]:
        """What the database answers with these values in the slots, as `values_list` would give it; one query."""
        vendor = connections[DEFAULT_DB_ALIAS].vendor
        if vendor not in self._written:
            self._written[vendor] = _Written(self._build())
        return self._written[vendor].rows(values)


class _Written:
    """A statement with its parameters, and how its columns are read."""

    def __init__(self, query: QuerySet[Any, Any]) -> None:
        self._alias = query.db
        self._compiler: Any = query.query.get_compiler(query.db)
        try:
            self._statement, self._parameters = self._compiler.as_sql()
        except EmptyResultSet:
            self._statement, self._parameters = "", ()

    def rows(self, values: dict[str, Any]) -> Iterator[Any]:
        """The rows, read as the fields of the query read them."""
        if not self._statement:
            return iter(())
        connection = connections[self._alias]
        filled = [
            each.field.get_db_prep_value(values[each.name], connection) if isinstance(each, _Gap) else each
            for each in self._parameters
        ]
        with connection.cursor() as cursor:
            cursor.execute(self._statement, filled)
            found = cursor.fetchall()
        rows: Iterator[Any] = self._compiler.results_iter([found])
        return rows
