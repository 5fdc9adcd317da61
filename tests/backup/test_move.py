"""An installation that has moved into another database is the same there, and the old one takes nothing more."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import User
from advisor.backup.rows import tables
from advisor.cases.models import Case
from advisor.logbook import triggers as log_triggers
from advisor.logbook.models import Event
from advisor.logbook.verify import broken_places, chain_keys
from advisor.settings_database import database_of
from advisor.texts import triggers as text_triggers
from tests.backup.rooms import in_database, in_file, judged, rows
from tests.factories import make_case, make_user

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).parents[2]
Everything = dict[str, list[dict[str, Any]]]
# Runs the command with a fault in what it writes, as a bad disk or driver would have.
_DAMAGED = """
import sys, django
django.setup()
from django.core.management import call_command
from advisor.backup import move
usual = move.row_with
def damaged(model, values):
    if model._meta.label == "cases.Answer" and values["id"] == 2:
        values = {**values, "sealed": b"x"}
    return usual(model, values)
move.row_with = damaged
try:
    call_command("move")
except Exception as fault:
    sys.exit(str(fault))
"""


def program(old: str, new: str, *command: str) -> subprocess.CompletedProcess[str]:
    """A process that works in the old database and is told of the new one."""
    surroundings = {**os.environ, "DATABASE_URL": old, "NEW_DATABASE_URL": new, "DEMO": "1"}
    surroundings["DJANGO_SETTINGS_MODULE"] = "advisor.settings"
    return subprocess.run(
        [sys.executable, *command], env=surroundings, cwd=ROOT, capture_output=True, text=True, timeout=300
    )


def move(old: str, new: str, *options: str) -> str:
    """Run the command as an operator does; what it said."""
    done = program(old, new, "manage.py", "move", *options)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def everything() -> Everything:
    """Every row of every table."""
    return {model._meta.label: rows(model) for model in tables()}


def same_but_for_the_move(now: Everything, before: Everything) -> None:
    """All rows are those of before; the log has one line more."""
    log = ("logbook.Event", "logbook.Chain")
    assert {label: now[label] for label in now if label not in log} == {
        label: before[label] for label in before if label not in log
    }
    *lines, last = now["logbook.Event"]
    assert lines == before["logbook.Event"]
    assert last["action"] == "database_moved"


@pytest.fixture
def old(tmp_path: Path) -> str:
    """The address of a SQLite file."""
    return f"sqlite:///{tmp_path / 'alt.sqlite3'}"


@pytest.fixture
def used(old: str, request: pytest.FixtureRequest) -> Everything:
    """In the file there are two offices with cases, and somebody is logged in; all that is in it."""
    with in_database(database_of(old)):
        north, _ = request.getfixturevalue("offices")
        Client().force_login(north)
        return everything()


@pytest.fixture
def new(tmp_path: Path) -> Iterator[str]:
    """The address of an empty database of the kind the tests run on."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path / 'neu.sqlite3'}"
        return
    known = connection.settings_dict
    name = f"{known['NAME']}_neu"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE template0")
    try:
        yield "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/".format(**known) + name
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_there_and_back(used: Everything, old: str, new: str, tmp_path: Path) -> None:
    """From a file into a database of the kind the tests run on, and from there into a file."""
    with in_database(database_of(old)):
        cases = judged()
    assert "cases.Case: 3" in move(old, new)
    with in_database(database_of(new)):
        same_but_for_the_move(everything(), used)
        assert judged() == cases
        assert not [place for key in chain_keys() for place in broken_places(key)]
        assert not log_triggers.missing(connection) + text_triggers.missing(connection)
        make_case(make_user("neu", "Beratung West"), "F-9")  # numbers go on where they should
        before = everything()
    back = f"sqlite:///{tmp_path / 'zurueck.sqlite3'}"
    move(new, back)
    with in_database(database_of(back)):
        same_but_for_the_move(everything(), before)


def test_the_old_one_acknowledges_nothing_more(
    old: str, new: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """A server that was left running says that nothing is saved; until somebody opens the database again."""
    first, second = (new, old) if connection.vendor == "postgresql" else (old, new)
    with in_database(database_of(first)):
        request.getfixturevalue("offices")
    move(first, second)
    with in_database(database_of(first)):
        before = everything()
        web = Client(raise_request_exception=False)
        web.force_login(User.objects.get(username="nora"))
        assert web.get(reverse("cases:result", args=[Case.objects.order_by("pk")[0].uuid])).status_code == 503
        assert web.post(reverse("cases:new"), {"reference": "F-8"}).status_code == 503
        after = everything()
        assert {label: after[label] for label in ("logbook.Event", "cases.Case")} == {
            label: before[label] for label in ("logbook.Event", "cases.Case")
        }
    assert "Wieder offen" in move(first, "", "--reopen")
    with in_database(database_of(first)):
        make_case(User.objects.get(username="nora"), "F-10")
        assert Event.objects.count() > len(before["logbook.Event"])


def test_what_is_damaged_on_the_way_is_found_and_nothing_has_moved(used: Everything, old: str, new: str) -> None:
    done = program(old, new, "-c", _DAMAGED)
    assert done.returncode == 1
    assert "cases.Answer: In der neuen Datenbank steht nicht, was geschrieben wurde" in done.stderr
    with in_database(database_of(old)):
        assert everything() == used
    with in_database(database_of(new)):
        assert not User.objects.exists()
    assert "cases.Case: 3" in move(old, new)


def test_an_address_that_leads_nowhere_is_said(used: Everything, old: str) -> None:
    unreachable = "postgres://a:b@127.0.0.1:1/x"
    for address, said in (("", "NEW_DATABASE_URL"), ("kein/pfad", "Adresse"), (unreachable, "nicht zu gebrauchen")):
        done = program(old, address, "manage.py", "move")
        assert (done.returncode, "Traceback" in done.stderr) == (1, False)
        assert said in done.stderr
    with in_database(database_of(old)):
        assert everything() == used


def test_never_into_itself_or_what_is_in_use(used: Everything, old: str, tmp_path: Path) -> None:
    other = tmp_path / "belegt.sqlite3"
    with in_file(other):
        make_user("allein")
    for address, said in ((old, "schon ist"), (f"sqlite:///{other}", "nicht leer. Belegt sind: ")):
        done = program(old, address, "manage.py", "move")
        assert done.returncode == 1
        assert said in done.stderr
