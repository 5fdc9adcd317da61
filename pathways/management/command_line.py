"""The command line of `manage.py assess`: what it takes, what it writes and how it ends. Django only for `--memo`."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TextIO
from zoneinfo import ZoneInfo

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

DONE, FAILED, BAD_INPUT = 0, 1, 2
DESCRIPTION = "Assess a case file (wegweiser-case/1) and print the assessment (wegweiser-assessment/1)."


def add_arguments(parser: ArgumentParser) -> None:
    """The case and one of the ways to write its assessment."""
    parser.add_argument("case", metavar="CASE", help="case file, - for standard input, or a folder with --jsonl")
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--format", choices=("json", "text"), default="json", help="json (default) or text")
    way.add_argument("--memo", metavar="OUT.pdf", type=Path, help="write the memo as PDF, and nothing else")
    way.add_argument("--jsonl", action="store_true", help="every *.json below the folder, one assessment a line")


def main(arguments: Sequence[str]) -> int:
    """Run the command without Django; leaves with status 2 where the arguments are wrong."""
    parser = ArgumentParser(prog="manage.py assess", description=DESCRIPTION)
    add_arguments(parser)
    return run(parser.parse_args(arguments), sys.stdout, sys.stderr)


def run(options: Namespace, out: TextIO, err: TextIO) -> int:
    """Assess and write; the exit status: 0, 2 for bad input (one line a fault on ``err``), 1 for another failure."""
    # The form is UTF-8 whatever the terminal is set to.
    reconfigure: Callable[..., None] | None = getattr(out, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", newline="\n")
    # "Today" is decided here once, never inside the rules: the law is German, and so is its day.
    today = datetime.now(ZoneInfo("Europe/Berlin")).date()
    try:
        if options.jsonl:
            return _folder(options.case, today, out, err)
        _one(options, today, out)
    except BadInput as bad:
        _complain(bad, err)
        return BAD_INPUT
    except BrokenPipeError:
        # The reader has gone; Python would complain once more when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        err.write(f"assess: {error}\n")
        return FAILED
    return DONE


def _one(options: Namespace, today: date, out: TextIO) -> None:
    assessed = assess_bytes(_raw(options.case), today)
    if options.memo is not None:
        _write_whole(options.memo, _memo(assessed))
        return
    out.write(as_text(assessed) if options.format == "text" else as_json(assessed))
    out.flush()


def _raw(name: str) -> bytes:
    if name == "-":
        return read_stream(sys.stdin.buffer)
    try:
        return read_file(Path(name))
    except BadInput as bad:
        raise BadInput(*(f"{name}: {line}" for line in bad.lines)) from None


def _folder(name: str, today: date, out: TextIO, err: TextIO) -> int:
    folder = Path(name)
    if "\x00" in name or not folder.is_dir():
        raise BadInput(f"{name}: is not a folder; --jsonl takes one")
    status = DONE
    for line in assess_folder(folder, today):
        if isinstance(line, BadInput):
            status = BAD_INPUT
            _complain(line, err)
        else:
            out.write(line)
            out.flush()
    return status


def _complain(bad: BadInput, err: TextIO) -> None:
    for line in bad.lines:
        err.write(f"{line}\n")


def _memo(assessed: Assessed) -> bytes:
    # Loading the PDF writer takes longer than assessing: only who wants a PDF waits for it.
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "advisor.settings")
    import django

    django.setup()
    from advisor.memo.paper import memo_pdf

    return memo_pdf(assessed.assessment, assessed.case.answers)


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    import tempfile  # with much in its train that only this needs

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
