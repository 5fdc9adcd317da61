"""`manage.py rescreen`: judge all open cases anew by the law and texts of now, and fill the inboxes with what moved."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from advisor.accounts.models import Office
from advisor.rescreen import golden
from advisor.rescreen.progress import progress_of
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

    def handle(self, *args: Any, **options: Any) -> None:
        """A line for each office, then one for each golden case that comes out differently."""
        now = timezone.now()
        for office in _offices(options["office"]):
            if options["dry_run"]:
                words = _dry_run(office, now)
            elif options["wait"]:
                words = _waited(office, now)
            else:
                begin(office, now)
                words = "läuft im Hintergrund (manage.py work)"
            self.stdout.write(f"{office}: {words}")
            for flip in golden.run(office):
                self.stdout.write(f"{office}: {flip}")


def _offices(name: str | None) -> list[Office]:
    found = list(Office.objects.filter(**({"name": name} if name else {})).order_by("pk"))
    if name and not found:
        raise CommandError(f"Es gibt keine Stelle „{name}“.")
    return found


def _dry_run(office: Office, now: datetime) -> str:
    measure = measure_of(office, texts_digest(office), timezone.localdate(now), keep=False)
    cases = moved = broken = 0
    for first, last in ranges(office.pk):
        found = judged(office.pk, first, last, measure)
        cases, moved, broken = cases + found.cases, moved + found.moved, broken + found.broken
    return _counted(cases, moved, broken, "wären anders")


def _waited(office: Office, now: datetime) -> str:
    progress = progress_of(run_through(office, now))
    return _counted(progress.cases, progress.moved, progress.broken, "gehen anders aus")


def _counted(cases: int, moved: int, broken: int, words: str) -> str:
    unread = f", {broken} lassen sich nicht öffnen (siehe Protokoll des Programms)" if broken else ""
    return f"{cases} Fälle bewertet, {moved} {words}{unread}"
