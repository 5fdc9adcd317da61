"""`manage.py move`: the whole installation into another database."""

from __future__ import annotations

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from advisor.backup.closed import reopen
from advisor.backup.faults import BackupFault
from advisor.backup.move import move

VARIABLE = "NEW_DATABASE_URL"


class Command(BaseCommand):
    """Moves all or nothing, and closes the old database; with --reopen it opens that one again."""

    help = (
        f"Zieht in die leere Datenbank um, deren Adresse in {VARIABLE} steht (SQLite oder PostgreSQL), vergleicht jede "
        "Zeile und schließt die alte. Beenden Sie vorher die Anwendung und die Arbeit im Hintergrund."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to open the old one again."""
        parser.add_argument(
            "--reopen",
            action="store_true",
            help="die alte Datenbank (die in DATABASE_URL) wieder öffnen; was in der neuen geschah, fehlt in ihr",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Move or reopen; exit status 1 where it fails, and nothing has changed then."""
        if options["reopen"]:
            self.stdout.write("Wieder offen." if reopen(connection) else "Diese Datenbank war nicht geschlossen.")
            return
        # Not an argument: those stand in the list of processes, and there is a password in an address.
        url = os.environ.get(VARIABLE, "")
        if not url:
            raise CommandError(
                f"Setzen Sie {VARIABLE}, zum Beispiel auf postgres://wegweiser:PASSWORT@127.0.0.1/wegweiser"
            )
        try:
            rows = move(url, self.stdout.write)
        except BackupFault as fault:
            raise CommandError(str(fault)) from fault
        self.stdout.write(
            f"{rows} Zeilen umgezogen, alle verglichen. Die alte Datenbank nimmt nichts mehr an. Setzen Sie jetzt "
            f"DATABASE_URL auf die neue und starten Sie beide Dienste. Dateien (MEDIA_ROOT) bleiben, wo sie sind."
        )
