"""Digests of the law's substance: of one criterion, and of the whole law as its version."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any

from pathways.engine.citations import Citation
from pathways.engine.facts import Fact
from pathways.engine.lawbook import Lawbook
from pathways.engine.pathway import Criterion, Effect, Pathway
from pathways.engine.routes import Deadline

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_SHOWN = 16


def fingerprint(criterion: Criterion) -> str:
    """The digest of a criterion: its kind, sentence, citations, rules, waiver, disputes and days in force."""
    return _digest(_plain(criterion))


def fact_fingerprint(fact: Fact, lawbook: Lawbook) -> str:
    """The digest of a question: its words and choices, and when it is asked."""
    return _digest([_vocabulary(fact), _plain(lawbook.asked_if.get(fact))])


def head_fingerprint(pathway: Pathway) -> str:
    """The digest of what a pathway says besides its criteria: norm, title, grant, consequence and modes."""
    return _digest([_plain(getattr(pathway, name)) for name in ("cite", "title", "grant", "consequence", "modes")])


def deadline_fingerprint(deadline: Deadline) -> str:
    """The digest of a deadline: its title, trigger, wordings with their citations, and how its day is counted."""
    return _digest(_plain(deadline))


def effects_fingerprint(effects: Iterable[Effect]) -> str:
    """The digest of what a title gives."""
    return _digest(_plain(tuple(effects)))


def joint_fingerprint(parts: Iterable[str]) -> str:
    """One digest of several."""
    return _digest(sorted(parts))


@cache
def law_version(lawbook: Lawbook) -> str:
    """The digest of all rules, the same for every case."""
    return _digest(
        [
            [_vocabulary(fact) for fact in lawbook.facts],
            [[fact.id, _plain(condition)] for fact, condition in lawbook.asked_if.items()],
            [_plain(part) for part in (lawbook.pathways, lawbook.deadlines, lawbook.referrals, lawbook.changes)],
        ]
    )


def _digest(plain: object) -> str:
    return hashlib.sha256(repr(plain).encode()).hexdigest()[:_SHOWN]


def _vocabulary(fact: Fact) -> list[object]:
    choices = [[choice.id, choice.label] for choice in getattr(fact, "choices", ())]
    return [fact.id, fact.kind, fact.ask, fact.burden, fact.judgement, choices]


@cache
def _plain_criterion(criterion: Criterion) -> object:
    """A criterion as nested lists; pathways share many of them."""
    return _in_parts(type(criterion))(criterion)


def _in_parts(kind: type[DataclassInstance]) -> Callable[[Any], object]:
    names = [part.name for part in fields(kind)]
    return lambda value: [kind.__name__, *(_plain(getattr(value, name)) for name in names)]


def _plain(value: object) -> object:
    """The value as nested lists of strings that are the same in every process."""
    kind = type(value)
    written = _WRITTEN.get(kind)
    if written is None:
        written = _WRITTEN[kind] = _way_of(kind)
    return written(value)


def _way_of(kind: type) -> Callable[[Any], object]:
    for bases, written in _WAYS:
        if issubclass(kind, bases):
            return written
    if is_dataclass(kind):
        return _in_parts(kind)
    raise TypeError(f"no digest for {kind.__name__}")


# How values of a class are written, once found: the law has 24,000 values.
_WRITTEN: dict[type, Callable[[Any], object]] = {}
# The first that fits: a choice of an Enum can be a str as well.
_WAYS: tuple[tuple[type | tuple[type, ...], Callable[[Any], object]], ...] = (
    (Fact, lambda fact: fact.id),
    (Criterion, _plain_criterion),
    (Citation, str),
    (Enum, lambda choice: choice.name),
    (date, date.isoformat),
    ((frozenset, set), lambda items: sorted(repr(_plain(item)) for item in items)),
    ((tuple, list), lambda items: [_plain(item) for item in items]),
    (Mapping, lambda pairs: [[_plain(key), _plain(item)] for key, item in pairs.items()]),
    ((NoneType, str, int, bool), repr),
)
