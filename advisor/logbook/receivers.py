"""Writes into the log what lower layers only send word of: about people, their accounts, and master keys."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from advisor.accounts.models import User
from advisor.accounts.signals import person_event
from advisor.logbook.models import Action
from advisor.logbook.record import record
from advisor.vault.signals import keys_rotated


@receiver(person_event)
def write(*, action: str, by: User | None, office_id: int | None, subject: str, **kwargs: Any) -> None:
    """Append the event; ValueError for an action the log has no word for."""
    record(Action(action), by=by, office_id=office_id, subject=subject)


@receiver(keys_rotated)
def write_rotation(*, rewrapped: int, master: str, **kwargs: Any) -> None:
    """Append to the chain of the installation how many keys a part of a rotation has wrapped anew, and with which."""
    record(Action.KEYS_ROTATED, by=None, office_id=None, subject=f"{rewrapped} mit {master}")
