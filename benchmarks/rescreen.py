"""Measurement 7: judging all open cases of an office anew, sealed as they are kept; on PostgreSQL where it is there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from benchmarks import rescreen_many
from benchmarks.generated_cases import generated_cases
from benchmarks.machine import ROOT
from benchmarks.measure import Spread, alternating, ratios
from pathways.engine.lawbook import Lawbook

CASES = int(os.environ.get("BENCHMARK_CASES", "300"))
LARGER = 4  # times as many cases in the other office
ROUNDS = 3
GOAL = 100  # cases a second and core
_ANOTHER_DAY, _OTHER_LAW, _READING = "another day, same law", "another law, same day", "reading and opening alone"
_SERVER = "pg_virtualenv"


def run() -> list[str]:
    """Lines of the report, from processes of their own with a database to throw away."""
    command = [sys.executable, "-m", "benchmarks.rescreen", "all"]
    with TemporaryDirectory() as folder:
        environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "advisor.settings", "DEMO": "1"}
        if shutil.which(_SERVER):
            command = [_SERVER, *command]
        else:
            environment["DATABASE_URL"] = f"sqlite:///{folder}/rescreen.sqlite3"
        done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return [*done.stdout.splitlines(), *(rescreen_many.run() if rescreen_many.CASES else ())]


def _all() -> list[str]:
    """Fill the database, then measure in processes that only do what is measured."""
    if "PGHOST" in os.environ:
        user, password, port = (os.environ[name] for name in ("PGUSER", "PGPASSWORD", "PGPORT"))
        os.environ["DATABASE_URL"] = f"postgres://{user}:{password}@localhost:{port}/{os.environ['PGDATABASE']}"
    answers = _fill()
    rates = alternating(ROUNDS, {kind: _rate_of(kind) for kind in (_ANOTHER_DAY, _OTHER_LAW, _READING)})
    small, large = (float(_measured("memory", office)) for office in ("klein", "gross"))
    share = ratios(rates, _OTHER_LAW, _READING)
    return [
        f"Generated cases, one person each, {answers:.0f} answers on average; {_vendor()}; {ROUNDS} processes each,",
        "alternating. Cases a second and core: processor time of the process, without the database's own.",
        *(
            f"{kind:28} {Spread.of(figures).shown(0)} cases/s{'' if kind == _READING else f'; goal {GOAL}'}"
            for kind, figures in rates.items()
        ),
        f"Another law against reading and opening alone: {share.shown(2)} times as many a second",
        f"Most memory of the process: {CASES} cases {small:.0f} MiB, {LARGER * CASES} cases {large:.0f} MiB "
        f"({large / small:.2f} times); goal: flat",
    ]


def _rate_of(kind: str) -> Callable[[], float]:
    return lambda: float(_measured("rate", kind))


def _measured(what: str, of: str) -> str:
    command = (sys.executable, "-m", "benchmarks.rescreen", what, of)
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def _fill() -> float:
    """Two offices with generated cases, each run through once; how many answers a case has on average."""
    _set_up()
    from django.core.management import call_command
    from django.utils import timezone

    from advisor.accounts.models import Office, Role, RoleGrant, User
    from advisor.cases.services import create_case
    from advisor.rescreen.tasks import run_through

    call_command("migrate", verbosity=0)
    cases = generated_cases(LARGER * CASES)
    for name, number in (("klein", CASES), ("gross", LARGER * CASES)):
        office = Office.objects.create(name=name)
        user = User.objects.create_user(name, office=office)
        RoleGrant.objects.create(user=user, role=Role.COUNSELLOR)
        for place in range(number):
            create_case(user, f"{name}-{place}", answers=cases[place])
        run_through(office, timezone.now())
    return sum(map(len, cases)) / len(cases)


def _vendor() -> str:
    from django.db import connection

    return {"postgresql": "PostgreSQL", "sqlite": "SQLite"}[connection.vendor]


def _set_up() -> None:
    import django

    django.setup()


def _rate(kind: str) -> float:
    """Cases a second of processor time in the larger office; every case is read, opened, judged and compared."""
    _set_up()
    from django.utils import timezone

    from advisor.accounts.models import Office
    from advisor.rescreen.models import Footing, MovedResult
    from advisor.rescreen.progress import progress_of
    from advisor.rescreen.tasks import run_through
    from pathways.law import LAW

    office, now = Office.objects.get(name="gross"), timezone.now()
    footing = Footing.objects.filter(person__case__office=office)
    if kind == _READING:
        return _read(office)
    if kind == _ANOTHER_DAY:
        newest = footing.order_by("-day").values_list("day", flat=True)[0]
        now += newest + timedelta(days=1) - timezone.localdate(now)
        law: Lawbook = LAW
    else:
        law = other_law()
        # As if the other law were that of today's program and the former run that of its predecessor.
        newest = footing.order_by("-day").values_list("day", flat=True)[0]
        now += newest - timezone.localdate(now)
    begun = process_time()
    progress = progress_of(run_through(office, now, law))
    seconds = process_time() - begun
    if progress.cases != LARGER * CASES or progress.broken or (kind == _OTHER_LAW and not progress.moved):
        raise RuntimeError(f"not every case was judged: {progress}")
    if kind == _OTHER_LAW:  # and back, for the next round
        run_through(office, now, LAW)
        if MovedResult.objects.exists():
            raise RuntimeError("the law is the same again, and something has moved")
    return progress.cases / seconds


def _read(office: Any) -> float:
    """Cases a second, only read and opened."""
    from advisor.rescreen.reading import folders, read_answers
    from advisor.rescreen.starting import ranges
    from pathways.law import LAW

    begun, number = process_time(), 0
    for first, last in ranges(office.pk):
        found = folders(office.pk, first, last)
        read_answers(found)
        for folder in found:
            number += len(list(folder.values(LAW)))
    return number / (process_time() - begun)


def other_law() -> Lawbook:
    """The law with a criterion of § 23a that asks for something else."""
    from pathways.engine.pathway import Rule
    from pathways.law import LAW
    from pathways.law import facts as f

    pathway = LAW.pathway("p23a")
    rule = Rule(f.CURRENT_STATUS.among("duldung"), ~f.CURRENT_STATUS.among("duldung"))
    criteria = tuple(
        criterion.but(rule=rule, contested=None) if criterion.id == "p23a_enforceable" else criterion
        for criterion in pathway.criteria
    )
    changed = replace(pathway, criteria=criteria)
    return replace(LAW, pathways=tuple(changed if each.id == "p23a" else each for each in LAW.pathways))


def _memory(name: str) -> float:
    """The most memory, in MiB, of a process that judges all cases of an office by another law and then by ours."""
    _set_up()
    from django.utils import timezone

    from advisor.accounts.models import Office
    from advisor.rescreen.tasks import run_through
    from pathways.law import LAW

    office = Office.objects.get(name=name)
    for law in (other_law(), LAW):
        run_through(office, timezone.now(), law)
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["rate", kind]:
            print(_rate(kind))
        case ["memory", name]:
            print(_memory(name))
        case _:
            print("\n".join(_all()))
