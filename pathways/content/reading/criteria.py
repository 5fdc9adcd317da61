"""Criteria in words: demand, state, the answers it rests on, why, what helps and what is disputed."""

from __future__ import annotations

from dataclasses import dataclass

from pathways.content import words
from pathways.content.reading.answers import AnswerBook, AnswerLine
from pathways.content.words import Label, gettext_noop
from pathways.engine.assess import Finding
from pathways.engine.citations import Citation
from pathways.engine.conditions import View
from pathways.engine.explain import Node, explain
from pathways.engine.pathway import Dispute, Indication, Kind
from pathways.engine.truth import Truth

_TRUE = {
    Truth.YES: Label("yes", gettext_noop("trifft zu"), "✓"),
    Truth.OPEN: Label("open", gettext_noop("offen"), "○"),
    Truth.NO: Label("no", gettext_noop("trifft nicht zu"), "✕"),
}


@dataclass(frozen=True, slots=True)
class Branch:
    """A node of the explanation: a statement, whether it is true here, the answers it reads, what it is made of."""

    text: str
    state: Label
    answers: tuple[AnswerLine, ...]
    children: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class WaiverLine:
    """The norm by which a requirement of § 5 must or may be waived; ``needed``: here it has to be."""

    manner: str
    cite: tuple[Citation, ...]
    note: str
    needed: bool


@dataclass(frozen=True, slots=True)
class RemedyLine:
    """What helps against a criterion that is not fulfilled or not yet, and by what."""

    text: str
    cite: tuple[Citation, ...]
    cure: str


@dataclass(frozen=True, slots=True)
class CriterionReading:
    """A criterion in a case, in words.

    ``truth`` is the engine's state; ``state`` is how it is shown. ``judgements``: the adviser's own assessments from
    which the state is read, where the demand is an open legal concept.
    """

    id: str
    kind: Kind
    kind_words: str
    says: str
    truth: Truth
    state: Label
    counts: bool
    cite: tuple[Citation, ...]
    sources: tuple[Citation, ...]
    proof: tuple[str, ...]
    hint: str
    unverified: str
    answers: tuple[AnswerLine, ...]
    missing: tuple[AnswerLine, ...]
    holds: Branch | None
    fails_on: Branch | None
    waiver: WaiverLine | None
    disputes: tuple[Dispute, ...]
    remedies: tuple[RemedyLine, ...]
    speaks_for: tuple[Indication, ...]
    speaks_against: tuple[Indication, ...]
    judgements: tuple[AnswerLine, ...]


def criterion_reading(finding: Finding, book: AnswerBook, view: View, *, explained: bool) -> CriterionReading:
    """Put one finding into words; ``explained``: with the explanation derived from its rule."""
    criterion, rule = finding.criterion, finding.rule
    told = rule if explained else None
    return CriterionReading(
        id=criterion.id,
        kind=criterion.kind,
        kind_words=words.KINDS[criterion.kind],
        says=words.marked(criterion.says),
        truth=finding.state,
        state=words.criterion_state(criterion.kind, finding.state, has_rule=rule is not None),
        counts=finding.counts,
        cite=criterion.cite,
        sources=criterion.sources,
        proof=criterion.proof,
        hint=words.marked(criterion.hint),
        unverified=criterion.unverified,
        answers=book.put(finding.facts | frozenset(criterion.considers)),
        missing=book.put(finding.open_facts),
        holds=_branch(explain(told.holds, view), book) if told is not None else None,
        fails_on=_branch(explain(told.fails_on, view), book)
        if told is not None and told.fails_on is not None
        else None,
        waiver=_waiver(finding),
        disputes=finding.disputes,
        remedies=tuple(
            RemedyLine(words.marked(item.text), item.cite, words.CURES[item.cure]) for item in finding.remedies
        ),
        speaks_for=finding.speaks_for,
        speaks_against=finding.speaks_against,
        judgements=book.put(fact for fact in finding.facts if fact.judgement),
    )


def _waiver(finding: Finding) -> WaiverLine | None:
    waiver = finding.criterion.waiver
    if waiver is None:
        return None
    return WaiverLine(words.MANNERS[waiver.manner], waiver.cite, waiver.note, finding.waiver_needed)


def _branch(node: Node, book: AnswerBook) -> Branch:
    return Branch(
        node.text,
        _TRUE[node.state],
        book.lines(node.facts),
        tuple(_branch(child, book) for child in node.children),
    )
