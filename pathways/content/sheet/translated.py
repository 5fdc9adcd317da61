"""Translations of the sheet as data: each with the German it was made from, so that a changed German is noticed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from pathways.law import LAW

LANGUAGES = ("de", "en", "ru", "uk", "ar", "fa")
RIGHT_TO_LEFT = frozenset({"ar", "fa"})
_FOLDER = Path(__file__).with_name("texts")
_PLACE = re.compile(r"\{\w+\}")


class Trouble(StrEnum):
    """What is wrong with a translated text."""

    MISSING = "missing"
    STALE = "stale"  # the German has changed since
    PLACES = "places"  # its placeholders are not those of the German


@dataclass(frozen=True, slots=True)
class Fault:
    """A text of a language that cannot be printed; ``german``: what it should say now."""

    key: str
    trouble: Trouble
    german: str


@dataclass(frozen=True, slots=True)
class Translation:
    """All texts of a language: by key the German it was made from and the text. ``reviewed``: by a native speaker."""

    language: str
    reviewed: bool
    texts: Mapping[str, tuple[str, str]]

    def __getitem__(self, key: str) -> str:
        return self.texts[key][1]


def document_key(words: str) -> str:
    """The key of a document; the law knows it by what it is called in German."""
    return f"document.{words}"


@cache
def german() -> Mapping[str, str]:
    """All that a sheet can say, in German by key: fixed texts, and what the law calls titles, deadlines, documents."""
    documents = dict.fromkeys(
        words for pathway in LAW.pathways for criterion in pathway.criteria for words in criterion.proof
    )
    return {
        **{f"text.{name}": text for name, text in _file("de")["text"].items()},
        **{f"pathway.{pathway.id}": pathway.title for pathway in LAW.pathways},
        **{f"deadline.{deadline.id}": deadline.title for deadline in LAW.deadlines},
        **{document_key(words): words for words in documents},
    }


@cache
def translation(language: str) -> Translation:
    """The texts of a language as they come with the program; KeyError for a language there is none of."""
    if language not in LANGUAGES:
        raise KeyError(language)
    if language == "de":
        return Translation("de", True, {key: (text, text) for key, text in german().items()})
    if not (_FOLDER / f"{language}.toml").exists():
        return Translation(language, False, {})
    data = _file(language)
    texts: dict[str, tuple[str, str]] = {}
    for kind in ("text", "pathway", "deadline"):
        texts |= {f"{kind}.{name}": (said[0], said[1]) for name, said in data[kind].items()}
    texts |= {document_key(words): (words, text) for words, text in data["document"].items()}
    return Translation(language, data["reviewed"], texts)


def faults(translated: Translation, of: Mapping[str, str] | None = None) -> tuple[Fault, ...]:
    """What keeps a language from being printed; ``of``: the German by key, by default that of today."""
    return tuple(_faults(translated, german() if of is None else of))


def _faults(translated: Translation, of: Mapping[str, str]) -> Iterator[Fault]:
    for key, text in of.items():
        made_from, said = translated.texts.get(key, ("", ""))
        if not said:
            yield Fault(key, Trouble.MISSING, text)
        elif made_from != text:
            yield Fault(key, Trouble.STALE, text)
        elif sorted(_PLACE.findall(said)) != sorted(_PLACE.findall(text)):
            yield Fault(key, Trouble.PLACES, text)


def _file(language: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
