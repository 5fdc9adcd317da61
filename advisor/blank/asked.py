"""When a question of the paper is asked: its asking condition, read off the rules, in the numbers of the paper."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from advisor.blank.numbering import YES_NO, is_written, numbered
from advisor.cases.sections import NUMBERS, RELEVANCE
from advisor.web.wording import label
from pathways.engine import conditions as c
from pathways.engine.days import Period
from pathways.engine.facts import Fact, OneOf, SomeOf
from pathways.law.facts.asking import COARSE

_FEW = 2  # so many left out are named instead of all the others
_LONGEST_LABEL = 40  # characters


@dataclass(frozen=True, slots=True)
class _Words:
    """A condition in words; ``joined`` by and or or, so that it needs brackets inside another. Empty: it says nothing.

    ``holds``: whether it is fulfilled whatever is answered on paper (True) or never (False); None where that depends.
    """

    text: str = ""
    joined: str = ""
    holds: bool | None = None


def asked_if(fact: Fact) -> str:
    """When the question is put, in the language that is active; empty where it always is."""
    condition = RELEVANCE.condition(fact)
    return "" if condition is None else _words(condition).text


def _words(condition: c.Condition) -> _Words:
    match condition:
        case c.All(members):
            return _joined(members, _("; und "), unless=True)
        case c.Any(members):
            return _joined(members, _("; oder "), unless=False)
        case c.Not(part) if isinstance(part, c.Leaf):
            return _leaf(part, negated=True)
        case c.Leaf():
            return _leaf(condition, negated=False)
    raise TypeError(f"no words on paper for {type(condition).__name__}")


def _joined(members: tuple[c.Condition, ...], joiner: str, *, unless: bool) -> _Words:
    """Members joined by and (``unless`` True) or or (False), without those that are settled by themselves."""
    parts = [_words(member) for member in (members if unless else _together(members))]
    if any(part.holds is not None and part.holds is not unless for part in parts):
        return _Words(holds=not unless)
    left = [part for part in parts if part.holds is None]
    if not left:
        return _Words(holds=unless)
    if len(left) == 1:
        return left[0]
    return _Words(joiner.join(f"({p.text})" if p.joined not in ("", joiner) else p.text for p in left), joiner)


def _together(members: tuple[c.Condition, ...]) -> list[c.Condition]:
    """Of alternatives those over the same answers as one."""
    found: list[c.Condition] = []
    for member in members:
        same = next((o for o in found if isinstance(o, c.Among) and o.reads == getattr(member, "reads", ())), None)
        if isinstance(member, c.Among) and isinstance(same, c.Among):
            found[found.index(same)] = c.Among(member.fact, same.options | member.options)
        else:
            found.append(member)
    return found


def _leaf(leaf: c.Leaf, *, negated: bool) -> _Words:
    if any(fact in COARSE for fact in leaf.reads):
        # Not on paper, so it stays open: a leaf over it does not hold, its negation does.
        return _Words(holds=negated)
    match leaf:
        case c.Is(fact, value):
            number = "1" if value is not getattr(fact, "asked_in_reverse", False) else "2"
            return _Words(_said(fact, f"{number} ({label(YES_NO[int(number) - 1])})", negated))
        case c.Among(fact, options):
            return _Words(_among(fact, options, negated))
        case c.By(fact, c.Moment(None, offset)) if offset.months < 0 or offset.days < 0:
            text = _("{number}: weniger als {period} her") if negated else _("{number}: mindestens {period} her")
            return _Words(text.format(number=NUMBERS[fact.id], period=_period(offset)))
        case c.Known(fact) if not negated:
            return _Words(_("{number} beantwortet").format(number=NUMBERS[fact.id]))
    raise TypeError(f"no words on paper for {leaf}")


def _among(fact: Fact, options: frozenset[str], negated: bool) -> str:
    if not isinstance(fact, OneOf | SomeOf):
        raise TypeError(f"{fact.id} has no choices")
    left_out = [choice.id for choice in fact.choices if choice.id not in options]
    if not negated and len(left_out) <= _FEW < len(options):
        text = _("{number}: andere Antwort als {options}")
        return text.format(number=NUMBERS[fact.id], options=_options(fact, frozenset(left_out), _(" oder ")))
    return _said(fact, _options(fact, options, _(" und nicht ") if negated else _(" oder ")), negated)


def _said(fact: Fact, options: str, negated: bool) -> str:
    text = _("{number}: nicht {options}") if negated else "{number}: {options}"
    return text.format(number=NUMBERS[fact.id], options=options)


def _options(fact: Fact, options: frozenset[str], joiner: str) -> str:
    """The numbers of the answers; with the words of a single one, and words alone where the paper has no numbers."""
    if is_written(fact):
        choices = fact.choices if isinstance(fact, OneOf | SomeOf) else ()
        return _listed([label(choice).partition(" (")[0] for choice in choices if choice.id in options], joiner)
    found = [(place, choice) for place, choice in enumerate(numbered(fact), 1) if choice.id in options]
    if len(found) == 1 and len(words := label(found[0][1])) <= _LONGEST_LABEL:
        return f"{found[0][0]} ({words})"
    return _listed([str(place) for place, _choice in found], joiner)


def _listed(items: list[str], joiner: str) -> str:
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + joiner + items[-1]


def _period(offset: Period) -> str:
    months, days = abs(offset.months), abs(offset.days)
    parts = []
    if months and months % 12 == 0:
        years = months // 12
        parts.append(ngettext("%(n)d Jahr", "%(n)d Jahre", years) % {"n": years})
    elif months:
        parts.append(ngettext("%(n)d Monat", "%(n)d Monate", months) % {"n": months})
    if days:
        parts.append(ngettext("%(n)d Tag", "%(n)d Tage", days) % {"n": days})
    return _(" und ").join(parts)
