"""The process beside the server that fills the database and reads it, each time through a fresh connection.

``python -m tests.faults.inside`` migrates, then answers one line of JSON with another until its input ends.
"""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from io import StringIO
from typing import TYPE_CHECKING, Any

import django
from django.utils import timezone

if TYPE_CHECKING:
    from advisor.cases.models import Case


def main() -> None:
    """Orders are ``[name, argument...]``."""
    django.setup()
    from django.core.management import call_command
    from django.db import connections

    call_command("migrate", verbosity=0)
    orders = {"fill": fill, "read": read, "faults": faults, "setting": setting}
    orders |= {"job": job, "memos": memos, "later": later, "abandoned": abandoned, "job_faults": job_faults}
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


def job(name: str, cases: int) -> str:
    """The id of a queued job about so many cases of a new counsellor, who is alone in an office."""
    from advisor.batch.starting import for_memos, start
    from advisor.memo.parts import Length
    from advisor.rescreen.starting import outdated
    from advisor.rescreen.tasks import run_through
    from tests.factories import make_case, make_user

    user = make_user(name, f"Beratung {name}")
    for number in range(cases):
        make_case(user, f"{name}-{number}", location="in_germany", federal_state="NW")
    # Otherwise a worker that starts would begin with judging everybody, and die over that.
    for office in list(outdated()):
        run_through(office, timezone.now())
    return str(start(user, list(for_memos(user)), Length.SHORT))


def memos(job: str) -> int:
    """How many memos of the cases of a job are kept."""
    return len(_memos(job))


def later(job: str) -> None:
    """Let nothing of a job be claimed any more, as it would be after a while."""
    from advisor.batch.models import BatchItem

    BatchItem.objects.filter(batch__uuid=job).exclude(claimed_until=None).update(claimed_until=timezone.now())


def abandoned(job: str) -> None:
    """Let what nobody has worked on for longer than any memo takes be claimed anew, and at once, as later on."""
    from django_tasks_db.models import DBTaskResult

    from advisor.batch.models import BatchItem
    from advisor.batch.work import LEASE

    old = timezone.now() + LEASE - timedelta(seconds=20)
    waiting = BatchItem.objects.filter(batch__uuid=job, claimed_until__lt=old)
    if waiting.update(claimed_until=timezone.now()):
        DBTaskResult.objects.filter(run_after__gt=timezone.now()).update(run_after=timezone.now())


def job_faults(job: str) -> list[str]:
    """What is wrong with a job that should be over: each case has one memo, one line in the log, one row of the job."""
    from advisor.batch.models import Batch
    from advisor.logbook.models import Action, Event
    from advisor.memo.keeping import file_of

    found, batch = [], Batch.objects.get(uuid=job)
    if batch.finished_at is None:
        found.append("not finished")
    for item in batch.items.all():
        kept = [memo for memo in _memos(job) if memo.case_id == item.case_id]
        lines = Event.objects.filter(case=item.case.uuid, action=Action.MEMO_MADE).count()
        if [memo.pk for memo in kept] != [item.memo_id] or lines != 1 or not file_of(kept[0]).startswith(b"%PDF"):
            found.append(f"{item.case}: {len(kept)} memos, {lines} lines in the log, {item.state}")
    return found


def _memos(job: str) -> list[Any]:
    from advisor.memo.models import KeptMemo

    return list(KeptMemo.objects.filter(case__in=_job_cases(job)).select_related("case", "record"))


def _job_cases(job: str) -> Any:
    from advisor.batch.models import BatchItem

    return BatchItem.objects.filter(batch__uuid=job).values("case")


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
