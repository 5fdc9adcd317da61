"""The database that rows are put into: nobody has worked in it, and afterwards its numbers go on where they should."""

from __future__ import annotations

from collections.abc import Sequence

from django.apps import apps
from django.core.management.color import no_style
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model

from advisor.backup.rows import REMADE, count_of, tables


def full_tables() -> list[str]:
    """The labels of the models of which there are rows already, without those that `migrate` makes."""
    return sorted(model._meta.label for model in tables() if model._meta.label not in REMADE and count_of(model))


def clear_remade(using: str = DEFAULT_DB_ALIAS) -> None:
    """Take away what `migrate` has made; the rows that are put in have these too."""
    for label in REMADE:
        apps.get_model(label)._base_manager.using(using).all().delete()


def set_sequences(models: Sequence[type[Model]], using: str = DEFAULT_DB_ALIAS) -> None:
    """The next row gets a number that is not taken."""
    connection = connections[using]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
