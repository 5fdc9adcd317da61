"""Measurement 6: memos of many cases through the worker against the PDF writer alone, all in one process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks.machine import ROOT
from benchmarks.measure import Spread, alternating, ratios

ROUNDS = 5
MEMOS = 20  # in each round, so that 100 go through the worker
ALONE = 5  # in each round
CASE = ROOT / "benchmarks" / "cases" / "extension_marriage_ended.json"
_JOB, _ALONE = "a memo through the worker", "WeasyPrint alone, same page"
_PAGE = os.sysconf("SC_PAGE_SIZE")


def run() -> list[str]:
    """Lines of the report, from a process of its own with a database to throw away."""
    with TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "advisor.settings",
            "DEMO": "1",
            "DATABASE_URL": f"sqlite:///{folder}/papers.sqlite3",
        }
        command = (sys.executable, "-m", "benchmarks.papers")
        done = subprocess.run(
            command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True, timeout=3600
        )
    return done.stdout.splitlines()


def _measure() -> list[str]:
    """Only called where Django may be set up."""
    import django

    django.setup()
    from django.core.management import call_command

    from benchmarks.filling import make_case, make_user

    call_command("migrate", verbosity=0)
    user = make_user()
    for number in range(MEMOS):
        make_case(user, CASE, 1, f"M-{number}")
    resident: list[float] = []
    work = {_JOB: _through_the_worker(user, resident), _ALONE: _alone(user)}
    for warm_up in work.values():
        warm_up()
    resident.clear()
    return _report(alternating(ROUNDS, work), resident)


def _through_the_worker(user: object, resident: list[float]) -> Callable[[], float]:
    """Seconds of the processor for each memo of a job; ``resident`` gets the memory held after it, in MiB."""
    from typing import Any, cast

    from django.core.management import call_command

    from advisor.batch.models import BatchItem, ItemState
    from advisor.batch.starting import for_memos, start
    from advisor.memo.parts import Length

    def job() -> float:
        batch = start(cast(Any, user), list(for_memos(cast(Any, user))), Length.SHORT)
        begun = process_time()
        call_command("db_worker", verbosity=0, interval=0, startup_delay=False, batch=True, reload=False)
        seconds = process_time() - begun
        resident.append(int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE / 2**20)
        made = BatchItem.objects.filter(batch=batch, state=ItemState.MADE).count()
        if made != MEMOS:
            raise RuntimeError(f"{made} of {MEMOS} memos were made")
        return seconds / MEMOS

    return job


def _alone(user: object) -> Callable[[], float]:
    """Seconds of the processor for each PDF of the very page, style sheets and fonts parsed once as ours are."""
    from typing import Any, cast

    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from advisor.cases.models import Person
    from advisor.memo import fonts, making, render
    from advisor.memo.fetcher import SCHEME, LockedFetcher

    person = Person.objects.select_related("case__key", "case__office").order_by("pk")[0]
    composed = making.composed_memo(person, cast(Any, user), making.Wish(), several=False)
    html, faces, loaded = render.memo_html(composed.memo), fonts.faces(), FontConfiguration()
    fetcher = LockedFetcher({face.url: face.path for face in faces})
    memo_css = (ROOT / "static" / "memo.css").read_text(encoding="utf-8")
    sheets = [
        CSS(string=css, font_config=loaded, url_fetcher=fetcher, base_url=SCHEME)
        for css in (fonts.style_sheet(faces), memo_css)
    ]

    def alone() -> float:
        begun = process_time()
        for _ in range(ALONE):
            page = HTML(string=html, url_fetcher=fetcher, base_url=SCHEME)
            page.write_pdf(stylesheets=sheets, font_config=loaded, pdf_variant="pdf/a-3a")
        return (process_time() - begun) / ALONE

    return alone


def _report(times: dict[str, list[float]], resident: list[float]) -> list[str]:
    share = ratios(times, _ALONE, _JOB)
    return [
        f"{ROUNDS * MEMOS} memos in jobs of {MEMOS}, judged, written, kept and logged by the worker; one process,",
        f"{ROUNDS} rounds, alternating with the PDF writer alone ({ALONE} each); seconds of the processor for one.",
        *(f"{name:32} {Spread.of(figures).shown(2)} s" for name, figures in times.items()),
        f"Share of what one core can write: {share.shown(0, 100)} %; goal at least 90 %",
        f"Memory held after each round: {', '.join(f'{figure:.0f}' for figure in resident)} MiB; goal: flat",
    ]


if __name__ == "__main__":
    print("\n".join(_measure()))
