"""How somebody stands, small enough to be kept for everybody: verdicts, the state of each criterion, deadlines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from advisor.rescreen.law_states import LawText
from pathways.engine.assess import PathwayResult, assess
from pathways.engine.consultation import relevance_of, running_deadlines
from pathways.engine.facts import Value
from pathways.engine.lawbook import Lawbook
from pathways.engine.truth import Truth

NOT_ASKED = "-"
_LETTERS = {Truth.YES: "y", Truth.OPEN: "o", Truth.NO: "n"}
STATE_OF = {letter: truth for truth, letter in _LETTERS.items()}
VERDICT, CRITERION, DEADLINE = "verdict", "criterion", "deadline"
AT_ONCE = "at once"


@dataclass(frozen=True, slots=True)
class Stand:
    """Verdicts and states by pathway id, deadlines with their day by id.

    ``states``: a letter for each criterion in the order of the law (`LawText.orders`); `NOT_ASKED` where there is no
    demand in this case. A deadline without a day is `AT_ONCE`.
    """

    verdicts: Mapping[str, str]
    states: Mapping[str, str]
    deadlines: Mapping[str, str]

    def written(self) -> str:
        """As text, to be sealed."""
        return json.dumps([self.verdicts, self.states, self.deadlines], separators=(",", ":"))

    @classmethod
    def read(cls, text: str) -> Stand:
        """What `written` wrote."""
        return cls(*json.loads(text))


class Difference(NamedTuple):
    """Something that is not as it was: a verdict, a criterion in a pathway, or a deadline; None: there was or is none.

    ``by_law``: also on the same day, or where law came into or out of force in between; otherwise time alone.
    """

    kind: str
    pathway: str
    id: str
    before: str | None
    now: str | None
    by_law: bool = True

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is about."""
        return self.kind, self.pathway, self.id


def stand_of(lawbook: Lawbook, values: Mapping[str, Value], as_of: date) -> Stand:
    """How a person with these answered values stands on a day. No query."""
    view = relevance_of(lawbook).view_of_values(values, as_of)
    results = [assess(pathway, view) for pathway in lawbook.pathways]
    places = _places(lawbook)
    return Stand(
        {result.pathway.id: result.verdict.value for result in results},
        {result.pathway.id: _letters(result, places[result.pathway.id]) for result in results},
        {
            due.deadline.id: due.day.isoformat() if due.day else AT_ONCE
            for due in sorted(running_deadlines(lawbook, view), key=lambda due: due.deadline.id)
        },
    )


def differences(before: Stand, old: LawText | None, now: Stand, new: LawText) -> tuple[Difference, ...]:
    """What is different; the criteria only where the law of then (``old``) is known."""
    if before == now and old is not None and (old is new or old.orders == new.orders):
        return ()
    found = [*_moved(VERDICT, before.verdicts, now.verdicts), *_moved(DEADLINE, before.deadlines, now.deadlines)]
    if old is not None:
        for pathway in {**before.states, **now.states}:
            was, is_now = _by_id(before, old, pathway), _by_id(now, new, pathway)
            found += [entry._replace(pathway=pathway) for entry in _moved(CRITERION, was, is_now)]
    return tuple(found)


def _moved(kind: str, before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Difference]:
    for key in {**before, **now}:
        if before.get(key) != now.get(key):
            yield Difference(kind, key if kind == VERDICT else "", key, before.get(key), now.get(key))


def _by_id(stand: Stand, law: LawText, pathway: str) -> dict[str, str]:
    """The letters of what is asked, by id of the criterion."""
    letters = zip(law.orders.get(pathway, ()), stand.states.get(pathway, ""), strict=False)
    return {key: letter for key, letter in letters if letter != NOT_ASKED}


def _letters(result: PathwayResult, places: Mapping[str, int]) -> str:
    letters = [NOT_ASKED] * len(places)
    for finding in result.findings:
        if finding.rule is not None:
            letters[places[finding.criterion.id]] = _LETTERS[finding.state]
    return "".join(letters)


@cache
def _places(lawbook: Lawbook) -> dict[str, dict[str, int]]:
    """Where the letter of each criterion stands; several editions of one share a place."""
    found: dict[str, dict[str, int]] = {}
    for pathway in lawbook.pathways:
        ids = dict.fromkeys(criterion.id for criterion in pathway.criteria)
        found[pathway.id] = {key: place for place, key in enumerate(ids)}
    return found


def plain(found: tuple[Difference, ...]) -> list[list[Any]]:
    """Differences as plain data."""
    return [list(entry) for entry in found]
