"""Fills an empty installation with invented offices and sealed cases: `python -m benchmarks.generate --cases N`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import islice
from multiprocessing import get_context
from random import Random
from time import monotonic
from typing import TYPE_CHECKING, Any

import django

from benchmarks.generated_cases import generated_cases

if TYPE_CHECKING:
    from advisor.cases.outlook import PersonOutlook
    from pathways.engine.facts import Answer

CASES_AN_OFFICE, COUNSELLORS = 1_000, 10
OFFICE = "Stelle"  # and its number, from 0001
SHORT = 8  # answers of most cases
FULL_EVERY = 20  # one case in so many, and each of the first thousand, has the answers of a whole interview
_TEMPLATES = 300  # different cases at most; each copy has a key, days and a person in charge of its own
_AT_ONCE = 500  # cases written in one transaction
_LARGE = 5_000  # cases from which on indexes are built at the end
_STATES = (("open", 55), ("waiting", 10), ("closed", 25), ("archived", 10))
_OFFICE_WIDE, _SHARED = 0.05, 0.1  # of the cases; the latter with one colleague


@dataclass(frozen=True, slots=True)
class Template:
    """The answers of a case and how its person stands by them."""

    answers: Mapping[str, Answer]
    outlook: PersonOutlook


@dataclass(frozen=True, slots=True)
class Task:
    """An office to make and fill; ``first``: the id of its first case and person."""

    name: str
    cases: int
    first: int
    seed: int
    different: int
    distinct: bool


def main(arguments: list[str] | None = None) -> None:
    """Fill the database that `DATABASE_URL` names."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generate", description=__doc__)
    parser.add_argument("--cases", type=int, required=True, metavar="N", help="how many cases, at least 1")
    parser.add_argument("--seed", type=int, default=1, help="another one gives other cases (default: 1)")
    parser.add_argument("--processes", type=int, default=2, help="how many fill at once (default: 2)")
    parser.add_argument(
        "--distinct", action="store_true", help="no two alike, all open, all whole interviews; takes five times as long"
    )
    parser.add_argument("--one-office", action="store_true", help="all cases in one office, by default 1,000 in each")
    asked = parser.parse_args(arguments)
    if asked.cases < 1 or asked.processes < 1:
        parser.error("--cases and --processes are at least 1")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "advisor.settings")
    django.setup()
    begun = monotonic()
    try:
        an_office = asked.cases if asked.one_office else CASES_AN_OFFICE
        offices = fill(asked.cases, asked.seed, asked.processes, an_office, distinct=asked.distinct)
    except RuntimeError as fault:
        sys.exit(str(fault))
    print(f"{asked.cases} cases in {offices} offices, {monotonic() - begun:.0f} s")


def fill(
    cases: int, seed: int = 1, processes: int = 1, an_office: int = CASES_AN_OFFICE, *, distinct: bool = False
) -> int:
    """Make the offices and their cases; how many offices. RuntimeError where the database is in use.

    ``distinct``: no two cases are alike, all run, all have the answers of a whole interview.
    """
    from django.core.management import call_command
    from django.db import connection, connections

    from advisor.accounts.models import User
    from benchmarks.aside import set_aside
    from benchmarks.case_rows import WRITTEN

    call_command("migrate", verbosity=0)
    if User.objects.exists():
        raise RuntimeError("there are people in this database; cases are invented in an empty one only")
    tasks = list(_tasks(cases, seed, an_office, distinct))
    aside = connection.vendor == "postgresql" and cases >= _LARGE
    with set_aside(WRITTEN) if aside else nullcontext():
        if processes == 1:
            for task in tasks:
                fill_office(task)
        else:
            connections.close_all()
            with get_context("spawn").Pool(processes, django.setup) as pool:
                for _ in pool.imap_unordered(fill_office, tasks):
                    pass
    _set_sequences()
    return len(tasks)


