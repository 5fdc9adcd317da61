"""Says whether the log is whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from advisor.accounts.models import Office
from advisor.logbook import triggers
from advisor.logbook.heads import Head, heads, read_heads
from advisor.logbook.models import Chain
from advisor.logbook.verify import broken_places, chain_keys, holds

INSTALLATION = "(installation)"


class Command(BaseCommand):
    """Walks the chains of the log and reports each broken place; fails where there is one."""

    help = (
        "Check that no line of the log was changed, removed, inserted or moved. A log that was rewritten as a whole is"
        " only found with --expect and heads printed earlier."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Add `--office`, `--heads` and `--expect`."""
        parser.add_argument("--office", metavar="NAME", help="only the chain of this office")
        parser.add_argument("--heads", action="store_true", help="print the heads of the chains, to be kept elsewhere")
        parser.add_argument("--expect", metavar="FILE", type=Path, help="heads printed earlier: still in the log?")

    def handle(self, *args: Any, **options: Any) -> None:
        """Report; CommandError, and with it exit status 1, where anything is broken."""
        names = {Chain.INSTALLATION: INSTALLATION, **dict(Office.objects.values_list("pk", "name"))}
        keys = _chosen(options["office"], names)
        expected = [head for head in _expected(options["expect"]) if options["office"] is None or head.key in keys]
        broken = 0
        for line in _broken(keys, expected, names):
            broken += 1
            self.stderr.write(line)
        if broken:
            raise CommandError(f"The log is broken in {broken} place{'s' if broken > 1 else ''}.")
        ends = [head for head in heads() if head.key in keys]
        if options["heads"]:
            for head in ends:
                self.stdout.write(str(head))
        else:
            self.stdout.write(f"Whole: {sum(head.length for head in ends)} events in {len(ends)} chains.")


def _broken(keys: list[int], expected: list[Head], names: dict[int, str]) -> Iterator[str]:
    for trigger in triggers.missing(connection):
        yield f"The database does not protect the log: the trigger {trigger} is missing or switched off."
    for key in keys:
        for number, what in broken_places(key):
            yield f"{names.get(key, key)}: {f'event {number}: ' if number else ''}{what}"
    for head in expected:
        if head.length and not holds(head.key, head.length, head.head):
            yield f"{names.get(head.key, head.key)}: event {head.length}: not the one that the expected head names"


def _chosen(office: str | None, names: dict[int, str]) -> list[int]:
    if office is None:
        return chain_keys()
    found = [key for key, name in names.items() if name == office]
    if not found:
        raise CommandError(f"There is no office called “{office}”.")
    return found


def _expected(file: Path | None) -> list[Head]:
    if file is None:
        return []
    try:
        return list(read_heads(file.read_text(encoding="utf-8").splitlines()))
    except OSError as fault:
        raise CommandError(f"{file} cannot be read: {fault.strerror}.") from None
    except ValueError as fault:
        raise CommandError(f"{file}: {fault}.") from None
