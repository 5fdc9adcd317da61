"""Every place that a text may cite: those the law itself cites, and others that read back in the registry."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import MappingProxyType

import pathways.law
from pathways.engine.citations import Citation, Source
from pathways.engine.conditions import Condition
from pathways.engine.facts import Fact
from pathways.law.sources import ACTS, SOURCES, Act

_NUMBER = r"\d+[a-z]{0,2}"
_PART = r"(?:\d+[a-z]{0,2}|[a-z]{1,2})"
_SEVERAL = rf"{_NUMBER}(?:(?:–|, | und ){_NUMBER})*(?: ff?\.)?"
_PARTS = rf"{_PART}(?:(?:–|, | und ){_PART})*"
_BELOW = ("Abs.", "UAbs.", "S.", "Nr.", "lit.", "Alt.", "Hs.")
_NAMES = ("absatz", "uabs", "satz", "nr", "lit", "alt", "hs")
_PLACE_IN_ACT = re.compile(
    rf"(?:§§?|Art\.) (?P<section>{_SEVERAL})"
    + "".join(rf"(?: {re.escape(mark)} (?P<{name}>{_PARTS}))?" for mark, name in zip(_BELOW, _NAMES, strict=True))
    + r" (?P<act>[^\s(].*?)(?: \(„(?P<quote>[^„“]{1,60})“\))?"
)
_PLACE_IN_TEXT = re.compile(r"(?P<sign>, | )(?P<place>[\w§][\w §.,–:/()-]{0,59})")
# Their numbers may follow the name without a comma.
_NUMBERED = frozenset({"avwv", "nds_old", "vab_berlin"})


@cache
def all_citations() -> Mapping[str, Citation]:
    """What the law cites, by its printed text, sorted; a place that nobody has checked somewhere is unchecked here."""
    found: dict[str, Citation] = {}
    for citation in _cited():
        known = found.get(citation.text)
        if known is None or (citation.is_unverified and not known.is_unverified):
            found[citation.text] = citation
    for source in SOURCES.values():
        found.setdefault(source.name, Citation(source, source.name, source.url))
    return MappingProxyType(dict(sorted(found.items(), key=lambda entry: reading_order(entry[0]))))


@cache
def citation_from(text: str) -> Citation | None:
    """The citation that is printed like this; None where no source of the registry bears it."""
    return all_citations().get(text) or _in_act(text) or _in_source(text)


def place_of(citation: Citation) -> tuple[str, ...]:
    """Where a citation points, from the source down: ``("aufenthg", "5", "Abs. 1", "Nr. 2")``; without its quote."""
    match = _PLACE_IN_ACT.fullmatch(citation.text)
    if match is None:
        return (citation.source.key, *((citation.text,) if citation.text != citation.source.name else ()))
    parts = (f"{mark} {match[name]}" for mark, name in zip(_BELOW, _NAMES, strict=True) if match[name])
    return (citation.source.key, match["section"], *parts)


def touches(one: Citation, other: Citation) -> bool:
    """Whether two citations are about the same place, or one about a part of the other."""
    here, there = place_of(one), place_of(other)
    shorter = min(len(here), len(there))
    return here[:shorter] == there[:shorter]


def reading_order(text: str) -> tuple[str | int, ...]:
    """Sort key of a printed citation: numbers by their size, sections first."""
    parts = re.split(r"(\d+)", text.removeprefix("§§ ").removeprefix("§ ").removeprefix("Art. "))
    is_place = text.startswith(("§", "Art."))
    act = text.split(" („")[0].rsplit(" ", 1)[-1] if is_place else "~"
    numbered = [int(part) if part.isdigit() else part for part in parts]
    return (act, *(numbered if is_place else ["~", *numbered]))


def _in_act(text: str) -> Citation | None:
    match = _PLACE_IN_ACT.fullmatch(text)
    act = _acts().get(match["act"]) if match else None
    if match is None or act is None:
        return None
    below = {name: match[name] for name in _NAMES}
    citation = act(match["section"], quote=match["quote"] or "", **below)  # type: ignore[arg-type]
    return citation if citation.text == text else None


def _in_source(text: str) -> Citation | None:
    for source in _by_length():
        rest = text.removeprefix(source.name) if text.startswith(source.name) else None
        match = _PLACE_IN_TEXT.fullmatch(rest) if rest else None
        if match and (match["sign"] == ", " or source.key in _NUMBERED):
            return Citation(source, text, source.url)
    return None


@cache
def _acts() -> Mapping[str, Act]:
    return {act.source.name: act for act in ACTS}


@cache
def _by_length() -> tuple[Source, ...]:
    """The sources that are no acts, long names first: one may begin like another."""
    acts = {act.source.key for act in ACTS}
    return tuple(sorted((s for s in SOURCES.values() if s.key not in acts), key=lambda source: -len(source.name)))


def _cited() -> Iterator[Citation]:
    """Every citation in the modules of the law."""
    seen: set[int] = set()
    for module in pkgutil.walk_packages(pathways.law.__path__, "pathways.law."):
        for value in vars(importlib.import_module(module.name)).values():
            yield from _within(value, seen)


def _within(value: object, seen: set[int]) -> Iterator[Citation]:
    if isinstance(value, Citation):
        yield value
    if isinstance(value, str | type | Fact | Condition | Citation | Source) or id(value) in seen:
        return
    if isinstance(value, Mapping):
        seen.add(id(value))
        parts: list[object] = [*value.keys(), *value.values()]
    elif isinstance(value, tuple | list | frozenset | set):
        seen.add(id(value))
        parts = list(value)
    elif is_dataclass(value):
        seen.add(id(value))
        parts = [getattr(value, part.name) for part in fields(value)]
    else:
        return
    for part in parts:
        yield from _within(part, seen)
