"""Moves data keys from former master keys to the first one, while the application runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from django.db.models import Count

from advisor.vault.faults import KeyMissing, Tampered
from advisor.vault.keyring import keyring
from advisor.vault.models import DataKey
from advisor.vault.services import overwrite_deleted, rewrap
from advisor.vault.signals import keys_rotated

BATCH = 50


def keys_by_master() -> dict[str, int]:
    """How many data keys each master key wraps, by its id."""
    counted = DataKey.objects.values_list("master").annotate(count=Count("pk")).order_by("master")
    return dict(counted)


def waiting() -> dict[str, int]:
    """How many data keys are still to be moved, by the id of their master key; raises KeyMissing if one is gone."""
    ring = keyring()
    found = keys_by_master()
    found.pop(ring.first.id, None)
    missing = [master for master in found if master not in ring.keys]
    if missing:
        named = ", ".join(f"'{master}' ({found[master]} data keys)" for master in missing)
        raise KeyMissing(
            f"Nothing was changed: master keys {named} are needed to open these data keys and are not configured. "
            "Add them again after the first key; without them what they guard stays closed."
        )
    return found


@dataclass(slots=True)
class Rotation:
    """What a rotation did so far."""

    moved: int = 0
    # Data keys that do not open with their own master key: they are left as they are, for a back-up to mend.
    damaged: list[UUID] = field(default_factory=list)


def rotate() -> Rotation:
    """Re-wrap batch by batch, each in its own transaction; can be broken off at any time and started again.

    Data keys that a process still running with the former keys makes meanwhile are moved too. Raises KeyMissing.
    """
    done = Rotation()
    while _move_some(done):
        pass
    return done


def _move_some(done: Rotation) -> bool:
    first = keyring().first
    overwrite_deleted()
    with transaction.atomic():
        # Locked, so that a key being destroyed is not written back; ids in order, so that two runs do not block.
        stale = DataKey.objects.select_for_update().exclude(master=first.id).exclude(pk__in=done.damaged)
        batch = list(stale.order_by("pk")[:BATCH])
        damaged = [key.pk for key in batch if not _moved(key)]
        moved = len(batch) - len(damaged)
        if moved:
            keys_rotated.send(DataKey, rewrapped=moved, master=first.id)
    done.moved += moved
    done.damaged += damaged
    return bool(batch)


def _moved(key: DataKey) -> bool:
    try:
        rewrap(key)
    except Tampered:
        return False
    return True
