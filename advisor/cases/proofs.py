"""What has to be proved in a case: the papers the criteria name, each once, with how well the answers stand so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2s

from pathways.engine.assess import Finding, PathwayResult, Verdict
from pathways.engine.citations import Citation
from pathways.engine.conditions import View
from pathways.engine.consultation import Assessment
from pathways.engine.facts import Answers, Fact, Gap, Proof
from pathways.engine.pathway import Criterion, Kind
from pathways.engine.truth import Truth
from pathways.law import LAW

# A pathway that is excluded or does not exist asks for no papers.
WORTH_PROVING = frozenset({Verdict.MET, Verdict.OPEN, Verdict.EXCEPTION})
_DEMANDS = frozenset({Kind.MANDATORY, Kind.EXTENSION, Kind.WAIVABLE, Kind.FORMAL})


class Weight(StrEnum):
    """What a paper is for: something that has to be shown, something that is weighed, or only where it is asked for."""

    REQUIRED = "required"
    WEIGHED = "weighed"
    IF_ASKED = "if_asked"


_ORDER = {weight: place for place, weight in enumerate(Weight)}


class Backing(StrEnum):
    """How well the answers behind a paper are supported, by the weakest of them."""

    MISSING = "missing"  # somebody has noted that a paper is missing
    NOT_SAID = "not_said"  # at least one answer says nothing about its proof, or there is no answer yet
    TOLD = "told"
    SEEN = "seen"


@dataclass(frozen=True, slots=True)
class ProofItem:
    """A paper to bring.

    ``id``: the same wherever the paper is called the same. ``criteria``: what it proves, each once, what
    counts most first; ``pathways``: ids of the pathways that need it. ``facts``: the answered questions
    behind it. ``backing`` is about these answers: that a paper was seen for an answer does not say it was this one.
    """

    id: str
    words: str
    weight: Weight
    criteria: tuple[Criterion, ...]
    pathways: tuple[str, ...]
    facts: tuple[Fact, ...]
    backing: Backing

    @property
    def cites(self) -> tuple[Citation, ...]:
        """The places in the law of what it proves, each once."""
        return tuple(dict.fromkeys(cite for criterion in self.criteria for cite in criterion.cite))


def proof_list(assessment: Assessment, answers: Answers) -> tuple[ProofItem, ...]:
    """The papers for the pathways that are candidates, open or exceptions, in the order of the law, each once."""
    found: dict[str, list[tuple[PathwayResult, Finding]]] = {}
    for result in assessment.pathways:
        if result.verdict in WORTH_PROVING:
            for finding in result.findings:
                for words in finding.criterion.proof:
                    found.setdefault(words, []).append((result, finding))
    return tuple(_item(words, uses, answers, assessment.view) for words, uses in found.items())


def proof_id(words: str) -> str:
    """The id of a paper by what it is called."""
    return blake2s(words.encode(), digest_size=6).hexdigest()


def _item(words: str, uses: list[tuple[PathwayResult, Finding]], answers: Answers, view: View) -> ProofItem:
    weighted = sorted(((_weight(finding, view), finding) for _, finding in uses), key=lambda use: _ORDER[use[0]])
    criteria = {finding.criterion.id: finding.criterion for _, finding in weighted}
    behind = {fact for _, finding in uses for fact in finding.facts.union(finding.criterion.considers)}
    facts = LAW.in_order({fact for fact in behind if fact.id in view.values})
    return ProofItem(
        id=proof_id(words),
        words=words,
        weight=weighted[0][0],
        criteria=tuple(criteria.values()),
        pathways=tuple(dict.fromkeys(result.pathway.id for result, _ in uses)),
        facts=facts,
        backing=_backing(facts, answers),
    )


def _weight(finding: Finding, view: View) -> Weight:
    criterion, state = finding.criterion, finding.state
    if criterion.kind is Kind.FACTOR:
        return Weight.WEIGHED
    if criterion.kind is Kind.INFO:
        warns = criterion.trigger is not None and criterion.trigger.triggered(view)
        return Weight.REQUIRED if warns else Weight.IF_ASKED
    if criterion.kind in _DEMANDS:
        # What is not fulfilled and has to be waived cannot be proved.
        return Weight.IF_ASKED if finding.waiver_needed else Weight.REQUIRED
    # A bar or a rule exclusion that does not stand in the way needs no paper unless somebody doubts it.
    return Weight.IF_ASKED if state is Truth.YES else Weight.REQUIRED


def _backing(facts: Iterable[Fact], answers: Answers) -> Backing:
    stated = list(_proofs(facts, answers))
    if Proof.DOCUMENT_MISSING in stated:
        return Backing.MISSING
    if not stated or None in stated:
        return Backing.NOT_SAID
    return Backing.TOLD if Proof.TOLD in stated else Backing.SEEN


def _proofs(facts: Iterable[Fact], answers: Answers) -> Iterator[Proof | None]:
    for fact in facts:
        answer = answers.get(fact.id)
        if answer is not None and not isinstance(answer.value, Gap):
            yield answer.proof
