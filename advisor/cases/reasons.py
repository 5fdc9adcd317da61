"""Why a question is asked: everything in the law files that reads its answer, with the norms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_noop

from advisor.texts.shown import Explained
from pathways.content.words import short_cite
from pathways.engine.agenda import uses
from pathways.engine.citations import Citation
from pathways.engine.conditions import Condition
from pathways.engine.facts import Fact
from pathways.engine.pathway import Criterion, Pathway
from pathways.law import LAW
from pathways.law.derived import read_for

_LISTED = 8
ALL_PATHWAYS = gettext_noop("alle acht Wege")
_MODE = gettext_noop("Entscheidet, ob erste Erteilung oder Verlängerung geprüft wird")
_DEADLINE = gettext_noop("Frist")
_REFERRAL = gettext_noop("Anderer Weg")
_PROPOSAL = gettext_noop("Vorschlag für")


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
        return ALL_PATHWAYS
    return ", ".join(short_cite(pathway.cite) for pathway in pathways)


@dataclass(frozen=True, slots=True)
class Besides:
    """Something else that reads the answer: a deadline, another route, a proposal, the choice of the mode."""

    kind: str
    title: str
    cite: tuple[Citation, ...] = ()


@cache
def besides(fact: Fact) -> tuple[Besides, ...]:
    """What reads the answer beside the criteria."""
    return (*_modes(fact), *_deadlines(fact), *_referrals(fact), *_proposals(fact))


@cache
def opens(fact: Fact) -> tuple[Fact, ...]:
    """The questions that are asked or not depending on the answer."""
    return tuple(other for other in LAW.facts if other in LAW.asked_if and _reads(LAW.asked_if[other], fact))


def _reads(condition: Condition, fact: Fact) -> bool:
    return any(other is fact for other in condition.facts())


def _modes(fact: Fact) -> Iterator[Besides]:
    concerned = [pathway for pathway in LAW.pathways if any(_reads(row.when, fact) for row in pathway.modes)]
    if concerned:
        everywhere = len(concerned) == len(LAW.pathways)
        yield Besides(_MODE, "", () if everywhere else tuple(pathway.cite for pathway in concerned))


def _deadlines(fact: Fact) -> Iterator[Besides]:
    for deadline in LAW.deadlines:
        conditions = [deadline.when, *(wording.when for wording in deadline.wordings)]
        for due in deadline.due:
            conditions += [due.when, *(condition for condition, _period in due.instead)]
        if any(due.start is fact for due in deadline.due) or any(_reads(each, fact) for each in conditions):
            yield Besides(_DEADLINE, deadline.title, deadline.wordings[-1].cite)


def _referrals(fact: Fact) -> Iterator[Besides]:
    for referral in LAW.referrals:
        if _reads(referral.when, fact):
            yield Besides(_REFERRAL, referral.title, referral.cite)


def _proposals(fact: Fact) -> Iterator[Besides]:
    for derived in LAW.facts:
        if derived.derived and fact in read_for(derived):
            yield Besides(_PROPOSAL, derived.label)


@lru_cache(maxsize=1024)
def explained_html(explained: tuple[Explained, ...], language: str | None) -> SafeString:
    """What the editors say about a question, for a page in this language; written once for each text."""
    return SafeString(" ".join(render_to_string("cases/_explained.html", {"explained": explained}).split()))


def reasons_html(fact: Fact) -> SafeString:
    """The reasons as a list; the same for every case, so written once a process and language."""
    return _html(fact, get_language())


@cache
def _html(fact: Fact, language: str | None) -> SafeString:
    found, more = reasons(fact), besides(fact)
    context = {
        "reasons": found[:_LISTED],
        "more_reasons": len(found[_LISTED:]),
        "all_pathways": ALL_PATHWAYS,
        "besides": more[:_LISTED],
        "more_besides": len(more[_LISTED:]),
        "opens": opens(fact)[:_LISTED],
        "more_opens": len(opens(fact)[_LISTED:]),
    }
    # On a page with every question the blanks of the template would weigh as much as its words.
    return SafeString(" ".join(render_to_string("cases/_reasons.html", context).split()))
