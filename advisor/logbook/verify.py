"""Walk a chain of the log and say where it is broken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import Q, QuerySet

from advisor.logbook.canonical import Entry, digest
from advisor.logbook.models import Chain, Event

_COLUMNS = (*Entry._fields, "digest")
_AT_ONCE = 2000  # rows in memory
_NONE_YET = Chain(length=0, head=b"")


class Break(NamedTuple):
    """A place where a chain is broken. ``number``: of the event, 0 for the chain's own row."""

    number: int
    what: str


def chain_keys() -> list[int]:
    """The keys of all chains, including one whose own row is gone."""
    keys = set(Chain.objects.values_list("pk", flat=True))
    offices = Event.objects.order_by().values_list("office_id", flat=True).distinct()
    return sorted(keys.union(office_id or Chain.INSTALLATION for office_id in offices))


def broken_places(key: int) -> Iterator[Break]:
    """The broken places of a chain in the order of their numbers; the memory needed does not grow with the chain.

    The application may write meanwhile: every event the chain had at the start is walked.
    """
    chain = Chain.objects.filter(pk=key).first() or _NONE_YET
    previous, last = b"", 0
    try:
        for row in _rows(key):
            entry, found = Entry(*row[:-1]), bytes(row[-1])
            yield from _faults(entry, found, previous, last)
            if entry.number == chain.length and found != bytes(chain.head):
                yield Break(entry.number, "is not the event the chain's own row ends with")
            previous, last = found, entry.number
    except (TypeError, ValueError):
        # On SQLite a column may hold what its field cannot read.
        yield Break(last + 1, "cannot be read; the events after it were not checked")
        return
    if last < chain.length:
        yield Break(last + 1, f"missing, and all up to {chain.length}: the end of the chain was cut off")
        return
    now = Chain.objects.filter(pk=key).first()
    if now is None and last:
        yield Break(0, "the chain's own row is missing")
    elif now is not None and last > now.length:
        yield Break(now.length + 1, f"there are events up to {last}, but the chain's own row ends before")


def holds(key: int, number: int, expected: bytes) -> bool:
    """Whether a digest noted earlier still stands in the chain at that number."""
    found = _events(key).filter(number=number).values_list("digest", flat=True).first()
    return found is not None and bytes(found) == expected


def _faults(entry: Entry, found: bytes, previous: bytes, last: int) -> Iterator[Break]:
    if entry.number > last + 1:
        until = f", and all up to {entry.number - 1}" if entry.number > last + 2 else ""
        yield Break(last + 1, f"missing{until}")
    if not _matches(entry, found):
        yield Break(entry.number, "was changed")
    elif entry.number <= last:
        yield Break(entry.number, "stands there more than once")
    elif entry.number == last + 1 and bytes(entry.previous) != previous:
        yield Break(entry.number, "does not continue the event before it: one of the two was replaced or moved")


def _matches(entry: Entry, found: bytes) -> bool:
    try:
        return digest(entry) == found
    except (TypeError, ValueError, AttributeError):  # a value of a kind that no field has
        return False


def _events(key: int) -> QuerySet[Event]:
    return Event.objects.filter(Q(office=None) if key == Chain.INSTALLATION else Q(office_id=key))


def _rows(key: int) -> Iterator[tuple]:
    # By id where a number stands twice: the first one written comes first.
    return _events(key).order_by("number", "id").values_list(*_COLUMNS).iterator(chunk_size=_AT_ONCE)
