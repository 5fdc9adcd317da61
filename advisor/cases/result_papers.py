"""The papers to bring as tables: criterion by criterion, each paper once, with what the answers say about proof."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from advisor.cases.proofs import WORTH_PROVING, ProofItem, Weight
from pathways.content.words import PROOFS, marked, short_cite
from pathways.engine.citations import Citation
from pathways.engine.consultation import Assessment
from pathways.engine.facts import Answers, Fact
from pathways.law import LAW

_HEADINGS: dict[Weight, Promise] = {
    Weight.REQUIRED: _("Zu belegen"),
    Weight.WEIGHED: _("Hilft bei der Abwägung"),
    Weight.IF_ASKED: _("Nur falls danach gefragt wird"),
}


@dataclass(frozen=True, slots=True)
class Support:
    """An answer whose proof somebody has spoken about, and the word for it."""

    fact: Fact
    word: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper; ``also``: the pathways that need it for something else."""

    words: str
    also: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """What has to be proved and by which papers. ``ways``: the pathways that ask for it; empty where all of them do."""

    says: str
    cite: tuple[Citation, ...]
    papers: tuple[Paper, ...]
    supports: tuple[Support, ...]
    ways: str


@dataclass(frozen=True, slots=True)
class PaperTable:
    """The papers of one weight."""

    heading: Promise
    rows: tuple[PaperRow, ...]


def paper_tables(assessment: Assessment, items: Iterable[ProofItem], answers: Answers) -> tuple[PaperTable, ...]:
    """The tables of a proof list, what has to be proved first; those without a paper are left out."""
    listed = list(items)
    asking = _asking(assessment)
    tables = ((heading, [item for item in listed if item.weight is weight]) for weight, heading in _HEADINGS.items())
    return tuple(PaperTable(heading, _rows(found, answers, asking)) for heading, found in tables if found)


def _asking(assessment: Assessment) -> dict[str, set[str]]:
    """The pathways worth proving that ask for a criterion, by its id; all of them under the empty one."""
    worth = [result for result in assessment.pathways if result.verdict in WORTH_PROVING]
    found: dict[str, set[str]] = {"": {result.pathway.id for result in worth}}
    for result in worth:
        for finding in result.findings:
            found.setdefault(finding.criterion.id, set()).add(result.pathway.id)
    return found


def _rows(items: Iterable[ProofItem], answers: Answers, asking: dict[str, set[str]]) -> tuple[PaperRow, ...]:
    # A paper that proves several things stands at the first of them.
    by_criterion: dict[str, list[ProofItem]] = {}
    for item in items:
        by_criterion.setdefault(item.criteria[0].id, []).append(item)
    return tuple(_row(found, answers, asking) for found in by_criterion.values())


def _row(items: list[ProofItem], answers: Answers, asking: dict[str, set[str]]) -> PaperRow:
    criterion = items[0].criteria[0]
    facts = LAW.in_order({fact for item in items for fact in item.facts})
    here = asking[criterion.id]
    return PaperRow(
        says=marked(criterion.says),
        cite=criterion.cite,
        papers=tuple(Paper(item.words, _names(set(item.pathways) - here)) for item in items),
        supports=tuple(Support(fact, PROOFS[proof]) for fact in facts if (proof := answers[fact.id].proof)),
        ways="" if here == asking[""] else _names(here),
    )


def _names(pathways: set[str]) -> str:
    return ", ".join(short_cite(pathway.cite) for pathway in LAW.pathways if pathway.id in pathways)
