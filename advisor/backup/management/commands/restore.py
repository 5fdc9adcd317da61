"""`manage.py restore`: a back-up into an empty database, or only a look whether it could be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from advisor.backup.faults import BackupFault
from advisor.backup.load import Restored, examine, newest_keys, restore


class Command(BaseCommand):
    """Restores all or nothing; with --check it reads the files only."""

    help = "Stellt eine Sicherung in einer leeren Datenbank wieder her oder prüft sie (--check)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which files, and whether to check only."""
        parser.add_argument("data", type=Path, metavar="DATEI", help="die Datei wegweiser-….data")
        parser.add_argument(
            "--keys", type=Path, metavar="DATEI", help="Schlüsseldatei (Vorgabe: die neueste im selben Verzeichnis)"
        )
        parser.add_argument("--check", action="store_true", help="nur beide Dateien ganz lesen und prüfen")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check or restore; exit status 1 where it fails, and nothing has changed then."""
        data: Path = options["data"]
        try:
            keys = options["keys"] or newest_keys(data)
            self.stdout.write(f"Daten: {data.name}, Schlüssel: {keys.name}")
            if options["check"]:
                self._check(data, keys)
            else:
                self._restored(restore(data, keys))
        except BackupFault as fault:
            raise CommandError(str(fault)) from fault

    def _check(self, data: Path, keys: Path) -> None:
        contents, key_contents = examine(data, keys)
        self.stdout.write(f"Die Sicherung ist vollständig und unverändert (Hauptschlüssel „{contents.header.master}“).")
        for label, count in sorted(contents.counts.items()):
            self.stdout.write(f"  {label}: {count}")
        self.stdout.write(f"  Dateien: {contents.files}")
        destroyed = contents.keys - key_contents.keys
        self.stdout.write(f"  Schlüssel: {len(contents.keys) - len(destroyed)}, vernichtet: {len(destroyed)}")

    def _restored(self, done: Restored) -> None:
        self.stdout.write(f"Wiederhergestellt: {done.rows.total()} Zeilen, {done.files} Dateien.")
        for label, count in sorted(done.rows.items()):
            self.stdout.write(f"  {label}: {count}")
        if done.keyless:
            self.stdout.write(
                f"Nicht wiederhergestellt, weil der Schlüssel vernichtet ist: {len(done.keyless)}, "
                f"mit allem, was daran hängt {done.left.total()} Zeilen."
            )
        for label, name in done.keyless:
            self.stdout.write(f"  {label} {name}")
        if done.broken:
            self.stderr.write(
                "Warnung: Das Protokoll war schon vor der Sicherung nicht mehr unversehrt "
                "(Kette/Nummer; mehr mit „manage.py verify_log“):"
            )
        for place in done.broken:
            self.stderr.write(f"  {place}")
