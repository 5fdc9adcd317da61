"""`manage.py backup`: everything into one encrypted file, the wrapped keys into a second one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.template.defaultfilters import filesizeformat

from advisor.backup.faults import BackupFault
from advisor.backup.save import KEEP_KEYS_DAYS, back_up


class Command(BaseCommand):
    """Makes a back-up while the application runs; fit for a daily timer."""

    help = (
        "Schreibt eine verschlüsselte Sicherung: wegweiser-….data (alles) und wegweiser-….keys (die Schlüssel der "
        "Fälle, selbst verschlüsselt). Der Hauptschlüssel ist nicht dabei. Beide Dateien werden danach geprüft."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to, and how long key files are kept."""
        parser.add_argument("--to", required=True, type=Path, metavar="VERZEICHNIS", help="vorhandenes Verzeichnis")
        parser.add_argument(
            "--keep-keys",
            type=int,
            default=KEEP_KEYS_DAYS,
            metavar="TAGE",
            help="ältere Schlüsseldateien im Verzeichnis löschen, nie die neueste (Vorgabe: %(default)s). "
            "Danach ist ein gelöschter Fall auch in alten Sicherungen nicht mehr lesbar.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Back up and say what has come of it; exit status 1 where it fails."""
        if not 0 <= options["keep_keys"] <= 36500:
            raise CommandError("--keep-keys braucht eine Zahl von Tagen zwischen 0 und 36500.")
        try:
            made = back_up(options["to"], options["keep_keys"])
        except BackupFault as fault:
            raise CommandError(str(fault)) from fault
        self.stdout.write(
            f"Gesichert und geprüft: {made.data.name} ({filesizeformat(made.data.stat().st_size)}), {made.keys.name}."
        )
        if made.retired:
            self.stdout.write(f"Alte Schlüsseldateien gelöscht: {', '.join(path.name for path in made.retired)}.")
