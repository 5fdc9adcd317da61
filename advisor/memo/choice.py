"""Which pathways get a part of their own in a memo where nobody has chosen."""

from __future__ import annotations

from pathways.content.reading.case import ORDER
from pathways.engine.assess import Finding, PathwayResult, Verdict
from pathways.engine.consultation import Assessment
from pathways.engine.pathway import Kind, Mode
from pathways.engine.relevance import CaseView
from pathways.engine.truth import Truth
from pathways.law.facts import CURRENT_TITLE_NORM, LOCATION

FALLBACK = 3  # with nothing to show anywhere, so many of the pathways with the fewest open points
_DEMANDS = frozenset({Kind.MANDATORY, Kind.EXTENSION})


def default_choice(assessment: Assessment) -> frozenset[str]:
    """The ids of the pathways to print in full.

    Those that are met or possible as an exception, and of the open ones those that have something to show. Where there
    is none of all these, the three open ones with the fewest open points; where nothing is open, none.
    """
    view = assessment.view
    results = sorted(assessment.pathways, key=lambda result: ORDER.index(result.verdict))
    worth = [result for result in results if _is_promising(result, view)]
    if not worth:
        still_open = [result for result in results if result.verdict is Verdict.OPEN]
        worth = sorted(still_open, key=lambda result: len(result.open_findings))[:FALLBACK]
    return frozenset(result.pathway.id for result in worth)


def _is_promising(result: PathwayResult, view: CaseView) -> bool:
    if result.verdict is not Verdict.OPEN:
        return result.verdict in (Verdict.MET, Verdict.EXCEPTION)
    of_present_title = f"p{view.values.get(CURRENT_TITLE_NORM.id)}" == result.pathway.id
    extended = result.mode is Mode.EXTENSION
    return of_present_title or extended or any(_shows(found, result, view) for found in result.findings)


def _shows(found: Finding, result: PathwayResult, view: CaseView) -> bool:
    """Whether a demand of this pathway alone is fulfilled by more than where the person is or what is not the case."""
    own = found.criterion.id.startswith(f"{result.pathway.id}_") and found.criterion.kind in _DEMANDS
    if not own or not found.counts or found.state is not Truth.YES:
        return False
    values = (view.values.get(fact.id) for fact in found.facts if fact is not LOCATION)
    return any(value is not None and value is not False for value in values)
