"""A log to look at and to tamper with."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection

from advisor.accounts.models import Office, User
from advisor.logbook import triggers
from advisor.logbook.models import Action
from advisor.logbook.record import record


@pytest.fixture
def office(db: None) -> Office:
    """An office whose log has eight lines; another one has two and the installation has one."""
    nord, sued = (Office.objects.create(name=f"Beratung {name}") for name in ("Nord", "Süd"))
    ada = User.objects.create_user("ada", office=nord)
    for number in range(8):
        record(Action.CASE_VIEWED, by=ada, office_id=nord.pk, subject=str(number))
    for action in (Action.LOGIN, Action.LOGOUT):
        record(action, by=None, office_id=sued.pk)
    record(Action.BACKUP_MADE, by=None, office_id=None)
    return nord


@pytest.fixture
def tamper(db: None) -> Callable[..., None]:
    """Run statements as the owner of the database could who takes the triggers away and puts them back."""

    def run(*statements: str) -> None:
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            triggers.remove(connection)
            for statement in statements:
                cursor.execute(statement)
            triggers.install(connection)

    return run
