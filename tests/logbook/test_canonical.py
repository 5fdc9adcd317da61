"""The bytes a digest covers have one reading: different events never share them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from advisor.logbook.canonical import EPOCH, FORMAT, Entry, digest, encode

IDS = st.none() | st.integers(min_value=0, max_value=2**63 - 1)
# Short alphabets: only values that are close to one another can be taken for one another.
TEXTS = st.text(alphabet="ab\x00\x01", max_size=4)
BYTES = st.binary(max_size=4) | st.sampled_from([b"\x00", b"\x01", b"\x00" * 8, b"\x01" + (1).to_bytes(8) + b"a"])
ENTRIES = st.builds(
    Entry,
    office_id=IDS,
    number=st.integers(min_value=1, max_value=2**63 - 1) | st.integers(min_value=1, max_value=3),
    at=st.datetimes(timezones=st.just(UTC)),
    actor_id=IDS,
    action=TEXTS,
    case=st.none() | st.uuids(),
    subject=TEXTS,
    details=st.none() | BYTES,
    previous=BYTES,
)


@dataclass
class Reading:
    """Bytes with the place up to which they are read."""

    data: bytes
    at: int = 0

    def field(self) -> bytes | None:
        """The next field."""
        there = self.data[self.at]
        self.at += 1
        if not there:
            return None
        length = int.from_bytes(self.data[self.at : self.at + 8])
        self.at += 8 + length
        return self.data[self.at - length : self.at]


def decode(data: bytes) -> Entry:
    """The entry that these are the bytes of; that it can be written at all is what makes the encoding injective."""
    reading = Reading(data)
    assert reading.field() == FORMAT
    office, number, at, actor, action, case, subject, details, previous = (reading.field() for _ in Entry._fields)
    assert reading.at == len(data)
    assert None not in (number, at, action, subject, previous)
    return Entry(
        office_id=None if office is None else int(office),
        number=int(number or b""),
        at=EPOCH + timedelta(microseconds=int(at or b"")),
        actor_id=None if actor is None else int(actor),
        action=(action or b"").decode(),
        case=None if case is None else UUID(bytes=case),
        subject=(subject or b"").decode(),
        details=details,
        previous=previous or b"",
    )


@given(ENTRIES)
def test_an_event_can_be_read_back_from_its_bytes(entry: Entry) -> None:
    assert decode(encode(entry)) == entry


@given(ENTRIES, ENTRIES)
def test_different_events_have_different_bytes(one: Entry, other: Entry) -> None:
    assert (encode(one) == encode(other)) == (one == other)


@given(ENTRIES, st.data())
def test_a_border_between_fields_does_not_move(entry: Entry, data: st.DataObject) -> None:
    whole = entry.action + entry.subject
    cut = data.draw(st.integers(min_value=0, max_value=len(whole)))
    moved = entry._replace(action=whole[:cut], subject=whole[cut:])
    assert (encode(moved) == encode(entry)) == (cut == len(entry.action))


def test_nothing_is_not_the_same_as_empty() -> None:
    entry = Entry(None, 1, EPOCH, None, "login", None, "", None, b"")
    assert encode(entry) != encode(entry._replace(details=b""))
    assert encode(entry) != encode(entry._replace(office_id=0))


def test_the_same_moment_in_another_time_zone_is_the_same_event() -> None:
    summer = timezone(timedelta(hours=2))
    entry = Entry(1, 1, datetime(2026, 7, 1, 12, tzinfo=summer), None, "login", None, "", None, b"")
    assert digest(entry) == digest(entry._replace(at=datetime(2026, 7, 1, 10, tzinfo=UTC)))


def test_the_digest_of_a_known_event_stays_what_it_is() -> None:
    """Logs written today must verify in ten years."""
    entry = Entry(1, 2, datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=UTC), 3, "login", None, "4", b"\x05", b"\x06" * 32)
    assert digest(entry).hex() == "a0e59f844d061594895bb50e2ed09efd773f76498354b792b0bc28ac1651251e"
