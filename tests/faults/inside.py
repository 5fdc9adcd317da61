"""The process beside the server that fills the database and reads it, each time through a fresh connection.

``python -m tests.faults.inside`` migrates, then answers one line of JSON with another until its input ends.
"""

from __future__ import annotations

import json
import sys
from io import StringIO
from typing import TYPE_CHECKING, Any

import django

if TYPE_CHECKING:
    from advisor.cases.models import Case


def main() -> None:
    """Orders are ``[name, argument...]``."""
    django.setup()
    from django.core.management import call_command
    from django.db import connections

    call_command("migrate", verbosity=0)
    orders = {"fill": fill, "read": read, "faults": faults, "setting": setting}
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        print(json.dumps(orders[name](*arguments)), flush=True)
        connections.close_all()


def fill(name: str, people: int) -> dict[str, Any]:
    """Counsellors of one office, logged in, with a case each; one more case that is everybody's."""
    from tests.factories import make_case, make_user

    users = [make_user(f"{name}-{number}") for number in range(people)]
    shared = make_case(users[0], name)
    shared.office_wide = True
    shared.save(update_fields=["office_wide"])
    return {
        "cookies": [_log_in(user) for user in users],
        "cases": [_place(make_case(user, user.username)) for user in users],
        "shared": _place(shared),
    }


def read(place: str) -> dict[str, list[Any]]:
    """The answers that stand in a case: value, proof and note by fact id."""
    from pathways.engine.facts import Gap

    found = {}
    for fact_id, answer in _answers(place).items():
        value = answer.value.value if isinstance(answer.value, Gap) else answer.value
        plain = sorted(value) if isinstance(value, frozenset) else value
        found[fact_id] = [plain, answer.proof.value if answer.proof else "", answer.note]
    return found


def faults() -> list[str]:
    """What is wrong with the database as a whole; meant for a moment when nobody writes."""
    from django.core.management import CommandError, call_command
    from django.db import connection

    found = []
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for pragma in ("integrity_check", "foreign_key_check"):
                cursor.execute(f"PRAGMA {pragma}")
                found += [f"{pragma}: {row}" for row in cursor.fetchall() if row != ("ok",)]
    report = StringIO()
    try:
        call_command("verify_log", stdout=report, stderr=report)
    except CommandError:
        found.append(report.getvalue())
    return found + _log_faults()


def setting(query: str) -> Any:
    """What the database says about itself to the application's own connection."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchone()[0]


def _place(case: Case) -> str:
    """A case and its person as addresses name them."""
    return f"{case.uuid}/person/{case.persons.get().uuid}"


def _answers(place: str) -> Any:
    from advisor.cases.answers import answers_of
    from advisor.cases.models import Case

    return answers_of(Case.objects.get(uuid=place.partition("/")[0]).persons.get())


def _log_faults() -> list[str]:
    """Every saved change has its line in the log, and nothing else has."""
    from advisor.cases.models import Case
    from advisor.logbook.models import Action, Event

    found = []
    for case in Case.objects.all():
        lines = Event.objects.filter(case=case.uuid, action=Action.ANSWERED).count()
        if lines != case.version:
            found.append(f"case {case.uuid}: version {case.version}, {lines} lines in the log")
    return found


def _log_in(user: Any) -> dict[str, str]:
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(user)
    return {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}


if __name__ == "__main__":
    main()
