"""The log on the screen: of the own office only, searched, turned and downloaded, and each look is on record.

OWASP ASVS 5.0, 16.4.1 (nothing in a line is markup or a formula) and 16.4.2 (nobody reads it who may not).
"""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from advisor.accounts.models import Office, Role, User
from advisor.logbook import lines, views
from advisor.logbook.models import Action, Event
from advisor.logbook.record import record
from advisor.vault.faults import Tampered
from tests.factories import make_case, make_user

pytestmark = pytest.mark.django_db
LOG, TABLE = "/protokoll/", "/protokoll/tabelle.csv"


@pytest.fixture
def admin(db: None) -> User:
    """Who runs an office."""
    return make_user("vera", "Beratung Nord", Role.OFFICE_ADMIN)


@pytest.fixture
def desk(client: Client, admin: User) -> Client:
    """A browser in which that person is logged in."""
    client.force_login(admin)
    return client


def text(client: Client, address: str, **query: str) -> str:
    """The page at an address."""
    response = client.get(address, query)
    assert response.status_code == 200
    return response.content.decode()


def of_case(uuid: object) -> str:
    """The address of a case's log."""
    return reverse("cases:log", args=(uuid,))


def test_the_log_shows_the_own_office_only(desk: Client, admin: User) -> None:
    other = make_user("bob", "Beratung Süd")
    record(Action.CASE_VIEWED, by=admin, office_id=admin.office_id, subject="ours")
    record(Action.CASE_VIEWED, by=other, office_id=other.office_id, subject="theirs")
    record(Action.BACKUP_MADE, by=None, office_id=None, subject="nobodys")
    for page in (text(desk, LOG), text(desk, TABLE)):
        assert "ours" in page
        assert "theirs" not in page
        assert "nobodys" not in page
        assert "bob" not in page


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.OFFICE_ADMIN}))
def test_nobody_else_reads_it(client: Client, role: Role) -> None:
    user = make_user("ada", "Beratung Nord", role)
    case = make_case(make_user("carl"), "F-1")
    client.force_login(user)
    for address in (LOG, TABLE, of_case(case.uuid)):
        assert client.get(address).status_code == 403
    assert not Event.objects.filter(actor=user, action__in=(Action.LOG_VIEWED, Action.LOG_EXPORTED)).exists()


def test_looking_is_on_record(desk: Client, admin: User) -> None:
    case = make_case(make_user("ada"), "F-1")
    text(desk, LOG, person=str(admin.pk), von="2026-01-01")
    text(desk, of_case(case.uuid))
    text(desk, TABLE)
    looked = Event.objects.filter(office=admin.office, actor=admin).order_by("number")
    assert list(looked.values_list("action", "case", "subject")) == [
        (Action.LOG_VIEWED, None, f"Person {admin.pk}, von 2026-01-01"),
        (Action.LOG_VIEWED, case.uuid, ""),
        (Action.LOG_EXPORTED, None, ""),
    ]


def test_a_case_has_its_own_log(desk: Client) -> None:
    ada = make_user("ada")
    mine, other = make_case(ada, "F-1"), make_case(ada, "F-2")
    record(Action.MEMO_MADE, by=ada, office_id=ada.office_id, case=other.uuid, subject="other case")
    page = text(desk, of_case(mine.uuid))
    assert "Protokoll: F-1" in page
    assert "Fall angelegt" in page
    assert "other case" not in page
    assert of_case(mine.uuid) in text(desk, LOG)


def test_a_case_of_another_office_has_no_log(desk: Client) -> None:
    foreign = make_case(make_user("bob", "Beratung Süd"), "F-1")
    for uuid in (foreign.uuid, uuid4()):
        assert desk.get(of_case(uuid)).status_code == 404
    assert not Event.objects.filter(action=Action.LOG_VIEWED).exists()


def test_a_case_that_is_gone_still_has_its_log(desk: Client, admin: User) -> None:
    gone = uuid4()
    record(Action.CASE_DESTROYED, by=admin, office_id=admin.office_id, case=gone)
    assert f"Fall {str(gone)[:8]}" in text(desk, of_case(gone))


def test_the_log_is_searched_by_person_action_and_period(desk: Client, admin: User) -> None:
    ada = make_user("ada")
    record(Action.CASE_VIEWED, by=ada, office_id=ada.office_id, subject="viewed by ada")
    record(Action.CASE_VIEWED, by=admin, office_id=ada.office_id, subject="viewed by vera")
    record(Action.ANSWERED, by=ada, office_id=ada.office_id, subject="answered by ada")

    def found(**query: str) -> list[str]:
        page = text(desk, LOG, **query)
        return [name for name in ("viewed by ada", "viewed by vera", "answered by ada") if name in page]

    today = timezone.localdate()
    day = timedelta(days=1)
    assert found(person=str(ada.pk)) == ["viewed by ada", "answered by ada"]
    assert found(vorgang="case_viewed") == ["viewed by ada", "viewed by vera"]
    assert found(person=str(ada.pk), vorgang="case_viewed") == ["viewed by ada"]
    assert len(found(von=str(today), bis=str(today))) == 3
    assert found(von=str(today + day)) == found(bis=str(today - day)) == []


