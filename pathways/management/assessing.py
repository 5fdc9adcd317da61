"""Assessing case files outside the web: reading them, writing assessments as JSON, JSON Lines or text; no Django."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from pathways.engine.casefile import LARGEST_FILE, CaseFile, CaseFileFaults, read_case
from pathways.engine.consultation import Assessment, consult
from pathways.engine.report import report
from pathways.law import LAW


class BadInput(Exception):
    """What was handed in cannot be assessed; ``lines``: one for each fault, with nothing in it that does not print."""

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = tuple(_one_line(line) for line in lines)


@dataclass(frozen=True, slots=True)
class Assessed:
    """A case file and what the law says about it."""

    case: CaseFile
    assessment: Assessment


def assess_bytes(raw: bytes, today: date) -> Assessed:
    """Assess a case file; ``today`` is the day of a case that names none. BadInput with every fault."""
    if len(raw) > LARGEST_FILE:
        raise BadInput(f"file: is longer than the {LARGEST_FILE} bytes that are allowed")
    try:
        case = read_case(raw, LAW.facts_by_id)
    except CaseFileFaults as error:
        raise BadInput(*(str(fault) for fault in error.faults)) from None
    return Assessed(case, consult(LAW, case.answers, case.as_of or today, case.reference))


def as_json(assessed: Assessed) -> str:
    """The assessment as indented JSON with a line break at the end."""
    return json.dumps(report(assessed.assessment, LAW), ensure_ascii=False, indent=2) + "\n"


def as_text(assessed: Assessed) -> str:
    """The assessment as text for a terminal."""
    # Loading the words of the law takes half as long as the law itself, and JSON does not use them.
    from pathways.content.reading import read_assessment
    from pathways.content.terminal import terminal_text

    everything = {pathway.id for pathway in LAW.pathways}
    return terminal_text(read_assessment(assessed.assessment, assessed.case.answers, LAW, everything))


def as_line(assessed: Assessed, file: str) -> str:
    """The assessment as one line of JSON, the name of the file first."""
    document = {"file": file, **report(assessed.assessment, LAW)}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


def read_stream(stream: IO[bytes]) -> bytes:
    """The bytes of a stream, never much more than a case file may have."""
    return stream.read(LARGEST_FILE + 1)


def read_file(path: Path) -> bytes:
    """The bytes of a case file; BadInput, without the name of the file, where it cannot be read."""
    try:
        # Opening a pipe that nobody writes to would wait for ever.
        with open(path, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NONBLOCK)) as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise BadInput("is not a regular file")
            return read_stream(stream)
    except IsADirectoryError:
        raise BadInput("is a directory; add --jsonl to assess every *.json below it") from None
    except FileNotFoundError:
        raise BadInput("does not exist") from None
    except (OSError, ValueError) as error:
        raise BadInput(f"cannot be read ({_reason(error)})") from None


def assess_folder(folder: Path, today: date) -> Iterator[str | BadInput]:
    """One line of JSON for each `*.json` below the folder, in order of path; BadInput for each bad file.

    The lines of a BadInput begin with the path below the folder.
    """
    unreadable: list[OSError] = []
    for name in _case_files(folder, unreadable):
        shown = _text(name)
        try:
            yield as_line(assess_bytes(read_file(folder / name), today), shown)
        except BadInput as bad:
            yield BadInput(*(f"{shown}: {line}" for line in bad.lines))
    for error in unreadable:
        name = os.path.relpath(error.filename or folder, folder)
        yield BadInput(f"{_text(name)}: cannot be read ({_reason(error)})")


def _case_files(folder: Path, unreadable: list[OSError]) -> list[str]:
    found = [
        (Path(below) / name).relative_to(folder).as_posix()
        for below, _, names in os.walk(folder, onerror=unreadable.append)
        for name in names
        if name.endswith(".json")
    ]
    return sorted(found)


def _text(path: str) -> str:
    """A path as text that can be written, also where its bytes are no UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def _reason(error: OSError | ValueError) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)


def _one_line(text: str) -> str:
    """The text in one line: what does not print is written out."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape", "surrogatepass").decode() for sign in text
    )
