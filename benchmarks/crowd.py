"""Many people with a case and a session each, for the load; and what of their answers is in the database afterwards."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import django

from benchmarks.filling import login, make_case, make_user

PEOPLE_AN_OFFICE = 5


def fill(people: int, case_file: Path) -> None:
    """One line: a list of what each of them asks with."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    found = []
    for number in range(people):
        user = make_user(f"messung{number}", f"Stelle {number // PEOPLE_AN_OFFICE}")
        found.append({**login(user), "about": make_case(user, case_file, 1, f"Messung {number}")})
    print(json.dumps(found))


def kept() -> None:
    """One line: by the uuid of each person, the values of the answers that are kept."""
    from advisor.cases.answers import answers_of
    from advisor.cases.models import Person

    found = {}
    for person in Person.objects.select_related("case__key"):
        answers = answers_of(person)
        found[str(person.uuid)] = {fact: _plain(each.value) for fact, each in answers.items()}
    print(json.dumps(found))


def _plain(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


if __name__ == "__main__":
    django.setup()
    if sys.argv[1] == "fill":
        fill(int(sys.argv[2]), Path(sys.argv[3]))
    else:
        kept()
