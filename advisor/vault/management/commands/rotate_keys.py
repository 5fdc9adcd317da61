"""Re-wraps every data key with the first master key."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser

from advisor.vault.faults import VaultFault
from advisor.vault.keyring import keyring
from advisor.vault.rotation import keys_by_master, rotate, waiting


class Command(BaseCommand):
    """Moves all data keys to the first master key; what they seal stays as it is."""

    help = "Wrap every data key with the first master key. The application may run on; can be broken off and repeated."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add `--dry-run`."""
        parser.add_argument("--dry-run", action="store_true", help="only count")

    def handle(self, *args: Any, **options: Any) -> None:
        """Count, move, and say which master keys nothing in the database needs any more."""
        try:
            self._rotate(dry_run=options["dry_run"])
        except (VaultFault, ImproperlyConfigured) as fault:
            raise CommandError(str(fault)) from None

    def _rotate(self, *, dry_run: bool) -> None:
        first = keyring().first.id
        counted = waiting()
        for master, count in counted.items():
            self.stdout.write(f"Wrapped with '{master}': {_data_keys(count)}.")
        if dry_run:
            self.stdout.write(f"Dry run: {_data_keys(sum(counted.values()))} would be wrapped with '{first}'.")
            return
        done = rotate()
        self.stdout.write(f"Now wrapped with '{first}': {_data_keys(done.moved)}.")
        self._tell_unused()
        if done.damaged:
            named = "\n".join(f"  {key}" for key in done.damaged)
            raise CommandError(
                f"{_data_keys(len(done.damaged))} left as before: the database row was changed or damaged, and what "
                f"the key seals cannot be opened until the row is restored from a back-up:\n{named}"
            )

    def _tell_unused(self) -> None:
        ring, needed = keyring(), keys_by_master()
        unused = [master for master in ring.keys if master not in needed and master != ring.first.id]
        if unused:
            self.stdout.write(
                f"The database no longer needs: {', '.join(unused)}. Remove them from the application's master keys "
                "once every process runs with the new one, and keep them apart from the server for as long as you "
                "keep back-ups made before today: those open only with them."
            )


def _data_keys(count: int) -> str:
    return f"{count} data key{'' if count == 1 else 's'}"
