"""`manage.py work`: the worker for what is done in the background; one beside the server is enough."""

from __future__ import annotations

import os
import signal
from argparse import ArgumentParser
from threading import Thread
from time import sleep
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from advisor.batch.tasks import AT_START

_LOOK = 1.0  # seconds between two looks for something to do


class Command(BaseCommand):
    """Takes up what another worker has left behind, begins what is due by itself, then does what is queued."""

    help = "Erledigt, was im Hintergrund zu tun ist (Sammelaufträge, Neubewertungen). Läuft, bis es beendet wird."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--once`, `--with-parent`."""
        parser.add_argument("--once", action="store_true", help="endet, sobald nichts mehr zu tun ist")
        parser.add_argument(
            "--with-parent", action="store_true", help="endet, wenn der Prozess endet, der ihn gestartet hat"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Work until told to end; a first signal lets the memos just begun be finished."""
        if options["with_parent"]:
            Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
        for begin in AT_START:
            begin(timezone.now())
        # Silent, as every fault of a task is put down by the task itself, in words that hold nothing of a case.
        call_command("db_worker", verbosity=0, interval=_LOOK, batch=options["once"], reload=False)


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        sleep(_LOOK)
    os.kill(os.getpid(), signal.SIGTERM)
