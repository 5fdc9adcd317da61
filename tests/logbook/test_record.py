"""A line of the log stands in its office's chain, and exactly when what it tells of has happened.

OWASP ASVS 5.0, 16.2.1 (when, where, who, what) and 16.2.2 (time in UTC).
"""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.db import transaction

from advisor.accounts.models import Office, User
from advisor.logbook.canonical import Entry, digest
from advisor.logbook.models import Action, Chain, Event
from advisor.logbook.record import ChainEnd, record

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(db: None) -> Office:
    """An office without events."""
    return Office.objects.create(name="Beratung Nord")


def test_an_event_keeps_what_it_is_told(office: Office) -> None:
    user, case = User.objects.create_user("ada", office=office), uuid4()
    record(Action.ANSWERED, by=user, office_id=office.pk, case=case, subject="3 answers", details=b"\x00sealed\xff")
    kept = Event.objects.get()
    assert (kept.office, kept.actor, kept.action, kept.case) == (office, user, "answered", case)
    assert kept.at.utcoffset() == timedelta(0)
    assert (kept.subject, bytes(kept.details or b"")) == ("3 answers", b"\x00sealed\xff")


def test_events_of_an_office_form_one_chain(office: Office) -> None:
    for action in (Action.LOGIN, Action.CASE_VIEWED, Action.LOGOUT):
        record(action, by=None, office_id=office.pk)
    events = list(Event.objects.order_by("number"))
    assert [event.number for event in events] == [1, 2, 3]
    assert bytes(events[0].previous) == b""
    assert all(bytes(later.previous) == bytes(earlier.digest) for earlier, later in pairwise(events))
    chain = Chain.objects.get()
    assert (chain.office, chain.length, bytes(chain.head)) == (office, 3, bytes(events[2].digest))


def _end(office: Office) -> ChainEnd:
    """Where the office's chain ends now."""
    chain = Chain.objects.get(office=office)
    return ChainEnd(chain.length, bytes(chain.head))


def test_who_has_read_the_end_of_the_chain_writes_behind_it(
    office: Office, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    record(Action.LOGIN, by=None, office_id=office.pk)
    end = _end(office)
    with transaction.atomic(), django_assert_num_queries(2):
        record(Action.LOGOUT, by=None, office_id=office.pk, end=end)
    first, second = Event.objects.order_by("number")
    assert bytes(second.previous) == bytes(first.digest)
    assert _end(office) == (2, bytes(second.digest))


@pytest.mark.parametrize("later", [True, False], ids=["longer", "another-head"])
def test_an_end_that_is_none_any_more_is_looked_up_again(office: Office, later: bool) -> None:
    record(Action.LOGIN, by=None, office_id=office.pk)
    end = _end(office) if later else _end(office)._replace(head=bytes(32))
    if later:
        record(Action.CASE_VIEWED, by=None, office_id=office.pk)
    record(Action.LOGOUT, by=None, office_id=office.pk, end=end)
    events = list(Event.objects.order_by("number"))
    assert [event.number for event in events] == list(range(1, len(events) + 1))
    assert all(bytes(behind.previous) == bytes(before.digest) for before, behind in pairwise(events))
    assert _end(office) == (len(events), bytes(events[-1].digest))


def test_the_digest_can_be_computed_from_the_row_alone(office: Office) -> None:
    record(Action.LOGIN, by=None, office_id=office.pk)
    record(Action.CASE_VIEWED, by=None, office_id=office.pk, case=uuid4(), details=b"x")
    for row in Event.objects.values(*Entry._fields, "digest"):
        assert bytes(row.pop("digest")) == digest(Entry(**row))


def test_offices_and_the_installation_have_chains_of_their_own(office: Office) -> None:
    other = Office.objects.create(name="Beratung Süd")
    for office_id in (office.pk, other.pk, None, office.pk, None, None):
        record(Action.LOGIN, by=None, office_id=office_id)
    lengths = dict(Chain.objects.values_list("office", "length"))
    assert lengths == {office.pk: 2, other.pk: 1, None: 3}


def test_what_is_rolled_back_was_not_logged(office: Office) -> None:
    record(Action.LOGIN, by=None, office_id=office.pk)
    with transaction.atomic():
        record(Action.CASE_CREATED, by=None, office_id=office.pk)
        transaction.set_rollback(True)
    record(Action.LOGOUT, by=None, office_id=office.pk)
    assert [event.action for event in Event.objects.order_by("number")] == [Action.LOGIN, Action.LOGOUT]
    assert Chain.objects.get().length == 2


@transaction.atomic
def make_office_and_log_it(office: Office) -> None:
    """A change and its line in the log."""
    Office.objects.create(name="Beratung Süd")
    record(Action.OFFICE_MADE, by=None, office_id=office.pk)


def test_a_change_that_cannot_be_logged_does_not_happen(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object, **kwargs: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("advisor.logbook.record.insert", full)
    with pytest.raises(OSError, match="disk full"):
        make_office_and_log_it(office)
    assert not Office.objects.filter(name="Beratung Süd").exists()


def test_it_costs_three_queries(office: Office, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    record(Action.LOGIN, by=None, office_id=office.pk)
    with transaction.atomic(), django_assert_num_queries(3):
        record(Action.CASE_VIEWED, by=None, office_id=office.pk, case=uuid4())


@pytest.mark.parametrize("subject", ["x" * 201, "a\x00b", "two\nlines", "\ud800"])
def test_a_subject_no_database_keeps_is_refused(office: Office, subject: str) -> None:
    with pytest.raises(ValueError, match="subject"):
        record(Action.LOGIN, by=None, office_id=office.pk, subject=subject)
    assert not Event.objects.exists()


def test_only_known_actions_are_logged(office: Office) -> None:
    with pytest.raises(ValueError, match="not a valid Action"):
        record("gossip", by=None, office_id=office.pk)  # type: ignore[arg-type]
