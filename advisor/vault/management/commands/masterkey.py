"""Makes a fresh master key."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from advisor.vault.key_file import put_first
from advisor.vault.master_keys import MASTER_ID, BadKeys, new_entry

KEEP = "Keep a copy apart from the server: without it nobody can open the cases, and no back-up either."


class Command(BaseCommand):
    """Prints a master key, or puts it first in a file."""

    help = "Make a fresh master key: print it, or write it to a file in front of the keys there."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Add `--to` and `--id`."""
        parser.add_argument(
            "--to", metavar="FILE", type=Path, help="make this file (mode 0600) or put the key first in it"
        )
        parser.add_argument("--id", help="name of the key: 1 to 32 of a-z, 0-9 and '-' (default: with today's date)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the key; print it only where no file was named."""
        master_id = options["id"] or f"{timezone.localdate():%Y%m%d}-{secrets.token_hex(3)}"
        if not MASTER_ID.fullmatch(master_id):
            raise CommandError(f"--id {master_id!r} is not allowed: 1 to 32 of a-z, 0-9 and '-'.")
        entry, path = new_entry(master_id), options["to"]
        if path is None:
            self.stdout.write(entry)
            self.stderr.write(KEEP)
            return
        try:
            existed = put_first(path, entry)
        except BadKeys as fault:
            raise CommandError(str(fault)) from None
        except OSError as fault:
            raise CommandError(f"{path} cannot be written: {fault.strerror}.") from None
        self.stdout.write(f"Master key '{master_id}' now comes first in {path}.")
        self.stdout.write(f"{KEEP} Next: manage.py rotate_keys" if existed else KEEP)
