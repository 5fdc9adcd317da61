"""Makes, opens, re-wraps and destroys data keys."""

from __future__ import annotations

import os
import uuid

from django.db import connections, router
from django.utils import timezone

from advisor.vault.keyring import keyring
from advisor.vault.models import DataKey
from advisor.vault.safe import SECRET_BYTES, Safe

# Ids of keys that belong to no case are drawn from their purpose, so that every process finds the same row.
_PURPOSES = uuid.UUID("5f0d2a4e-7f6b-4a51-9d7c-2f1f3a0c8e11")


def new_key() -> tuple[DataKey, Safe]:
    """A fresh data key, saved, and its safe."""
    key, secret = fresh_key(uuid.uuid4())
    key.save(force_insert=True)
    return key, Safe(key.id, secret)


def unlock(key: DataKey) -> Safe:
    """The safe of a data key; raises KeyMissing without its master key and Tampered if the row was changed."""
    return Safe(key.id, secret_of(key))


def standing_safe(purpose: str) -> Safe:
    """The safe for something that belongs to no case, such as `second-factor`; made when first asked for."""
    key_id = standing_key_id(purpose)
    key = DataKey.objects.filter(pk=key_id).first()
    if key is None:
        fresh, _ = fresh_key(key_id)
        # Of two processes that come first, one makes the row and both take what is in it then.
        DataKey.objects.bulk_create([fresh], ignore_conflicts=True)
        key = DataKey.objects.get(pk=key_id)
    return unlock(key)


def standing_key_id(purpose: str) -> uuid.UUID:
    """The id of the key of a standing safe, for whoever reads it along with something else; there may be none yet."""
    return uuid.uuid5(_PURPOSES, purpose)


def rewrap(key: DataKey) -> None:
    """Wrap a data key with the first master key and save it; what is sealed under it stays as it is."""
    first = keyring().first
    key.wrapped = first.wrap(_name(key.id), secret_of(key))
    key.master = first.id
    key.rewrapped = timezone.now()
    key.save(update_fields=["wrapped", "master", "rewrapped"])


def destroy(key: DataKey) -> None:
    """Delete a data key for good: nothing sealed under it can be opened again, also not from a back-up's data."""
    overwrite_deleted()
    key.delete()


def overwrite_deleted() -> None:
    """Have SQLite fill deleted and replaced rows with zeros on this connection instead of leaving them in the file."""
    connection = connections[router.db_for_write(DataKey)]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def secret_of(key: DataKey) -> bytes:
    """The 32 bytes of a data key in clear; for this package only. Raises as `unlock` does."""
    return keyring().key(key.master).unwrap(_name(key.id), key.wrapped)


def fresh_key(key_id: uuid.UUID) -> tuple[DataKey, bytes]:
    """A fresh data key of that id, not yet saved, and its 32 bytes in clear."""
    secret = os.urandom(SECRET_BYTES)
    first = keyring().first
    return DataKey(id=key_id, wrapped=first.wrap(_name(key_id), secret), master=first.id), secret


def _name(key_id: uuid.UUID) -> str:
    return f"datakey/{key_id}"
