"""Writes what happens to people and their accounts into the log; accounts, a lower layer, only sends word of it."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from advisor.accounts.models import User
from advisor.accounts.signals import person_event
from advisor.logbook.models import Action
from advisor.logbook.record import record


@receiver(person_event)
def write(*, action: str, by: User | None, office_id: int | None, subject: str, **kwargs: Any) -> None:
    """Append the event; ValueError for an action the log has no word for."""
    record(Action(action), by=by, office_id=office_id, subject=subject)
