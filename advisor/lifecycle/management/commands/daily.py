"""`manage.py daily`: what has to be done once a day; for a timer of the system."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from advisor.lifecycle.daily import Run, run


class Command(BaseCommand):
    """Ends with status 1 where a case is broken; the others are done all the same."""

    help = (
        "Löscht, was lange genug im Papierkorb lag, legt abgelaufene Fälle hinein, beurteilt laufende Fälle neu und "
        "räumt Abgelaufenes auf. "
        "Einmal am Tag ausführen; ein zweiter Lauf schadet nicht."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--dry-run`."""
        parser.add_argument("--dry-run", action="store_true", help="nur zeigen, was geschehen würde")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run and print counts and ids, nothing from a case."""
        dry_run = options["dry_run"]
        done = run(timezone.now(), dry_run=dry_run)
        if dry_run:
            self.stdout.write("Probelauf: nichts wurde geändert.")
        self._list("Gelöscht", done.destroyed)
        self._list("In den Papierkorb gelegt", done.scheduled)
        self._list("Fällig, aber noch gesperrt", done.blocked)
        if done.undecided:
            self.stdout.write(f"Abgeschlossen, ohne dass die Stelle eine Frist festgelegt hat: {done.undecided}")
        for step in done.steps:
            self.stdout.write(f"{step.words}: {step.count}")
        for words, count in done.cleared.items():
            self.stdout.write(f"Aufgeräumt, {words}: {count}")
        if not done.swept:
            self.stdout.write("Reste gelöschter Zeilen bleiben bis zum nächsten Lauf in der Datenbank.")
        self._complain(done)

    def _list(self, words: str, cases: list[Any]) -> None:
        self.stdout.write(f"{words}: {len(cases)}")
        for uuid in cases:
            self.stdout.write(f"  {uuid}")

    def _complain(self, done: Run) -> None:
        if done.broken:
            named = "\n".join(f"  {uuid}" for uuid in done.broken)
            raise CommandError(f"Diese Fälle ließen sich nicht bearbeiten, alle anderen sind erledigt:\n{named}")
