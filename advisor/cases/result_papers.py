"""The papers to bring as tables: criterion by criterion, each paper once, with what the answers say about proof."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from advisor.cases.proofs import ProofItem, Weight
from pathways.content.words import PROOFS, marked, short_cite
from pathways.engine.citations import Citation
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
class PaperRow:
    """What has to be proved and by which papers. ``ways``: the pathways that need it; empty where all of them do."""

    says: str
    cite: tuple[Citation, ...]
    papers: tuple[str, ...]
    supports: tuple[Support, ...]
    ways: str


@dataclass(frozen=True, slots=True)
class PaperTable:
    """The papers of one weight."""

    heading: Promise
    rows: tuple[PaperRow, ...]


def paper_tables(items: Collection[ProofItem], answers: Answers) -> tuple[PaperTable, ...]:
    """The tables, what has to be proved first; those without a paper are left out."""
    everywhere = {pathway for item in items for pathway in item.pathways}
    tables = ((heading, [item for item in items if item.weight is weight]) for weight, heading in _HEADINGS.items())
    return tuple(PaperTable(heading, _rows(found, answers, everywhere)) for heading, found in tables if found)


def _rows(items: Iterable[ProofItem], answers: Answers, everywhere: set[str]) -> tuple[PaperRow, ...]:
    # A paper that proves several things stands at the first of them.
    by_criterion: dict[str, list[ProofItem]] = {}
    for item in items:
        by_criterion.setdefault(item.criteria[0].id, []).append(item)
    return tuple(_row(found, answers, everywhere) for found in by_criterion.values())


def _row(items: list[ProofItem], answers: Answers, everywhere: set[str]) -> PaperRow:
    criterion = items[0].criteria[0]
    facts = LAW.in_order({fact for item in items for fact in item.facts})
    needed = {pathway for item in items for pathway in item.pathways}
    ways = [short_cite(pathway.cite) for pathway in LAW.pathways if pathway.id in needed]
    return PaperRow(
        says=marked(criterion.says),
        cite=criterion.cite,
        papers=tuple(item.words for item in items),
        supports=tuple(Support(fact, PROOFS[proof]) for fact in facts if (proof := answers[fact.id].proof)),
        ways="" if needed == everywhere else ", ".join(ways),
    )
