"""`manage.py rescreen`: judge all open cases anew by the law and texts of now, and fill the inboxes with what moved."""

from __future__ import annotations

from argparse import ArgumentParser
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from advisor.accounts.models import Office
from advisor.rescreen import golden
from advisor.rescreen.models import Run
from advisor.rescreen.progress import Progress, progress_of
from advisor.rescreen.starting import ranges
from advisor.rescreen.tasks import begin, run_through
from advisor.rescreen.work import judged, measure_of
from advisor.texts.library import texts_digest


class Command(BaseCommand):
    """Says what it has found in numbers; no case is changed, no answer and no name is printed."""

    help = "Bewertet alle offenen Fälle neu. Kein Fall ändert sich; was anders ausgeht, steht danach im Eingang."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--office`, `--dry-run`, `--wait`."""
        parser.add_argument("--office", metavar="NAME", help="nur diese Stelle")
        parser.add_argument("--dry-run", action="store_true", help="zählt nur und behält nichts")
        parser.add_argument("--wait", action="store_true", help="rechnet hier und jetzt statt im Hintergrund")
        parser.add_argument("--status", action="store_true", help="sagt nur, wie weit der letzte Lauf jeder Stelle ist")

    def handle(self, *args: Any, **options: Any) -> None:
        """A line for each office, then one for each golden case that comes out differently."""
        now = timezone.now()
        for office in _offices(options["office"]):
            if options["status"]:
                self.stdout.write(f"{office}: {_status(office)}")
                continue
            if options["dry_run"]:
                words = _dry_run(office, now)
            elif options["wait"]:
                words = _counted(progress_of(run_through(office, now, told=self._tell)))
            else:
                begin(office, now)
                words = "läuft im Hintergrund (manage.py work)"
            self.stdout.write(f"{office}: {words}")
            for flip in golden.run(office):
                self.stdout.write(f"{office}: {flip}")

    def _tell(self, run: Run) -> None:
        """One line that grows, for whoever watches; not where the output goes into a file."""
        if self.stderr.isatty():
            self.stderr.write(f"\r{run.office}: {progress_of(run).percent} %", ending="")
            self.stderr.flush()


def _offices(name: str | None) -> list[Office]:
    found = list(Office.objects.filter(**({"name": name} if name else {})).order_by("pk"))
    if name and not found:
        raise CommandError(f"Es gibt keine Stelle „{name}“.")
    return found


def _dry_run(office: Office, now: datetime) -> str:
    measure = measure_of(office, texts_digest(office), timezone.localdate(now), keep=False)
    total = Progress(0, 0, 0, 0, 0, 0)
    for first, last in ranges(office.pk):
        found = judged(office.pk, first, last, measure)
        total = replace(
            total,
            cases=total.cases + found.cases,
            moved=total.moved + found.moved,
            broken=total.broken + found.broken,
        )
    return _counted(total)


def _status(office: Office) -> str:
    run = Run.objects.filter(office=office, cancelled_at=None).order_by("-at", "-pk").first()
    if run is None:
        return "noch kein Lauf"
    progress = progress_of(run)
    state = (
        f"läuft, {progress.percent} %"
        if run.is_running
        else f"fertig am {timezone.localtime(run.finished_at):%d.%m.%Y %H:%M}"
    )
    return f"{state}; {_counted(progress)}"


def _counted(progress: Progress) -> str:
    words = f"Fälle bewertet: {progress.cases}, durch das Recht anders: {progress.moved}"
    if progress.broken:
        words += f", nicht zu öffnen: {progress.broken} (welche, steht im Protokoll des Programms)"
    if progress.failed:
        words += f", Teile nicht gelungen: {progress.failed}"
    return words
