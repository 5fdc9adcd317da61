"""Calendars leave the house: days and a short id, for nobody but who has the secret address, and on record."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from advisor.accounts.models import User
from advisor.cases.dates import Noted, keep_date, new_date_id
from advisor.cases.models import Case, CaseState
from advisor.cases.sealing import seal_label
from advisor.followup.calendars import short_id
from advisor.followup.models import CalendarFeed
from advisor.logbook.models import Action, Event
from tests.factories import make_case, make_user, person_of
from tests.stored import dump

pytestmark = pytest.mark.django_db

LABEL, WORDS, REFERENCE = "Frau Merkzeichen", "Anhörung im Bundesamt", "Aktenzeichen-77"


@pytest.fixture
def due(counsellor: User) -> Case:
    """A case with a name, an own date in three days and a deadline of the law, with and without a day."""
    served = timezone.localdate() - timedelta(days=3)
    case = make_case(
        counsellor,
        REFERENCE,
        location="in_germany",
        federal_state="BY",
        decision_kind="abh_refusal_title",
        decision_served_on=served.isoformat(),
        remedy_instruction="correct",
        remedy_filed=["none"],
    )
    person = person_of(case)
    seal_label(case, person, LABEL)
    person.save()
    keep_date(person, Noted(new_date_id(), in_days(3), words=WORDS), counsellor)
    return case


def in_days(number: int) -> date:
    """A day from today on."""
    return timezone.localdate() + timedelta(days=number)


def made(web: Client) -> str:
    """A new address, as the page shows it once."""
    return str(web.post(reverse("followup:calendar"), {"tun": "anlegen"}).context["address"])


def days_of(content: bytes) -> list[date]:
    """The days of a calendar; each event is a whole day."""
    found = []
    for event in Calendar.from_ical(content).walk("VEVENT"):
        day = event["DTSTART"].dt
        assert type(day) is date
        assert event["DTEND"].dt == day + timedelta(days=1)
        found.append(day)
    return found


def test_the_secret_address_answers_without_login_with_the_days_of_ones_cases(web: Client, due: Case) -> None:
    response = Client().get(made(web))
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.headers["Cache-Control"] == "no-store"
    days = days_of(response.content)
    due.refresh_from_db()
    assert days[0] == due.next_due == in_days(3)
    assert len(days) >= 2


def test_neither_name_nor_key_nor_what_it_is_about_leaves_the_house(web: Client, due: Case) -> None:
    feed, file = Client().get(made(web)), web.get(reverse("followup:case_calendar", args=(due.uuid,)))
    for response in (feed, file):
        text = response.content.decode().replace("\r\n ", "")
        assert f"SUMMARY:Frist (Fall {short_id(due.uuid)})" in text
        for personal in (LABEL, "Merkzeichen", WORDS, "Anhörung", REFERENCE, "Rechtsbehelf", "§", "VwGO", "ada", "BY"):
            assert personal not in text.replace("SUMMARY:Frist", ""), personal
        assert not {"DESCRIPTION", "LOCATION", "ORGANIZER", "ATTENDEE"} & {
            key for event in Calendar.from_ical(response.content).walk("VEVENT") for key in event
        }
    assert REFERENCE not in file.headers["Content-Disposition"]


def test_only_running_cases_one_leads_are_in_it(web: Client, due: Case) -> None:
    address = made(web)
    Case.objects.filter(pk=due.pk).update(lead=make_user("bob"), office_wide=True)
    assert days_of(Client().get(address).content) == []
    Case.objects.filter(pk=due.pk).update(lead=User.objects.get(username="ada"))
    assert days_of(Client().get(address).content)
    Case.objects.filter(pk=due.pk).update(state=CaseState.CLOSED, closed_on=timezone.localdate())
    assert days_of(Client().get(address).content) == []


def test_what_is_done_or_long_past_is_not_in_it(web: Client, case: Case) -> None:
    person = person_of(case)
    keys = [new_date_id() for _ in range(3)]
    for key, number in zip(keys, (-40, -5, 5), strict=True):
        keep_date(person, Noted(key, in_days(number), words=WORDS), case.lead)
    address = made(web)
    assert days_of(Client().get(address).content) == [in_days(-5), in_days(5)]
    keep_date(person, Noted(keys[2], in_days(5), done=True, words=WORDS), case.lead)
    assert days_of(Client().get(address).content) == [in_days(-5)]


def test_two_things_on_one_day_are_one_event(web: Client, case: Case) -> None:
    for _ in range(2):
        keep_date(person_of(case), Noted(new_date_id(), in_days(2), words=WORDS), case.lead)
    content = Client().get(made(web)).content
    assert days_of(content) == [in_days(2)]
    assert b"SUMMARY:2 Fristen" in content


def test_only_a_digest_is_kept_and_the_address_is_shown_once(web: Client, due: Case) -> None:
    address = made(web)
    token = address.rpartition("/")[2].removesuffix(".ics")
    assert len(token) >= 43
    assert token.encode() not in dump()
    assert token not in web.get(reverse("followup:calendar")).content.decode()


def test_a_new_address_ends_the_old_one_and_withdrawing_ends_both(web: Client, due: Case) -> None:
    first = made(web)
    second = made(web)
    assert [Client().get(each).status_code for each in (first, second)] == [404, 200]
    web.post(reverse("followup:calendar"), {"tun": "zurueckziehen"})
    assert Client().get(second).status_code == 404
    assert not CalendarFeed.objects.exists()
    assert web.post(reverse("followup:calendar"), {"tun": "x"}).status_code == 400
    assert Event.objects.filter(action=Action.CALENDAR_CHANGED).count() == 3


@pytest.mark.parametrize("why", ["inactive", "role", "office"])
def test_who_may_not_work_on_cases_any_more_gets_nothing(web: Client, counsellor: User, due: Case, why: str) -> None:
    address = made(web)
    if why == "inactive":
        User.objects.filter(pk=counsellor.pk).update(is_active=False)
    elif why == "role":
        counsellor.role_grants.all().delete()
    else:
        User.objects.filter(pk=counsellor.pk).update(office=None)
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("token", ["x", "0" * 43, "%00", "\u2028", "a" * 500])
def test_any_other_address_does_not_exist(due: Case, token: str) -> None:
    assert Client().get(f"/kalender/{token}.ics").status_code == 404


def test_a_day_of_reading_is_one_line_of_the_log(web: Client, due: Case) -> None:
    address = made(web)
    for _ in range(3):
        Client().get(address)
    assert Event.objects.filter(action=Action.CALENDAR_READ).count() == 1
    CalendarFeed.objects.update(read_on=in_days(-1))
    Client().get(address)
    assert Event.objects.filter(action=Action.CALENDAR_READ).count() == 2


def test_guessing_is_slowed(due: Case) -> None:
    client = Client()
    statuses = {client.get(f"/kalender/{place}.ics").status_code for place in range(70)}
    assert statuses == {404, 429}


@pytest.mark.parametrize("number", [1, 40])
def test_as_many_queries_however_many_cases(
    web: Client, counsellor: User, number: int, django_assert_max_num_queries: object
) -> None:
    for place in range(number):
        case = make_case(counsellor, f"F-{place}")
        keep_date(person_of(case), Noted(new_date_id(), in_days(2), words=WORDS), counsellor)
    address = made(web)
    Client().get(address)
    # Most of them count how often this address of the network asks.
    with django_assert_max_num_queries(15):  # type: ignore[operator]
        assert len(days_of(Client().get(address).content)) == number


def test_a_case_that_cannot_be_opened_leaves_the_others(web: Client, counsellor: User, due: Case) -> None:
    other = make_case(counsellor, "F-2")
    keep_date(person_of(other), Noted(new_date_id(), in_days(9), words=WORDS), counsellor)
    Case.objects.filter(pk=due.pk).update(sealed_outlook=b"\x01" + b"x" * 200)
    assert days_of(Client().get(made(web)).content) == [in_days(9)]


def test_the_file_of_a_foreign_case_does_not_exist(due: Case) -> None:
    browser = Client()
    browser.force_login(make_user("eve", "Beratung Süd"))
    assert browser.get(reverse("followup:case_calendar", args=(due.uuid,))).status_code == 404
