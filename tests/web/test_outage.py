"""A storage that is locked, full, read-only or gone: 503 with what was typed, nothing half saved."""

from __future__ import annotations

import errno
import logging
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, DatabaseError, OperationalError, ProgrammingError, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from advisor.cases.models import Case
from advisor.web.outage import is_outage
from tests.factories import make_user, page_of

pytestmark = pytest.mark.django_db(transaction=True)

OURS = {"Sec-Fetch-Site": "same-origin"}
MARK = "MARKE-7f3a"


@pytest.fixture
def storage(db: None, tmp_path: Path) -> Iterator[BaseDatabaseWrapper]:
    """The database as production has it: on SQLite a file, with a short patience, instead of the tests' memory."""
    if connection.vendor != "sqlite":
        yield connections[DEFAULT_DB_ALIAS]
        return
    memory = connections[DEFAULT_DB_ALIAS]
    settings = {**memory.settings_dict, "NAME": tmp_path / "wegweiser.sqlite3"}
    settings["OPTIONS"] = {**settings["OPTIONS"], "timeout": 0.2}
    connections[DEFAULT_DB_ALIAS] = type(memory)(settings, DEFAULT_DB_ALIAS)
    try:
        call_command("migrate", verbosity=0)
        yield connections[DEFAULT_DB_ALIAS]
    finally:
        connections[DEFAULT_DB_ALIAS].close()
        connections[DEFAULT_DB_ALIAS] = memory


@pytest.fixture
def desk(storage: BaseDatabaseWrapper) -> Client:
    """A browser of somebody who is logged in; a fault of ours is a page and not an exception."""
    client = Client(raise_request_exception=False)
    client.force_login(make_user("ada"))
    return client


def create(desk: Client) -> HttpResponse:
    """Send the form for a new case."""
    return desk.post(reverse("cases:new"), {"reference": MARK}, headers=OURS)


def refused_and_kept(response: HttpResponse, log: pytest.LogCaptureFixture) -> None:
    """503 with what was typed and a hint when to try again; the log tells of it without what was typed."""
    page = response.content.decode()
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) > 0
    assert "gilt als nicht ausgeführt" in page
    assert f'value="{MARK}"' in page
    assert "Noch einmal senden" in page
    assert [record for record in log.records if record.name == "advisor.web.outage"]
    assert MARK not in "".join(record.getMessage() for record in log.records)


