"""Why a question is asked: the criteria, deadlines and other routes that read its answer, with their norms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from pathways.content.words import short_cite
from pathways.engine.agenda import uses
from pathways.engine.citations import Citation
from pathways.engine.conditions import Condition
from pathways.engine.facts import Fact
from pathways.engine.pathway import Criterion, Pathway
from pathways.law import LAW

_LISTED = 8


@dataclass(frozen=True, slots=True)
class Reason:
    """One demand that reads the answer; ``decides``: the state depends on it, otherwise it is weighed."""

    says: str
    cite: tuple[Citation, ...]
    of: str
    decides: bool


@cache
def reasons(fact: Fact) -> tuple[Reason, ...]:
    """The demands that read the answer, deciding ones first, each once."""
    found: dict[str, tuple[Criterion, list[Pathway], bool]] = {}
    for use in uses(LAW)[fact.id]:
        criterion, pathways, decides = found.get(use.criterion.id, (use.criterion, [], False))
        found[criterion.id] = (criterion, [*pathways, use.pathway], decides or use.decides)
    listed = [Reason(c.says, c.cite, _names(pathways), decides) for c, pathways, decides in found.values()]
    return tuple(sorted(listed, key=lambda reason: not reason.decides))


def _names(pathways: list[Pathway]) -> str:
    if len(pathways) == len(LAW.pathways):
        return "alle Wege"
    return ", ".join(short_cite(pathway.cite) for pathway in pathways)


def _reads(condition: Condition, fact: Fact) -> bool:
    return any(other is fact for other in condition.facts())


def _besides(fact: Fact) -> tuple[str, ...]:
    """The deadlines and other routes that look at the answer."""
    deadlines = [
        deadline.title
        for deadline in LAW.deadlines
        if _reads(deadline.when, fact) or any(due.start is fact for due in deadline.due)
    ]
    referrals = [referral.title for referral in LAW.referrals if _reads(referral.when, fact)]
    return (*(f"Frist: {title}" for title in deadlines), *(f"Anderer Weg: {title}" for title in referrals))


@cache
def reasons_html(fact: Fact) -> SafeString:
    """The reasons as a list; the same for every case, so written once a process."""
    found, besides = reasons(fact), _besides(fact)
    return render_to_string(
        "cases/_reasons.html",
        {
            "reasons": found[:_LISTED],
            "more_reasons": len(found[_LISTED:]),
            "besides": besides[:_LISTED],
            "more_besides": len(besides[_LISTED:]),
            "sensitive": fact.sensitive,
        },
    )
