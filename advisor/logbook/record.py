"""Write a line into the log, in the transaction of what it tells of."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import transaction
from django.db.models import BigIntegerField, QuerySet
from django.utils import timezone

from advisor.logbook.canonical import Entry, digest
from advisor.logbook.models import SUBJECT_LENGTH, Action, Chain, Event
from advisor.web.prepared import Prepared, Slot
from advisor.web.rows import insert, update

if TYPE_CHECKING:
    from uuid import UUID

    from advisor.accounts.models import User


class ChainEnd(NamedTuple):
    """How far a chain reached when somebody looked: its length and the digest of its last event."""

    length: int
    head: bytes


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
    end: ChainEnd | None = None,
) -> None:
    """Append an event to the chain of the office, or of the installation where there is none.

    Call it inside the transaction of the change and as its last step: until the end of the transaction nobody else
    of that office writes into the log. Without a transaction it makes its own. Three queries; two where ``end``, the
    end of that chain as something before has read it, is still the end.

    ``subject``: never personal; numbers, ids, the name of a role, at most 200 characters. ``details``: already sealed
    with the key of the case. ValueError for a subject that no database keeps; where anything fails, the transaction
    around it is rolled back, so that what is not in the log has not happened.
    """
    if len(subject) > SUBJECT_LENGTH or not subject.isprintable():
        raise ValueError("the subject of an event is short printable text")
    with transaction.atomic(savepoint=False):
        said = partial(
            Entry,
            office_id=office_id,
            actor_id=by.pk if by else None,
            action=Action(action).value,
            case=case,
            subject=subject,
            details=details,
        )
        key = office_id or Chain.INSTALLATION
        if not (end and _append(key, end, said)) and not _append(key, _locked(key, office_id), said):
            raise BrokenChain(f"chain {key} grew while it was locked")


def _append(key: int, end: ChainEnd, said: Callable[..., Entry]) -> bool:
    """Write an event behind that end of the chain; False, with nothing written, where it ends elsewhere by now."""
    entry = said(number=end.length + 1, at=timezone.now(), previous=end.head)
    sealed = digest(entry)
    if update(Chain, {"id": key, **end._asdict()}, {"length": entry.number, "head": sealed}) != 1:
        return False
    insert(Event, {**entry._asdict(), "digest": sealed})
    return True


def _locked(key: int, office_id: int | None) -> ChainEnd:
    """Where the chain ends, its row for nobody else to write until the end of the transaction."""
    found = next(_CHAIN.rows(id=key), None)
    if found is None:
        # Somebody else may be making it: PostgreSQL waits for them, on SQLite only one writes at a time.
        Chain.objects.bulk_create([Chain(pk=key, office_id=office_id)], ignore_conflicts=True)
        found = next(_CHAIN.rows(id=key))
    length, head = found
    return ChainEnd(length, bytes(head))


def _locking() -> QuerySet[Any, Any]:
    chains = Chain.objects.select_for_update().filter(pk=Slot("id", BigIntegerField()))
    return chains.order_by().values_list("length", "head")


_CHAIN = Prepared(_locking)
