"""The nationalities a person can have: the states of the data file beside this module, stateless, unclear."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pathways.engine.facts import Choice


def _read() -> tuple[Choice, ...]:
    with Path(__file__).with_name("countries.toml").open("rb") as file:
        names = tomllib.load(file)
    return tuple(Choice(code, name["de"], name["en"]) for code, name in names.items())


NATIONALITIES: tuple[Choice, ...] = (
    *_read(),
    Choice("stateless", "staatenlos", "stateless"),
    Choice("unclear", "ungeklärt", "unclear"),
)
