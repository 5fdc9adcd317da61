"""Reading vignettes: situations a lawyer can read, each with what must come out."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pathways.engine.facts import Answer
from pathways.engine.values import read_answer
from pathways.law.facts import FACTS_BY_ID

FOLDER = Path(__file__).parent.parent / "vignettes"
EXPECTATIONS = {"verdicts", "mode", "criteria", "decisive", "disputed", "waivers", "exception_needed", "ripens"}
PARTS = {"title", "source", "as_of", "facts", "expect", "deadlines", "referrals", "warnings", "note"}


@dataclass(frozen=True, slots=True)
class Expected:
    """What must come out for one pathway; only what is named is checked."""

    pathway: str
    verdicts: tuple[str, ...]
    criteria: Mapping[str, str]
    rest: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Vignette:
    """A case with expectations: answers, the day whose law applies, and what must come out for each pathway named."""

    name: str
    title: str
    as_of: date
    answers: Mapping[str, Answer]
    expected: tuple[Expected, ...]
    lists: Mapping[str, tuple[str, ...]]


@cache
def vignettes() -> tuple[Vignette, ...]:
    """All vignettes, in the order of their files."""
    return tuple(_read(path) for path in sorted(FOLDER.rglob("*.toml")))


def _read(path: Path) -> Vignette:
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    name = path.relative_to(FOLDER).with_suffix("").as_posix()
    if unknown := document.keys() - PARTS:
        raise ValueError(f"{name}: unknown parts {sorted(unknown)}")
    return Vignette(
        name=name,
        title=document["title"],
        as_of=document["as_of"],
        answers={fact_id: _answer(name, fact_id, value) for fact_id, value in document["facts"].items()},
        expected=tuple(_expected(name, pathway, entry) for pathway, entry in document["expect"].items()),
        lists={part: tuple(document[part]) for part in ("deadlines", "referrals", "warnings") if part in document},
    )


def _answer(name: str, fact_id: str, value: Any) -> Answer:
    try:
        return Answer(read_answer(FACTS_BY_ID[fact_id], value.isoformat() if isinstance(value, date) else value))
    except (KeyError, ValueError) as error:
        raise ValueError(f"{name}: {fact_id}: {error}") from error


def _expected(name: str, pathway: str, entry: dict[str, Any]) -> Expected:
    verdict = entry.pop("verdict", None)
    verdicts = (verdict,) if verdict else tuple(entry.pop("verdicts"))
    if unknown := entry.keys() - EXPECTATIONS:
        raise ValueError(f"{name}: {pathway}: unknown expectations {sorted(unknown)}")
    return Expected(pathway, verdicts, entry.pop("criteria", {}), entry)