def on_insert(table: str, act: Callable[[], None]) -> Callable[..., Any]:
    """A wrapper that acts just before a row is written to a table."""

    def wrapper(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(f'INSERT INTO "{table}"'):
            act()
        return execute(sql, params, many, context)

    return wrapper


@pytest.fixture
def only_sqlite() -> None:
    """What only SQLite knows."""
    if connection.vendor != "sqlite":
        pytest.skip("SQLite only")


@pytest.fixture
def only_postgresql() -> None:
    """What only PostgreSQL knows."""
    if connection.vendor != "postgresql":
        pytest.skip("PostgreSQL only")


@pytest.mark.usefixtures("only_sqlite")
def test_a_locked_database(desk: Client, storage: BaseDatabaseWrapper, caplog: pytest.LogCaptureFixture) -> None:
    rival = sqlite3.connect(storage.settings_dict["NAME"], isolation_level=None)
    rival.execute("BEGIN EXCLUSIVE")
    refused_and_kept(create(desk), caplog)
    assert not Case.objects.exists()
    rival.execute("ROLLBACK")
    rival.close()
    assert create(desk).status_code == 302
    assert Case.objects.count() == 1


@pytest.mark.usefixtures("only_sqlite")
def test_a_full_disk(desk: Client, storage: BaseDatabaseWrapper, caplog: pytest.LogCaptureFixture) -> None:
    with storage.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
    statuses = []
    for number in range(200):  # until the last page is full
        response = desk.post(reverse("cases:new"), {"reference": f"{MARK}-{number}"}, headers=OURS)
        statuses.append(response.status_code)
        if response.status_code != 302:
            break
    assert statuses[-1] == 503
    assert f'value="{MARK}-{len(statuses) - 1}"' in response.content.decode()
    assert Case.objects.count() == statuses.count(302)
    assert {case.persons.count() for case in Case.objects.all()} <= {1}, "a case is there with its person or not at all"
    assert create(desk).status_code == 302, "the next connection knows of no limit"


@pytest.mark.usefixtures("only_sqlite")
def test_a_full_disk_while_an_answer_is_saved(desk: Client, storage: BaseDatabaseWrapper) -> None:
    create(desk)
    case = Case.objects.get()
    address = page_of("cases:section", case, "a")
    with storage.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
    sent = {"shown": "location", "location": "in_germany", "location.note": MARK * 300}
    responses = []
    for number in range(200):
        responses.append(desk.post(address, {**sent, "location.note": f"{number} {MARK}" * 300}, headers=OURS))
        if responses[-1].status_code == 503:
            break
    refused = responses[-1]
    assert refused.status_code == 503
    assert f"{len(responses) - 1} {MARK}" in refused.content.decode()


@pytest.mark.usefixtures("only_postgresql")
def test_a_connection_that_breaks_while_something_is_written(desk: Client, caplog: pytest.LogCaptureFixture) -> None:
    def cut() -> None:
        rival = connections[DEFAULT_DB_ALIAS].copy()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            pid = cursor.fetchone()[0]
        with rival.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
        rival.close()

    with connection.execute_wrapper(on_insert("cases_person", cut)):
        refused_and_kept(create(desk), caplog)
    assert not Case.objects.exists(), "the case without its person is rolled back"
    assert create(desk).status_code == 302


@pytest.mark.usefixtures("only_postgresql")
def test_a_database_that_refuses_to_write(desk: Client, caplog: pytest.LogCaptureFixture) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = on")
    refused_and_kept(create(desk), caplog)
    assert create(desk).status_code == 302, "the next connection may write"


def test_a_session_that_cannot_be_read(desk: Client, caplog: pytest.LogCaptureFixture) -> None:
    def gone(execute: Any, sql: str, *rest: Any) -> Any:
        if "session" in sql:
            raise OperationalError("gone")
        return execute(sql, *rest)

    with connection.execute_wrapper(gone):
        refused_and_kept(create(desk), caplog)
        page = desk.get(reverse("cases:list"))
    assert page.status_code == 503
    assert "Wegweiser kann gerade nicht speichern" in page.content.decode()


def test_htmx_is_told_in_one_sentence(desk: Client) -> None:
    def gone(*_: Any) -> Any:
        raise OperationalError("gone")

    create(desk)
    address = page_of("cases:answer", Case.objects.get(), "a", "location")
    with connection.execute_wrapper(gone):
        response = desk.post(address, {"location": "in_germany"}, headers={**OURS, "HX-Request": "true"})
    assert response.status_code == 503
    assert "data-refused" in response.content.decode()
    assert int(response.headers["Retry-After"]) > 0


def test_another_site_gets_nothing_back(desk: Client) -> None:
    def gone(*_: Any) -> Any:
        raise OperationalError("gone")

    with connection.execute_wrapper(gone):
        response = desk.post(reverse("cases:new"), {"reference": MARK}, headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 503
    assert MARK not in response.content.decode()


def caused(error: type[Exception], **attributes: str) -> Exception:
    """A fault of the database as Django raises it: with the driver's own behind it."""
    driver = Exception("driver")
    for name, value in attributes.items():
        setattr(driver, name, value)
    found = error("text")
    found.__cause__ = driver
    return found


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("connection refused"),
        OSError(errno.ENOSPC, "full"),
        caused(OperationalError, sqlite_errorname="SQLITE_BUSY"),
        caused(OperationalError, sqlite_errorname="SQLITE_FULL"),
        caused(OperationalError, sqlite_errorname="SQLITE_IOERR_WRITE"),
        caused(DatabaseError, sqlite_errorname="SQLITE_CORRUPT"),
        caused(OperationalError, sqlstate="53100"),
        caused(OperationalError, sqlstate="57P01"),
        caused(OperationalError, sqlstate="40P01"),
        caused(DatabaseError, sqlstate="25006"),
    ],
)
def test_what_the_storage_cannot_do_now(error: Exception) -> None:
    assert is_outage(error)


@pytest.mark.parametrize(
    "error",
    [
        None,
        ValueError("x"),
        OSError(errno.ENOENT, "no such file"),
        ProgrammingError("no such relation"),
        caused(OperationalError, sqlite_errorname="SQLITE_ERROR"),
        caused(DatabaseError, sqlite_errorname="SQLITE_CONSTRAINT_UNIQUE"),
        caused(DatabaseError, sqlstate="23505"),
        caused(ProgrammingError, sqlstate="42P01"),
    ],
)
def test_what_is_a_fault_of_ours(error: Exception | None) -> None:
    assert not is_outage(error)


def test_a_fault_of_ours_stays_one(desk: Client, caplog: pytest.LogCaptureFixture) -> None:
    def wrong(*_: Any) -> Any:
        raise ProgrammingError("no such column")

    with caplog.at_level(logging.ERROR), connection.execute_wrapper(wrong):
        assert create(desk).status_code == 500
