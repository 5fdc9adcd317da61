"""Write a line into the log, in the transaction of what it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from advisor.logbook.canonical import Entry, digest
from advisor.logbook.models import SUBJECT_LENGTH, Action, Chain, Event

if TYPE_CHECKING:
    from uuid import UUID

    from advisor.accounts.models import User


class BrokenChain(RuntimeError):
    """The chain does not reach where its row says; nothing more is written until somebody has looked."""


def record(
    action: Action,
    *,
    by: User | None,
    office_id: int | None,
    case: UUID | None = None,
    subject: str = "",
    details: bytes | None = None,
) -> Event:
    """Append an event to the chain of the office, or of the installation where there is none.

    Call it inside the transaction of the change and as its last step: until the end of the transaction nobody else
    of that office writes into the log. Without a transaction it makes its own. Three queries.

    ``subject``: never personal; numbers, ids, the name of a role, at most 200 characters. ``details``: already sealed
    with the key of the case. ValueError for a subject that no database keeps; where anything fails, the transaction
    around it is rolled back, so that what is not in the log has not happened.
    """
    if len(subject) > SUBJECT_LENGTH or not subject.isprintable():
        raise ValueError("the subject of an event is short printable text")
    with transaction.atomic(savepoint=False):
        chain = _locked(office_id)
        entry = Entry(
            office_id=office_id,
            number=chain.length + 1,
            at=timezone.now(),
            actor_id=by.pk if by else None,
            action=Action(action).value,
            case=case,
            subject=subject,
            details=details,
            previous=bytes(chain.head),
        )
        event = Event.objects.create(**entry._asdict(), digest=digest(entry))
        grown = Chain.objects.filter(pk=chain.pk, length=chain.length)
        if grown.update(length=entry.number, head=event.digest) != 1:
            raise BrokenChain(f"chain {chain.pk} grew while it was locked")
    return event


def _locked(office_id: int | None) -> Chain:
    """The chain's row, for nobody else to write until the end of the transaction."""
    key = office_id or Chain.INSTALLATION
    locked = Chain.objects.select_for_update()
    found = locked.filter(pk=key).first()
    if found is None:
        # Somebody else may be making it: PostgreSQL waits for them, on SQLite only one writes at a time.
        Chain.objects.bulk_create([Chain(pk=key, office_id=office_id)], ignore_conflicts=True)
        found = locked.get(pk=key)
    return found
