"""`manage.py assess`: a case file in, the assessment out as JSON, text or PDF; needs no database."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import Any, cast

from django.core.management.base import BaseCommand, CommandParser

from pathways.management import command_line


class Command(BaseCommand):
    """The command among Django's; `pathways.management.command_line` does the work."""

    help = command_line.DESCRIPTION
    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """The case and one of the ways to write it."""
        command_line.add_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Assess; leaves with exit status 2 or 1 where that fails."""
        status = command_line.run(Namespace(**options), cast(Any, self.stdout), cast(Any, self.stderr))
        if status:
            sys.exit(status)
