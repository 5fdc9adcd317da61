"""The database itself refuses to change, delete or shrink the log (OWASP ASVS 5.0, 16.4.2)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import F

from advisor.accounts.models import Office
from advisor.logbook import triggers
from advisor.logbook.models import Action, Chain, Event
from advisor.logbook.record import record

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(db: None) -> Event:
    """An event of an office, the second of its chain."""
    office = Office.objects.create(name="Beratung Nord")
    record(Action.CASE_CREATED, by=None, office_id=office.pk)
    record(Action.CASE_VIEWED, by=None, office_id=office.pk)
    return Event.objects.get(number=2)


def sql(statement: str) -> None:
    """Run a statement as somebody with a database shell would."""
    with connection.cursor() as cursor:
        cursor.execute(statement)


def refused(change: Callable[[], object], why: str) -> None:
    """The database says no, and nothing is different afterwards."""
    before = (list(Event.objects.values_list()), list(Chain.objects.values_list()))
    with pytest.raises(DatabaseError, match=why), transaction.atomic():
        change()
    assert before == (list(Event.objects.values_list()), list(Chain.objects.values_list()))


def test_no_event_is_changed_or_deleted_through_the_models(event: Event) -> None:
    event.subject = "other"
    refused(event.save, triggers.REFUSED)
    refused(event.delete, triggers.REFUSED)
    refused(lambda: Event.objects.update(at=F("at")), triggers.REFUSED)
    refused(lambda: Event.objects.all().delete(), triggers.REFUSED)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE logbook_event SET subject = 'other'",
        "UPDATE logbook_event SET number = number + 7 WHERE number = 2",
        "DELETE FROM logbook_event",
        "DELETE FROM logbook_event WHERE number = 2",
    ],
)
def test_no_event_is_changed_or_deleted_in_sql(event: Event, statement: str) -> None:
    refused(lambda: sql(statement), triggers.REFUSED)


def test_no_event_is_replaced(event: Event) -> None:
    columns = "office_id, number, at, action, subject, previous, digest"
    copied = f"SELECT {columns} FROM logbook_event WHERE number = 2"
    if connection.vendor == "sqlite":
        refused(lambda: sql(f"INSERT OR REPLACE INTO logbook_event ({columns}) {copied}"), triggers.REFUSED)
        refused(
            lambda: sql(f"REPLACE INTO logbook_event (id, {columns}) SELECT id, {columns} FROM logbook_event"),
            triggers.REFUSED,
        )
    else:
        upsert = "ON CONFLICT (office_id, number) DO UPDATE SET subject = 'other'"
        refused(lambda: sql(f"INSERT INTO logbook_event ({columns}) {copied} {upsert}"), triggers.REFUSED)


def test_the_table_is_not_emptied_at_once(event: Event) -> None:
    if connection.vendor == "postgresql":
        sql("SET CONSTRAINTS ALL IMMEDIATE")  # or it refuses because checks of this transaction are still to come
        refused(lambda: sql("TRUNCATE logbook_event"), triggers.REFUSED)
        refused(lambda: sql("TRUNCATE accounts_office CASCADE"), "only grows|append-only")
        refused(lambda: sql("TRUNCATE logbook_chain"), triggers.SHRUNK)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE logbook_chain SET length = length - 1",
        "UPDATE logbook_chain SET head = previous FROM logbook_event",
        "UPDATE logbook_chain SET id = id + 1, length = length + 1",
        "DELETE FROM logbook_chain",
    ],
)
def test_a_chain_only_grows(event: Event, statement: str) -> None:
    refused(lambda: sql(statement), triggers.SHRUNK)


def test_an_office_or_person_with_events_stays(event: Event) -> None:
    assert event.office is not None
    with pytest.raises(DatabaseError):
        event.office.delete()


def test_missing_triggers_are_named(event: Event) -> None:
    assert triggers.missing(connection) == []
    with transaction.atomic():
        triggers.remove(connection)
        assert len(triggers.missing(connection)) in (5, 6)
        triggers.install(connection)
        triggers.install(connection)
    assert triggers.missing(connection) == []
