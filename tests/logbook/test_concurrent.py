"""Writers at the same moment form one chain without gap or fork."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from django.db import transaction

from advisor.accounts.models import Office
from advisor.logbook.models import Action, Chain, Event
from advisor.logbook.record import ChainEnd, record
from tests.at_once import at_once, own_connection

__all__ = ["own_connection"]

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS, EACH = 6, 15


def test_writers_that_have_read_the_same_end_make_one_chain(own_connection: Callable[[], None]) -> None:
    office = Office.objects.create(name="Nord").pk
    record(Action.LOGIN, by=None, office_id=office)

    def write() -> None:
        for _ in range(EACH):
            length, head = Chain.objects.values_list("length", "head").get(pk=office)
            with transaction.atomic():
                record(Action.ANSWERED, by=None, office_id=office, end=ChainEnd(length, bytes(head)))

    assert at_once(own_connection, *[write] * WRITERS) == []
    events = list(Event.objects.order_by("number"))
    assert [event.number for event in events] == list(range(1, WRITERS * EACH + 2))
    assert all(bytes(later.previous) == bytes(earlier.digest) for earlier, later in pairwise(events))


def test_writers_at_the_same_moment_make_one_chain(own_connection: Callable[[], None]) -> None:
    offices = [Office.objects.create(name=name).pk for name in ("Nord", "Süd")]

    def writes(writer: int) -> Callable[[], None]:
        def write() -> None:
            for turn in range(EACH):
                with transaction.atomic():
                    record(Action.ANSWERED, by=None, office_id=[*offices, None][(writer + turn) % 3])

        return write

    faults = at_once(own_connection, *map(writes, range(WRITERS)))

    assert faults == []
    assert Event.objects.count() == WRITERS * EACH
    for chain in Chain.objects.all():
        events = list(Event.objects.filter(office=chain.office_id).order_by("number"))
        assert [event.number for event in events] == list(range(1, chain.length + 1))
        assert all(bytes(later.previous) == bytes(earlier.digest) for earlier, later in pairwise(events))
        assert bytes(chain.head) == bytes(events[-1].digest)
