"""Which question to put next and why now, and what is left to the adviser once all are put."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from advisor.cases.sections import IN_TALK, RELEVANCE, Section
from advisor.cases.standing import Standing
from pathways.content.names import NAMES
from pathways.content.words import short_cite
from pathways.engine import agenda
from pathways.engine.assess import Finding, Verdict
from pathways.engine.citations import Citation
from pathways.engine.facts import Fact
from pathways.engine.pathway import Pathway
from pathways.law import LAW
from pathways.law.facts.asking import COARSE


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to put now; ``pathways``: the open ones that its answer can still move."""

    fact: Fact
    pathways: tuple[Pathway, ...] = ()

    @property
    def is_for_all(self) -> bool:
        """Whether it can move every pathway of the law."""
        return len(self.pathways) == len(LAW.pathways)

    @property
    def named(self) -> tuple[str, ...]:
        """Those pathways by norm and short name."""
        return tuple(f"{short_cite(pathway.cite)} ({NAMES[pathway.id]})" for pathway in self.pathways)

    @property
    def cites(self) -> tuple[str, ...]:
        """The norms of those pathways, as short as they can be."""
        return tuple(short_cite(pathway.cite) for pathway in self.pathways)


@dataclass(frozen=True, slots=True)
class Left:
    """A criterion that keeps pathways open when all is asked; ``facts``: what the adviser has to judge for it."""

    says: str
    cite: tuple[Citation, ...]
    pathways: tuple[str, ...]
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """A question that nobody could or would answer, with the pathways it keeps open."""

    fact: Fact
    pathways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leftovers:
    """What still keeps pathways open: the adviser's judgements, what nobody knows, and steps, disputes and the like.

    What can only be asked once one of the unknown is known is not named beside it.
    """

    judgements: tuple[Left, ...]
    unknown: tuple[Unknown, ...]
    others: tuple[Left, ...]


def asks(standing: Standing) -> tuple[Ask, ...]:
    """The questions worth asking now that stand on the page, best first."""
    found: dict[Fact, list[Pathway]] = {}
    for ask in agenda.asks(LAW, RELEVANCE, standing.results, standing.answers, standing.view):
        # Where an older case file knows only a coarse question, the finer one is put in its place.
        found.setdefault(COARSE.get(ask.fact, ask.fact), []).extend(ask.pathways)
    return tuple(
        Ask(fact, tuple(dict.fromkeys(pathways))) for fact, pathways in found.items() if standing.is_open(fact)
    )


def next_of(standing: Standing, later: Collection[str], section: Section | None = None) -> Ask | None:
    """The question to put now, leaving out those put off; None where there is none.

    ``section``: its questions in their order, whether or not they decide anything.
    """
    ranked = asks(standing)
    if section is not None:
        ranked_by_fact = {ask.fact: ask for ask in ranked}
        ranked = tuple(ranked_by_fact.get(fact, Ask(fact)) for fact in section.facts if standing.is_open(fact))
    return next((ask for ask in ranked if ask.fact.id not in later), None)


def leftovers(standing: Standing) -> Leftovers:
    """What keeps the open pathways open: each criterion and each question once, with the pathways it holds."""
    judgements: dict[str, Left] = {}
    unknown: dict[Fact, tuple[str, ...]] = {}
    others: dict[str, Left] = {}
    for result in standing.results:
        cite = short_cite(result.pathway.cite)
        for finding in result.open_findings if result.verdict is Verdict.OPEN else ():
            gaps = _gaps(finding, standing)
            judged = tuple(fact for fact in gaps if fact.judgement)
            if judged:
                _add(judgements, cite, finding, judged)
            elif not finding.open_facts or finding.disputes:
                _add(others, cite, finding)
            for fact in gaps:
                if not fact.judgement:
                    unknown[fact] = tuple(dict.fromkeys((*unknown.get(fact, ()), cite)))
    asked = tuple(Unknown(fact, unknown[fact]) for fact in IN_TALK if fact in unknown)
    return Leftovers(tuple(judgements.values()), asked, tuple(others.values()))


def _gaps(finding: Finding, standing: Standing) -> tuple[Fact, ...]:
    """The questions on the page that hold the criterion open: put off, not known, declined or not judged."""
    wanted = {COARSE.get(fact, fact) for fact in finding.open_facts}
    return LAW.in_order({fact for fact in wanted if standing.is_shown(fact) and fact.id not in standing.view.values})


def _add(kind: dict[str, Left], cite: str, finding: Finding, facts: tuple[Fact, ...] = ()) -> None:
    criterion = finding.criterion
    known = kind.get(criterion.id)
    kind[criterion.id] = Left(criterion.says, criterion.cite, (*known.pathways, cite) if known else (cite,), facts)