def _tasks(cases: int, seed: int, an_office: int, distinct: bool) -> Iterator[Task]:
    """An office after the other."""
    for number, first in enumerate(range(1, cases + 1, an_office), start=1):
        size = min(an_office, cases + 1 - first)
        # What is drawn for one office must not be drawn for the next.
        own_seed, different = (seed << 32 | first, size) if distinct else (seed, min(cases, _TEMPLATES))
        yield Task(f"{OFFICE} {number:04}", size, first, own_seed, different, distinct)


def _people(office: str) -> tuple[int, list[int]]:
    """A new office with its counsellors."""
    from django.db import transaction

    from advisor.accounts.models import Office
    from benchmarks.filling import make_user

    with transaction.atomic():
        people = [make_user(f"beratung{place} {office}".replace(" ", "."), office).pk for place in range(COUNSELLORS)]
        return Office.objects.get(name=office).pk, people


def fill_office(task: Task) -> None:
    """Make an office with its people and write its cases, their marks and its log."""
    from django.db import transaction

    from advisor.cases.marks import marks_of, sealed_marks
    from advisor.logbook.models import Chain
    from benchmarks.case_rows import CaseRows, bulk_insert

    full = _templates(task.seed, task.different)
    short = () if task.distinct else _templates(task.seed, task.different, SHORT)
    office, counsellors = _people(task.name)
    marked = sealed_marks(office, marks_of(each.outlook for each in (*full, *short)))
    chance = Random(f"{task.seed}/{task.first}")  # the same cases every time
    chain = Chain.objects.get(pk=office)  # its people are in the log already
    rows = CaseRows(office, marked, chain.length, bytes(chain.head))
    for begin in range(0, task.cases, _AT_ONCE):
        for place in range(begin, min(begin + _AT_ONCE, task.cases)):
            number = task.first + place
            of_kind = full if number <= CASES_AN_OFFICE or place % FULL_EVERY == 0 else short
            template = full[place] if task.distinct else of_kind[chance.randrange(len(of_kind))]
            lead, other = chance.sample(counsellors, 2)
            life = _life(chance) | ({"state": "open", "closed_on": None} if task.distinct else {})
            rows.add(number, f"F-{place + 1:06}", lead, template, life)
            if chance.random() < _SHARED:
                rows.share(number, lead, other)
        with transaction.atomic():
            for model, written in rows.taken():
                bulk_insert(model, written)
            Chain.objects.filter(pk=office).update(length=rows.length, head=rows.head)


@lru_cache(maxsize=2)
def _templates(seed: int, number: int, most: int | None = None) -> tuple[Template, ...]:
    """Interviews, or as many of their first answers."""
    return tuple(_template(dict(islice(answers.items(), most))) for answers in generated_cases(number, seed))


def _template(answers: Mapping[str, Answer]) -> Template:
    from django.utils import timezone

    from advisor.cases.outlook import outlook_of
    from advisor.cases.standing import Standing

    return Template(answers, outlook_of(Standing(dict(answers), timezone.localdate())))


def _life(chance: Random) -> dict[str, Any]:
    """When a case was made and changed, and how far it is."""
    from django.utils import timezone

    now: datetime = timezone.now()
    created = now - timedelta(seconds=chance.randrange(1, 1500 * 86_400))
    changed = created + (now - created) * chance.random()
    state = chance.choices([name for name, _ in _STATES], [share for _, share in _STATES])[0]
    ended: date | None = changed.date() if state in ("closed", "archived") else None
    wide = chance.random() < _OFFICE_WIDE
    return {"created": created, "changed": changed, "state": state, "closed_on": ended, "office_wide": wide}


def _set_sequences() -> None:
    """Have the database go on behind the ids that were given by us."""
    from django.core.management.color import no_style
    from django.db import connection

    from advisor.cases.models import Case, Person

    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Case, Person]):
            cursor.execute(statement)
        if not connection.in_atomic_block:  # as a database does by itself in time
            cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


if __name__ == "__main__":
    main()
