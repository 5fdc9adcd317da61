"""Ink where none should be: the pages as pictures, and what is not white outside the type area."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_DPI = 50
_DOT = 25.4 / _DPI  # millimetres
_WHITE = 250  # lighter than the lightest line that is printed, whose smoothed edge is at 240


@dataclass(frozen=True, slots=True)
class Margins:
    """The type area as distances from the edges of a page in millimetres; the foot stands in the middle of ``bottom``.

    By default that of most papers.
    """

    top: float = 17
    right: float = 18
    bottom: float = 18
    left: float = 20


def outside(content: bytes, margins: Margins, folder: Path) -> list[str]:
    """Where there is ink outside the type area and the foot, page by page; a millimetre is forgiven."""
    (folder / "paper.pdf").write_bytes(content)
    command = ["pdftoppm", "-q", "-r", str(_DPI), "-gray", str(folder / "paper.pdf"), str(folder / "page")]
    subprocess.run(command, check=True, timeout=120)
    found = []
    for number, path in enumerate(sorted(folder.glob("page-*.pgm")), 1):
        found += [f"page {number}: {where}" for where in _inked(path.read_bytes(), margins)]
        path.unlink()
    return found


def _inked(picture: bytes, margins: Margins) -> Iterator[str]:
    width, height, dots = _parsed(picture)

    def dots_of(millimetres: float) -> int:
        return max(0, int((millimetres - 1) / _DOT))

    top, bottom, foot = dots_of(margins.top), dots_of(margins.bottom), dots_of(margins.bottom * 0.8)
    left, right, edge = dots_of(margins.left), dots_of(margins.right), dots_of(margins.bottom * 0.25)
    rows = [dots[at : at + width] for at in range(0, width * height, width)]
    strips = {
        "above": rows[:top],
        "between text and foot": rows[height - bottom : height - foot],
        "below the foot": rows[height - edge :],
        "left": [row[:left] for row in rows],
        "right": [row[width - right :] for row in rows],
    }
    for name, strip in strips.items():
        if any(row and min(row) < _WHITE for row in strip):
            yield name


def _parsed(picture: bytes) -> tuple[int, int, bytes]:
    kind, width, height, brightest, dots = picture.split(maxsplit=4)
    assert (kind, brightest) == (b"P5", b"255")
    wanted = int(width) * int(height)
    # The first dots may look like blanks: count from the end.
    return int(width), int(height), picture[len(picture) - wanted :] if len(dots) != wanted else dots
