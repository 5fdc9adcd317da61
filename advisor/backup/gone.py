"""Which saved rows stay out because their key is destroyed, and with them whatever belongs to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import SET_NULL, ForeignKey, Model

from advisor.backup.rows import foreign_keys
from advisor.vault.models import DataKey

# The model referred to and the column of it that holds the reference.
_Target = tuple[str, str]


class Gone:
    """Remembers what was left out, so that what refers to it is left out too; holds nothing of the rows that stay."""

    def __init__(self, destroyed: Iterable[UUID], models: Iterable[type[Model]]) -> None:
        """``destroyed``: the ids of the data keys there were when the back-up was made and that are no longer."""
        self.left: Counter[str] = Counter()
        self.keyless: list[tuple[str, str]] = []
        self._references = {model: [(key, _target(key)) for key in foreign_keys(model)] for model in models}
        self._targets: dict[str, set[str]] = defaultdict(set)
        for references in self._references.values():
            for _, (label, column) in references:
                self._targets[label].add(column)
        self._values: dict[_Target, set[Any]] = defaultdict(set)
        self._values[DataKey._meta.label, DataKey._meta.pk.attname].update(destroyed)

    def has_key(self, model: type[Model], row: dict[str, Any]) -> bool:
        """Whether the data key of a row, if it has one, is still there; of the row its names are enough."""
        if any(row[key.attname] in self._values[target] for key, target in self._keys_of(model)):
            self.keyless.append((model._meta.label, str(row.get("uuid", row[model._meta.pk.attname]))))
            self._leave(model, row)
            return False
        return True

    def stays(self, model: type[Model], row: dict[str, Any]) -> bool:
        """Whether a row that has its key is restored; a reference that may be empty is emptied if its row is gone."""
        for key, target in self._references[model]:
            if row[key.attname] not in self._values[target]:
                continue
            if key.null and key.remote_field.on_delete is SET_NULL:
                row[key.attname] = None
            else:
                self._leave(model, row)
                return False
        return True

    def _keys_of(self, model: type[Model]) -> Iterator[tuple[ForeignKey, _Target]]:
        return (reference for reference in self._references[model] if reference[0].related_model is DataKey)

    def _leave(self, model: type[Model], row: dict[str, Any]) -> None:
        label = model._meta.label
        self.left[label] += 1
        for column in self._targets[label]:
            self._values[label, column].add(row[column])


def _target(key: ForeignKey) -> _Target:
    field = key.target_field
    return field.model._meta.label, field.attname
