"""Which papers of a person to see to first: nobody looks through ninety at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from advisor.cases.proofs import ProofItem
from pathways.engine.assess import Verdict
from pathways.engine.consultation import Assessment
from pathways.engine.pathway import COUNTING, Kind

MOST_NOW = 7  # papers; as many as somebody can see to at once
_PROMISING = (Verdict.MET, Verdict.EXCEPTION)
_BARS = frozenset({Kind.BAR, Kind.RULE, Kind.LAND})
_Rank = tuple[bool, int, bool, int, int, int]


def most_urgent(items: Iterable[ProofItem], assessment: Assessment) -> tuple[ProofItem, ...]:
    """Of papers to get the few to see to now: first what a running deadline is counted from, then what most wait for.

    The second paper for the same criterion comes after the first ones for the others: often one of them will do.
    """
    starts = {due.start.id for running in assessment.deadlines for due in running.deadline.due}
    promising = {result.pathway.id for result in assessment.pathways if result.verdict in _PROMISING}
    seen: Counter[str] = Counter()
    ranked: list[tuple[_Rank, ProofItem]] = []
    for item in items:
        if is_about_a_mere_worry(item):
            continue
        dated = any(fact.id in starts for fact in item.facts)
        formal = all(criterion.kind is Kind.FORMAL for criterion in item.criteria)
        deciding = sum(criterion.kind in COUNTING for criterion in item.criteria)
        wait_for = (-len(promising.intersection(item.pathways)), -len(item.pathways), -deciding)
        ranked.append(((not dated, seen[item.criteria[0].id], formal, *wait_for), item))
        seen[item.criteria[0].id] += 1
    return tuple(item for _rank, item in sorted(ranked, key=lambda entry: entry[0])[:MOST_NOW])


def is_about_a_mere_worry(item: ProofItem) -> bool:
    """Whether it is about bars only, and nobody has said yet that there could be one: ask first."""
    return not item.facts and all(criterion.kind in _BARS for criterion in item.criteria)
