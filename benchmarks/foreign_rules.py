"""Our conditions in other words: for CEL, for ZEN, and as Python written out; each must come to the same three values.

CEL knows neither yes nor no of a key that is not there, and joins that as we join an open fact: one expression each.
ZEN has two values only, and a missing key is null: one expression for yes and one for no.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count

from pathways.engine.conditions import (
    All,
    Among,
    Any,
    Condition,
    Constant,
    Exactly,
    FinerFirst,
    Is,
    Known,
    Missing,
    NeverNo,
    Not,
    Within,
)
from pathways.engine.facts import SomeOf
from pathways.engine.truth import Truth

NO, OPEN, YES = 0, 1, 2
_UNKNOWN = "f.nobody_answers_this"
_CEL = {Truth.YES: "true", Truth.NO: "false", Truth.OPEN: _UNKNOWN}


class NotSaid(ValueError):
    """A condition that is not compared: days with their imprecise readings exist in our rules only."""


def cel(condition: Condition) -> str:
    """As one expression over the map `f` of the answered facts; what is open is an error. NotSaid."""
    match condition:
        case All(members):
            return f"({' && '.join(map(cel, members))})"
        case Any(members):
            return f"({' || '.join(map(cel, members))})"
        case Not(part):
            return f"!({cel(part)})"
        case NeverNo(part):
            return f"({cel(part)} || {_UNKNOWN})"
        case FinerFirst(fine, by_fine, by_coarse):
            return f"(has(f.{fine.id}) ? {cel(by_fine)} : {cel(by_coarse)})"
        case Constant(value):
            return _CEL[value]
        case Is(fact, value):
            return f"(f.{fact.id} == {_json(value)})"
        case Known(fact):
            return f"(has(f.{fact.id}) ? true : {_UNKNOWN})"
        case Missing(fact):
            return f"!has(f.{fact.id})"
        case Among(fact, options) if isinstance(fact, SomeOf):
            return f"f.{fact.id}.exists(v, v in {_json(sorted(options))})"
        case Among(fact, options):
            return f"(f.{fact.id} in {_json(sorted(options))})"
        case Exactly(fact, options):
            return f"(size(f.{fact.id}) == {len(options)} && f.{fact.id}.all(v, v in {_json(sorted(options))}))"
        case Within(fact, options):
            return f"f.{fact.id}.all(v, v in {_json(sorted(options))})"
    raise NotSaid(condition)


def zen(condition: Condition) -> tuple[str, str]:
    """As two expressions over the facts, the first true where it is yes, the second where it is no. NotSaid."""
    match condition:
        case All(members):
            pairs = [zen(member) for member in members]
            return f"({' and '.join(yes for yes, _ in pairs)})", f"({' or '.join(no for _, no in pairs)})"
        case Any(members):
            pairs = [zen(member) for member in members]
            return f"({' or '.join(yes for yes, _ in pairs)})", f"({' and '.join(no for _, no in pairs)})"
        case Not(part):
            yes, no = zen(part)
            return no, yes
        case NeverNo(part):
            return zen(part)[0], "false"
        case FinerFirst(fine, by_fine, by_coarse):
            pairs = [zen(by_fine), zen(by_coarse)]
            known, not_known = f"{fine.id} != null", f"{fine.id} == null"
            yes, no = (f"(({known} and {one}) or ({not_known} and {other}))" for one, other in zip(*pairs, strict=True))
            return yes, no
        case Constant(value):
            return _json(value is Truth.YES), _json(value is Truth.NO)
        case Is(fact, value):
            return f"({fact.id} == {_json(value)})", f"({fact.id} == {_json(not value)})"
        case Known(fact):
            return f"({fact.id} != null)", "false"
        case Missing(fact):
            return f"({fact.id} == null)", f"({fact.id} != null)"
        case Among(fact, options) if isinstance(fact, SomeOf):
            return _zen_where_known(fact.id, f"some({fact.id}, # in {_json(sorted(options))})")
        case Among(fact, options):
            return _zen_where_known(fact.id, f"{fact.id} in {_json(sorted(options))}")
        case Exactly(fact, options):
            each = f"all({fact.id}, # in {_json(sorted(options))})"
            return _zen_where_known(fact.id, f"(len({fact.id}) == {len(options)} and {each})")
        case Within(fact, options):
            return _zen_where_known(fact.id, f"all({fact.id}, # in {_json(sorted(options))})")
    raise NotSaid(condition)


def _zen_where_known(fact: str, holds: str) -> tuple[str, str]:
    return f"({fact} != null and {holds})", f"({fact} != null and not ({holds}))"


def python(conditions: list[Condition]) -> str:
    """A function `judge(f)` that gives the list of 0, 1 or 2 for all of them, as a person would write it for speed."""
    names = (f"t{number}" for number in count())
    lines = [f"        {_python(condition, names)}," for condition in conditions]
    return "\n".join(["def judge(f):", "    g = f.get", "    return [", *lines, "    ]"])


def _python(condition: Condition, names: Iterator[str]) -> str:
    match condition:
        case All(members):
            return _joined(members, names, decides=NO, otherwise=YES)
        case Any(members):
            return _joined(members, names, decides=YES, otherwise=NO)
        case Not(part):
            return f"(2 - {_python(part, names)})"
        case NeverNo(part):
            return f"max(1, {_python(part, names)})"
        case FinerFirst(fine, by_fine, by_coarse):
            return f"({_python(by_fine, names)} if {fine.id!r} in f else {_python(by_coarse, names)})"
        case Constant(value):
            return str(value.value)
        case Known(fact):
            return f"(2 if {fact.id!r} in f else 1)"
        case Missing(fact):
            return f"(0 if {fact.id!r} in f else 2)"
    name = next(names)
    match condition:
        case Is(fact, value):
            holds = f"{name} is {value}"
        case Among(fact, options) if isinstance(fact, SomeOf):
            holds = f"not {name}.isdisjoint({set(options)!r})"
        case Among(fact, options):
            holds = f"{name} in {set(options)!r}"
        case Exactly(fact, options):
            holds = f"{name} == {set(options)!r}"
        case Within(fact, options):
            holds = f"{name} <= {set(options)!r}"
        case _:
            raise NotSaid(condition)
    return f"(1 if ({name} := g({fact.id!r})) is None else 2 if {holds} else 0)"


def _joined(members: tuple[Condition, ...], names: Iterator[str], *, decides: int, otherwise: int) -> str:
    """The first member that decides ends it; without one it is open where any is."""
    parts, held = "", []
    for member in members:
        name = next(names)
        held.append(name)
        parts += f"{decides} if ({name} := {_python(member, names)}) == {decides} else "
    return f"({parts}1 if {' or '.join(f'{name} == 1' for name in held)} else {otherwise})"


def _json(value: object) -> str:
    return json.dumps(value)
