"""Reading single values as they stand in case files and forms: what was found, what is allowed, what was meant."""

from __future__ import annotations

import json
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from pathways.engine.days import PartialDay
from pathways.engine.facts import Day, Fact, Gap, OneOf, SomeOf, Value, YesNo
from pathways.engine.faults import NotAValue, Wrong

LISTED = 20  # values named in a message
LONGEST_SHOWN = 80  # characters of what was found
LONGEST_GUESSED = 60  # characters; nobody means anything by longer words


GAPS: Mapping[str, Gap] = {gap.value: gap for gap in (Gap.NOT_KNOWN, Gap.DECLINED)}


def read_answer(fact: Fact, found: Any) -> Value | Gap:
    """A JSON value, or why there is none, as it stands in a case file; NotAValue as ``read_value``."""
    return GAPS[found] if isinstance(found, str) and found in GAPS else read_value(fact, found)


def read_value(fact: Fact, found: Any) -> Value:
    """A JSON value as the fact's own type; NotAValue with what was found and what is allowed."""
    match fact:
        case YesNo():
            if not isinstance(found, bool):
                raise NotAValue(Wrong.NONE_OF, found=shown(found), allowed="true, false, unknown, declined")
            return found
        case OneOf():
            if not isinstance(found, str) or found not in fact.by_id:
                raise _none_of(found, fact)
            return found
        case SomeOf():
            return _read_some(fact, found)
        case Day():
            return _read_day(found)
    raise ValueError(f"no values of the type {fact.kind} can be read")


def _read_some(fact: SomeOf, found: Any) -> frozenset[str]:
    if not isinstance(found, list) or not found:
        raise NotAValue(Wrong.NO_LIST, found=shown(found))
    for item in found:
        if not isinstance(item, str) or item not in fact.by_id:
            raise _none_of(item, fact)
    if len(set(found)) < len(found):
        raise NotAValue(Wrong.VALUE_TWICE, found=shown(found))
    if "none" in found and len(found) > 1:
        raise NotAValue(Wrong.NONE_ALONE, found=shown(found))
    return frozenset(found)


def _read_day(found: Any) -> PartialDay:
    if not isinstance(found, str):
        raise NotAValue(Wrong.NO_DAY_TEXT, found=shown(found))
    try:
        return PartialDay.parse(found)
    except ValueError as error:
        raise NotAValue(Wrong.NO_DAY, found=shown(found), reason=error) from None


def _none_of(found: Any, fact: OneOf | SomeOf) -> NotAValue:
    ids = [choice.id for choice in fact.choices]
    listed = ", ".join(ids) if len(ids) <= LISTED else f"{', '.join(ids[:LISTED])}, … ({len(ids)} values)"
    words = {choice.id: f"{choice.label} {choice.label_en}" for choice in fact.choices}
    return NotAValue(Wrong.NONE_OF, guess(found, words), found=shown(found), allowed=listed)


def guess(found: Any, words: Mapping[str, object]) -> str:
    """The id that looks like what was found, or whose words contain it; otherwise nothing."""
    if not isinstance(found, str) or len(found) > LONGEST_GUESSED:
        return ""
    near = get_close_matches(found, list(words), n=1)
    if not near and len(found) > 3:
        near = [key for key, text in words.items() if isinstance(text, str) and found.lower() in text.lower()][:1]
    return near[0] if near else ""


def shown(found: Any) -> str:
    """What was found, as one short printable line."""
    try:
        text = json.dumps(found, ensure_ascii=False, default=str)
    except RecursionError:
        return "something nested too deeply"
    text = "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text[:LONGEST_SHOWN])
    return text if len(text) < LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 3]}…"
