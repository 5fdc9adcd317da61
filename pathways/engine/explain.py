"""Explanations derived from the rules: each condition in words, with its state in the case, as a tree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pathways.engine import conditions as c
from pathways.engine.days import Period
from pathways.engine.facts import Fact, OneOf, SomeOf
from pathways.engine.truth import Truth


@dataclass(frozen=True, slots=True)
class Node:
    """A statement in words, its state, the facts it reads itself and what it is made of."""

    text: str
    state: Truth
    facts: tuple[Fact, ...] = ()
    children: tuple[Node, ...] = ()


def explain(condition: c.Condition, view: c.View) -> Node:
    """The explanation of a condition in a case, in German."""
    state = condition.evaluate(view)
    match condition:
        case c.All(members):
            return Node("alles davon", state, (), tuple(explain(member, view) for member in members))
        case c.Any(members):
            return Node("mindestens eines davon", state, (), tuple(explain(member, view) for member in members))
        case c.Not(part) if isinstance(part, c.Leaf):
            return Node(leaf_words(part, negated=True), state, part.reads)
        case c.Not(part):
            return Node("nicht", state, (), (explain(part, view),))
        case c.NeverNo(part):
            return Node("fehlt das, bleibt es offen", state, (), (explain(part, view),))
        case c.FinerFirst(fine, _, c.Constant()) if fine.id not in view.values:
            return Node(f"{fine.label}: zählt erst, wenn beantwortet", state, (fine,))
        case c.FinerFirst(fine, by_fine, by_coarse):
            return explain(by_fine if fine.id in view.values else by_coarse, view)
        case c.Leaf():
            return Node(leaf_words(condition), state, condition.reads)
    raise TypeError(f"no words for {type(condition).__name__}")


def leaf_words(leaf: c.Leaf, *, negated: bool = False) -> str:
    """A leaf, or its negation, in German words: „Aufenthaltsort: in Deutschland“."""
    match leaf:
        case c.Is(fact, value):
            return f"{fact.label}: {'ja' if value is not negated else 'nein'}"
        case c.Among(fact, options):
            return f"{fact.label}: {'nicht ' if negated else ''}{_choices(fact, options)}"
        case c.Exactly(fact, options):
            return f"{fact.label}: {'nicht ' if negated else ''}genau {_choices(fact, options, ' und ')}"
        case c.Within(fact, options):
            return f"{fact.label}: {'nicht ' if negated else ''}nur {_choices(fact, options)}"
        case c.By(fact, limit):
            return f"{fact.label}: {'nach' if negated else 'spätestens'} {_moment_words(limit)}"
        case c.Known(fact):
            return f"{fact.label}: {'nicht ' if negated else ''}beantwortet"
        case c.Missing(fact):
            return f"{fact.label}: {'' if negated else 'noch nicht '}beantwortet"
        case c.Constant():
            return "wird nicht an einer Frage geprüft"
    raise TypeError(f"no words for {type(leaf).__name__}")


def _choices(fact: Fact, options: frozenset[str], joiner: str = " oder ") -> str:
    if not isinstance(fact, OneOf | SomeOf):
        raise TypeError(f"{fact.id} has no choices")
    labels = [choice.label for choice in fact.choices if choice.id in options]
    all_but_few = len(labels) > 6 and len(fact.choices) - len(labels) <= 2
    if all_but_few:
        left_out = [choice.label for choice in fact.choices if choice.id not in options]
        return "alles außer " + joiner.join(left_out)
    return labels[0] if len(labels) == 1 else ", ".join(labels[:-1]) + joiner + labels[-1]


def _moment_words(moment: c.Moment) -> str:
    if moment.base is None:
        base = "am Stichtag"
    elif isinstance(moment.base, date):
        base = f"am {moment.base:%d.%m.%Y}"
    else:
        base = f"am Tag „{moment.base.label}“"
    length = period_words(moment.offset)
    if not length:
        return base
    before = moment.offset.months < 0 or (moment.offset.months == 0 and moment.offset.days < 0)
    return f"{length} {'vor' if before else 'nach'} dem {base.removeprefix('am ')}"


def period_words(period: Period) -> str:
    """A length of time without its direction: „1 Jahr“, „3 Monate und 1 Tag“, „2 Wochen“; empty for none."""
    months, days = abs(period.months), abs(period.days)
    parts = []
    if months and months % 12 == 0:
        parts.append(_counted(months // 12, "Jahr", "Jahre"))
    elif months:
        parts.append(_counted(months, "Monat", "Monate"))
    if days and days % 7 == 0:
        parts.append(_counted(days // 7, "Woche", "Wochen"))
    elif days:
        parts.append(_counted(days, "Tag", "Tage"))
    return " und ".join(parts)


def _counted(number: int, one: str, several: str) -> str:
    return f"1 {one}" if number == 1 else f"{number} {several}"
