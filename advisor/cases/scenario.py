"""What if: a case with some other answers or on another day, beside the case and never kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from advisor.cases.answers import in_order
from advisor.cases.changes import About, Change, changes
from advisor.cases.moves import Move, moves, states
from advisor.cases.sections import RELEVANCE
from advisor.cases.standing import Standing
from pathways.content.words import MODES, VERDICTS, Label, short_cite
from pathways.engine.assess import PathwayResult, Verdict
from pathways.engine.facts import Answer, Fact, Gap
from pathways.engine.lawbook import Change as Possible
from pathways.engine.whatif import ways_open
from pathways.law import LAW
from pathways.law.facts.asking import COARSE

MOST = 3  # more than three other answers are another case
_NO_ANSWER = Answer(Gap.NOT_ASKED)
FACTS: tuple[Fact, ...] = tuple(fact for fact in LAW.facts if fact not in COARSE)


@dataclass(frozen=True, slots=True)
class Assumed:
    """An answer that is only assumed; ``counts``: the rules would see it."""

    fact: Fact
    before: Answer
    answer: Answer
    counts: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """A pathway as it stands and as it would stand. ``reasons``: the criteria that would stand differently."""

    id: str
    way: str
    title: str
    before: Label
    then: Label
    mode: str
    reasons: tuple[Move, ...]

    @property
    def moves(self) -> bool:
        """Whether something else would come out."""
        return self.before is not self.then


@dataclass(frozen=True, slots=True)
class Played:
    """What would come out; ``day``: the day that is assumed, None where it is that of the case."""

    assumed: tuple[Assumed, ...]
    day: date | None
    outcomes: tuple[Outcome, ...]
    deadlines: tuple[Change, ...]

    @property
    def moving(self) -> int:
        """For how many pathways something else would come out."""
        return sum(outcome.moves for outcome in self.outcomes)


@dataclass(frozen=True, slots=True)
class Opened:
    """A pathway that a change would take the exclusion from, and the verdict then."""

    id: str
    way: str
    verdict: Label


@dataclass(frozen=True, slots=True)
class Proposal:
    """A smallest change that opens pathways, or a day on which time alone completes them.

    ``closes``: the pathways that are not excluded now and would be then.
    """

    changes: tuple[Possible, ...]
    day: date | None
    opens: tuple[Opened, ...]
    closes: tuple[str, ...]


def play(now: Standing, assumed: Mapping[str, Answer], day: date | None = None) -> Played:
    """The case with the assumed answers in place of its own, on its own day or on another one."""
    then = Standing(in_order({**now.answers, **assumed}), day or now.as_of)
    return Played(
        assumed=tuple(_assumed(now, then, assumed)),
        day=day if day != now.as_of else None,
        outcomes=tuple(_outcome(*pair) for pair in zip(now.results, then.results, strict=True)),
        deadlines=tuple(change for change in changes(now, then) if change.about is About.DEADLINE),
    )


def proposals(now: Standing, ripening: Iterable[date | None]) -> tuple[Proposal, ...]:
    """What would open pathways: changes first, then what time brings, each with all the pathways it helps.

    ``ripening``: for each pathway the day on which time alone completes it.
    """
    by_change: dict[tuple[Possible, ...], list[Opened]] = {}
    by_day: dict[date, list[Opened]] = {}
    for result, ripe in zip(now.results, ripening, strict=True):
        for way in ways_open(LAW, RELEVANCE, result.pathway, now.view):
            by_change.setdefault(way.changes, []).append(_opened(result, way.verdict))
        if ripe is not None:
            by_day.setdefault(ripe, []).append(_opened(result, Verdict.MET))
    return (
        *(_proposal(now, found, None, opens) for found, opens in by_change.items()),
        *(_proposal(now, (), day, opens) for day, opens in sorted(by_day.items())),
    )


def _proposal(now: Standing, found: tuple[Possible, ...], day: date | None, opens: list[Opened]) -> Proposal:
    then = Standing({**now.answers, **{c.fact.id: Answer(c.value) for c in found}}, day or now.as_of)
    closes = tuple(
        short_cite(pathway.cite)
        for pathway in LAW.pathways
        if then.verdicts[pathway.id] is Verdict.EXCLUDED and now.verdicts[pathway.id] is not Verdict.EXCLUDED
    )
    return Proposal(found, day, tuple(opens), closes)


def _opened(result: PathwayResult, verdict: Verdict) -> Opened:
    return Opened(result.pathway.id, short_cite(result.pathway.cite), VERDICTS[verdict])


def _assumed(now: Standing, then: Standing, assumed: Mapping[str, Answer]) -> Iterator[Assumed]:
    for fact in FACTS:
        if fact.id in assumed:
            answer = replace(assumed[fact.id], proof=None, note="")
            counts = isinstance(answer.value, Gap) or fact.id in then.view.values
            yield Assumed(fact, now.answers.get(fact.id, _NO_ANSWER), answer, counts)


def _outcome(now: PathwayResult, then: PathwayResult) -> Outcome:
    changed_mode = then.mode is not None and now.mode is not None and then.mode is not now.mode
    return Outcome(
        id=now.pathway.id,
        way=short_cite(now.pathway.cite),
        title=now.pathway.title,
        before=VERDICTS[now.verdict],
        then=VERDICTS[then.verdict],
        mode=MODES[then.mode] if changed_mode and then.mode is not None else "",
        reasons=moves(states(now), then) if then.verdict is not Verdict.NOT_IN_FORCE else (),
    )