def test_pages_are_turned_while_the_log_grows(desk: Client, admin: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "PAGE_SIZE", 3)
    for number in range(7):
        record(Action.CASE_VIEWED, by=admin, office_id=admin.office_id, subject=f"line {number}")
    seen, under = [], ""
    while under is not None:
        response = desk.get(LOG, {"vorgang": "case_viewed", **({"vor": under} if under else {})})
        seen += [line.event.subject for line in response.context["lines"]]
        older = response.context["older"]
        assert "vorgang=case_viewed" in older or not older
        under = older.partition("vor=")[2] or None
    assert seen == [f"line {number}" for number in reversed(range(7))]


@pytest.mark.parametrize(
    "query",
    [
        {"person": "x"},
        {"person": "9" * 400},
        {"person": "\x00"},
        {"vorgang": "gossip"},
        {"von": "yesterday"},
        {"von": "0001-01-01"},
        {"bis": "9999-12-31"},
        {"von": "2026-02-02", "bis": "2026-02-01"},
        {"vor": "-1"},
        {"vor": "9" * 30},
        {"vor": "x"},
    ],
)
def test_a_search_that_makes_no_sense_is_told_so(desk: Client, admin: User, query: dict[str, str]) -> None:
    record(Action.CASE_VIEWED, by=admin, office_id=admin.office_id, subject="line of the log")
    for address in (LOG, TABLE):
        response = desk.get(address, query)
        assert response.status_code == 422
        assert "Bitte noch einmal ansehen" in response.content.decode()
        assert "line of the log" not in response.content.decode()


def test_a_person_of_another_office_cannot_be_searched_for(desk: Client) -> None:
    other = make_user("bob", "Beratung Süd")
    assert desk.get(LOG, {"person": str(other.pk)}).status_code == 422
    assert "bob" not in text(desk, LOG)


def test_the_table_holds_what_the_search_leaves(desk: Client, admin: User) -> None:
    case = make_case(make_user("ada"), "F-1")
    Office.objects.filter(pk=admin.office_id).update(name="=office")
    User.objects.filter(pk=admin.pk).update(last_name='=HYPERLINK("x")')
    record(Action.CASE_VIEWED, by=admin, office_id=admin.office_id, case=case.uuid, subject="-2+3")
    event = Event.objects.order_by("number").last()
    assert event is not None
    response = desk.get(TABLE, {"vorgang": "case_viewed"})
    assert response.headers["Content-Disposition"].startswith('attachment; filename="protokoll-2')
    header, line, end = response.content.decode("utf-8-sig").split("\r\n")
    assert header.startswith('"Nummer";"Zeitpunkt"')
    assert f'"{case.uuid}";"\'-2+3";"{bytes(event.digest).hex()}"' in line
    assert '"\'=HYPERLINK(""x"")"' in line
    assert end == ""


def test_a_table_that_is_too_long_is_refused_with_advice(desk: Client, admin: User) -> None:
    for _ in range(3):
        record(Action.CASE_VIEWED, by=admin, office_id=admin.office_id)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(views, "MOST_ROWS", 2)
        response = desk.get(TABLE)
    assert response.status_code == 422
    assert "kürzeren Zeitraum" in response.content.decode()


def test_details_are_shown_to_whom_they_are_opened_only(desk: Client, admin: User) -> None:
    case = uuid4()
    for sealed in (b"sealed", b"broken"):
        record(Action.OPENED_FROM_OUTSIDE, by=admin, office_id=admin.office_id, case=case, details=sealed)

    def read(event: Event) -> str:
        if bytes(event.details or b"") == b"broken":
            raise Tampered
        return "Vertretung im Urlaub"

    assert "Vertretung" not in text(desk, of_case(case))
    request = HttpRequest()
    request.method, request.user = "GET", admin
    page = views.render_case_log(request, case, read).content.decode()
    assert "Vertretung im Urlaub" in page
    assert "nicht lesbar" in page


def test_nothing_in_the_log_is_markup(desk: Client, admin: User) -> None:
    record(Action.CASE_VIEWED, by=admin, office_id=admin.office_id, subject="<b>bold</b>")
    assert "<b>bold</b>" not in text(desk, LOG)
