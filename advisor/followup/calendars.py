"""Due days as iCalendar: whole days with a short id of the case and a link, and nothing of what it is about."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from icalendar import Calendar, Event

from advisor.accounts.models import User
from advisor.cases.filters import led_by
from advisor.cases.models import Case
from advisor.cases.outlook import whole_outlook
from advisor.followup.models import CalendarFeed
from advisor.logbook.models import Action
from advisor.logbook.record import record
from advisor.policies import Permission, may
from advisor.vault.faults import VaultFault

MOST_CASES = 1000  # the next of them by day; more is no calendar any more
KEPT_DAYS = 31  # how long a day that has passed and is not done stays in
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class DueEvent:
    """A day on which something in a case is due; ``count``: how many things."""

    case: UUID
    day: date
    count: int


def short_id(case: UUID) -> str:
    """By what a case is called in a calendar."""
    return case.hex[:_SHOWN]


def due_events(case: Case, since: date) -> Iterator[DueEvent]:
    """The days of a case from a day on that nobody has called done. Raises as opening the case does."""
    outlook = whole_outlook(case)
    days = Counter(
        due.day
        for who, each in outlook.persons.items()
        for due in each.deadlines
        if due.day is not None and outlook.is_open(who, due)
    )
    days.update(own.day for own in outlook.agenda.dates)
    for day in sorted(days):
        if day >= since:
            yield DueEvent(case.uuid, day, days[day])


def events_of(user: User, today: date) -> Iterator[DueEvent]:
    """The days of the running cases somebody leads; one query. A case that cannot be opened is left out."""
    since = today - timedelta(days=KEPT_DAYS)
    dated = led_by(user).exclude(next_due=None).select_related("key").order_by("next_due", "pk")
    for case in dated[:MOST_CASES]:
        try:
            yield from list(due_events(case, since))
        except VaultFault:
            continue


def calendar_file(events: Iterable[DueEvent], link: Callable[[UUID], str], now: datetime) -> bytes:
    """The file; ``link``: the whole address of the page of a case."""
    calendar = Calendar()
    calendar.add("prodid", "-//Wegweiser//Fristen//DE")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Wegweiser: Fristen")
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"value": "DURATION"})
    for each in events:
        event = Event()
        words = "Frist" if each.count == 1 else f"{each.count} Fristen"
        event.add("uid", f"{each.case}-{each.day.isoformat()}@wegweiser")
        event.add("dtstamp", now)
        event.add("dtstart", each.day)
        event.add("dtend", each.day + timedelta(days=1))
        event.add("summary", f"{words} (Fall {short_id(each.case)})")
        event.add("url", link(each.case))
        event.add("class", "CONFIDENTIAL")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return calendar.to_ical()


def make_feed(user: User) -> str:
    """A new secret for somebody's calendar address, which nobody can find out again; the one before is worthless."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        CalendarFeed.objects.update_or_create(user=user, defaults={"digest": _digest(token), "read_on": None})
        record(Action.CALENDAR_CHANGED, by=user, office_id=user.office_id, subject="angelegt")
    return token


def withdraw_feed(user: User) -> None:
    """Make somebody's calendar address worthless."""
    with transaction.atomic():
        if CalendarFeed.objects.filter(user=user).delete()[0]:
            record(Action.CALENDAR_CHANGED, by=user, office_id=user.office_id, subject="zurückgezogen")


def reader_of(token: str, today: date) -> User | None:
    """Whose calendar an address is, while they may work on cases; None otherwise. Once a day it goes on record."""
    feed = CalendarFeed.objects.select_related("user").filter(digest=_digest(token)).first()
    if feed is None or not may(feed.user, Permission.WORK_ON_CASES):
        return None
    if feed.read_on != today:
        with transaction.atomic():
            if CalendarFeed.objects.filter(pk=feed.pk).exclude(read_on=today).update(read_on=today):
                record(Action.CALENDAR_READ, by=feed.user, office_id=feed.user.office_id)
    return feed.user


def _digest(token: str) -> str:
    # 256 random bits cannot be guessed, so that a plain digest is enough.
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
