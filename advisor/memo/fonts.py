"""The font of the paper: which files there are, under which addresses the PDF writer finds them, and in what order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.contrib.staticfiles import finders

from advisor.memo.fetcher import SCHEME

_FOLDER = "vendor/fonts"
_SANS = ((400, "normal"), (400, "italic"), (600, "normal"), (700, "normal"))
_UPRIGHT = ((400, "normal"), (600, "normal"), (700, "normal"))  # Arabic letters have no italics
_SCRIPTS = (
    ("source-sans-3-latin", _SANS),
    ("source-sans-3-latin-ext", _SANS),
    ("source-sans-3-cyrillic", _SANS),
    ("vazirmatn-arabic", _UPRIGHT),
)


@dataclass(frozen=True, slots=True)
class Face:
    """One font file: one script, one weight, one style."""

    family: str
    weight: int
    style: str
    url: str
    path: Path

    @property
    def css(self) -> str:
        """The face as a rule of a style sheet."""
        return (
            f"@font-face {{ font-family: '{self.family}'; font-weight: {self.weight}; font-style: {self.style}; "
            f"src: url({self.url}) format('woff2') }}"
        )


def faces() -> tuple[Face, ...]:
    """The font files that are there; without any the paper is set in DejaVu Sans, a system font."""
    return tuple(_faces())


def _faces() -> Iterator[Face]:
    for script, weights in _SCRIPTS:
        for weight, style in weights:
            name = f"{script}-{weight}-{style}.woff2"
            if found := finders.find(f"{_FOLDER}/{name}"):
                # The PDF writer knows no unicode-range, so each script is a family of its own.
                yield Face(f"Memo {script}", weight, style, f"{SCHEME}fonts/{name}", Path(str(found)))


def style_sheet(found: tuple[Face, ...]) -> str:
    """The rules that load the faces and set the paper in them; DejaVu has what they lack."""
    families = dict.fromkeys(face.family for face in found)
    names = ", ".join([*(f"'{family}'" for family in families), "'DejaVu Sans'", "sans-serif"])
    return "\n".join([*(face.css for face in found), f"html {{ font-family: {names} }}"])
