"""Days only as exactly as the rules need them: where the year decides alike, nobody needs somebody's day of birth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from advisor.cases.standing import Standing
from pathways.engine.days import PartialDay
from pathways.engine.facts import Answer, Answers


def roughened(answers: Answers, as_of: date) -> dict[str, Answer]:
    """The same answers, each day as its year or month alone where every criterion and verdict comes out as before."""
    wanted = _outcome(answers, as_of)
    found = dict(answers)
    for key, answer in answers.items():
        if not isinstance(answer.value, PartialDay):
            continue
        for rougher in _rougher(answer.value):
            tried = {**found, key: replace(answer, value=rougher)}
            if _outcome(tried, as_of) == wanted:
                found = tried
                break
    return found


def _rougher(day: PartialDay) -> Iterator[PartialDay]:
    """The year, then the month it is in; nothing that is no rougher."""
    for length in (4, 7):
        if len(str(day)) > length:
            yield PartialDay.parse(str(day)[:length])


def _outcome(answers: Answers, as_of: date) -> list[object]:
    found: list[object] = []
    for result in Standing(answers, as_of).results:
        found.append((result.pathway.id, result.verdict))
        found += [(each.criterion.id, each.state, each.counts) for each in result.findings]
    return found
