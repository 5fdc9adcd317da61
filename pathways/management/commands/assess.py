"""`manage.py assess`: a case file in, the assessment out as JSON, text or PDF; needs no database."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser

from pathways.management.assessing import (
    Assessed,
    BadInput,
    as_json,
    as_text,
    assess_bytes,
    assess_folder,
    read_file,
    read_stream,
)

BAD_INPUT, FAILED = 2, 1


class Command(BaseCommand):
    """Exit status 0, 2 for bad input (one line a fault on stderr), 1 for any other failure."""

    help = "Assess a case file (wegweiser-case/1) and print the assessment (wegweiser-assessment/1)."
    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """The case and one of the ways to write it."""
        parser.add_argument("case", metavar="CASE", help="case file, - for standard input, or a folder with --jsonl")
        way = parser.add_mutually_exclusive_group()
        way.add_argument("--format", choices=("json", "text"), default="json", help="json (default) or text")
        way.add_argument("--memo", metavar="OUT.pdf", type=Path, help="write the memo as PDF, and nothing else")
        way.add_argument("--jsonl", action="store_true", help="every *.json below the folder, one assessment a line")

    def handle(self, *args: Any, **options: Any) -> None:
        """Assess; leaves with exit status 2 or 1 where that fails."""
        # "Today" is decided here once, never inside the rules.
        today = date.today()
        try:
            if options["jsonl"]:
                self._folder(options["case"], today)
            else:
                self._one(options, today)
        except BadInput as bad:
            self._refuse(bad)
        except BrokenPipeError:
            # The reader has gone; Python would complain once more when it closes the pipe.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(FAILED)
        except OSError as error:
            self.stderr.write(f"assess: {error}", style_func=str)
            sys.exit(FAILED)

    def _one(self, options: dict[str, Any], today: date) -> None:
        name = options["case"]
        raw = read_stream(sys.stdin.buffer) if name == "-" else read_file(Path(name))
        assessed = assess_bytes(raw, today)
        if options["memo"] is not None:
            _write_whole(options["memo"], _memo(assessed))
        else:
            self._print(as_text(assessed) if options["format"] == "text" else as_json(assessed))

    def _folder(self, name: str, today: date) -> None:
        folder = Path(name)
        if not folder.is_dir():
            raise BadInput(f"{name}: is not a folder; --jsonl takes one")
        faulty = False
        for line in assess_folder(folder, today):
            if isinstance(line, BadInput):
                faulty = True
                self._complain(line)
            else:
                self._print(line)
        if faulty:
            sys.exit(BAD_INPUT)

    def _print(self, text: str) -> None:
        # The form is UTF-8 whatever the terminal is set to.
        if self.stdout._out is sys.stdout and hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        self.stdout.write(text, ending="")
        self.stdout.flush()

    def _complain(self, bad: BadInput) -> None:
        for line in bad.lines:
            self.stderr.write(line, style_func=str)

    def _refuse(self, bad: BadInput) -> NoReturn:
        self._complain(bad)
        sys.exit(BAD_INPUT)


def _memo(assessed: Assessed) -> bytes:
    # Loading the PDF writer takes longer than assessing: only who wants a PDF waits for it.
    from advisor.memo.paper import memo_pdf

    return memo_pdf(assessed.assessment, assessed.case.answers)


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".memo-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
