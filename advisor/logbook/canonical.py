"""The bytes of an event that its digest covers: every field, in an order and a form that leave no second reading."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

FORMAT = b"wegweiser-log/1"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Entry(NamedTuple):
    """What an event says, without its digest. ``previous``: the digest before it, empty for the first."""

    office_id: int | None
    number: int
    at: datetime
    actor_id: int | None
    action: str
    case: UUID | None
    subject: str
    details: bytes | None
    previous: bytes


def encode(entry: Entry) -> bytes:
    """The canonical bytes; two entries that differ anywhere have different ones. ``at`` must know its time zone."""
    fields = (
        FORMAT,
        _number(entry.office_id),
        _number(entry.number),
        _number((entry.at - EPOCH) // _MICROSECOND),
        _number(entry.actor_id),
        entry.action.encode(),
        None if entry.case is None else entry.case.bytes,
        entry.subject.encode(),
        None if entry.details is None else bytes(entry.details),
        bytes(entry.previous),
    )
    return b"".join(_field(value) for value in fields)


def digest(entry: Entry) -> bytes:
    """SHA-256 of the canonical bytes."""
    return sha256(encode(entry)).digest()


def _number(value: int | None) -> bytes | None:
    return None if value is None else str(value).encode()


def _field(value: bytes | None) -> bytes:
    """A field that says itself how long it is, so that nothing can move over its border; nothing is not empty."""
    return b"\x00" if value is None else b"\x01" + len(value).to_bytes(8) + value
