"""The law of a version, as far as a comparison shows it: kept once a version, because the program only has its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from hashlib import sha256
from typing import Any, NamedTuple

from advisor.rescreen.models import LawState
from pathways.engine.citations import joined
from pathways.engine.explain import Node, explain
from pathways.engine.fingerprint import fingerprint, law_version
from pathways.engine.lawbook import Lawbook
from pathways.engine.pathway import Criterion, Pathway
from pathways.engine.relevance import CaseView
from pathways.engine.routes import Deadline

_known: dict[str, LawText] = {}


class Twig(NamedTuple):
    """A statement of a rule in words, and what it is made of."""

    text: str
    children: tuple[Twig, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A criterion or a deadline as one version puts it: its sentence, its pin-cites as printed, its digest.

    ``holds``, ``fails_on``: the rule in words, as it is derived from the law; None where there is none.
    """

    says: str
    cite: str
    digest: str
    holds: Twig | None = None
    fails_on: Twig | None = None


@dataclass(frozen=True)
class LawText:
    """What the rules of one version say; ``said`` as it is kept."""

    version: str
    said: Mapping[str, Any]

    @cached_property
    def orders(self) -> dict[str, tuple[str, ...]]:
        """The ids of the criteria of each pathway, in the order of `Stand.states`."""
        return {key: tuple(criteria) for key, criteria in self._criteria.items()}

    def title(self, pathway_id: str) -> tuple[str, str] | None:
        """Title and norm of a pathway; None where this version has none with that id."""
        return next(((title, cite) for key, title, cite, _ in self.said["pathways"] if key == pathway_id), None)

    def criterion(self, pathway_id: str, criterion_id: str, day: date) -> Said | None:
        """A criterion of a pathway as it is put on a day; None where there is none."""
        for since, until, says, cite, digest, rule in self._criteria.get(pathway_id, {}).get(criterion_id, ()):
            if (since is None or since <= day.isoformat()) and (until is None or day.isoformat() <= until):
                return Said(says, cite, digest, *(_read_twig(part) for part in rule))
        return None

    def deadline(self, deadline_id: str) -> Said | None:
        """A deadline; None where there is none."""
        found = self.said["deadlines"].get(deadline_id)
        return Said(*found) if found else None

    @cached_property
    def _criteria(self) -> dict[str, dict[str, list[list[Any]]]]:
        return {key: dict(criteria) for key, _, _, criteria in self.said["pathways"]}


def text_of(lawbook: Lawbook) -> LawText:
    """The law as it is now."""
    return _text_of(lawbook)


def remember(lawbook: Lawbook) -> LawText:
    """Keep the law as it is now, unless it is kept already."""
    text = text_of(lawbook)
    if not LawState.objects.filter(version=text.version).exists():
        # Of two processes that come first, both would write the same.
        LawState.objects.bulk_create([LawState(version=text.version, said=text.said)], ignore_conflicts=True)
    return text


def recalled(version: str) -> LawText | None:
    """The law of another version; None where no run has ever been made by it."""
    if version not in _known:
        row = LawState.objects.filter(version=version).first()
        if row is None:
            return None
        _known[version] = LawText(version, row.said)
    return _known[version]


def comes_or_goes(lawbook: Lawbook, after: date, until: date) -> bool:
    """Whether something in the law begins or ends to be in force between two days, the first left out."""
    return any(after < day <= until for day in _turns(lawbook))


@cache
def _text_of(lawbook: Lawbook) -> LawText:
    return LawText(
        law_version(lawbook),
        {
            # Lists: PostgreSQL does not keep the order of an object.
            "pathways": [_pathway(pathway) for pathway in lawbook.pathways],
            "deadlines": {deadline.id: _deadline(deadline) for deadline in lawbook.deadlines},
        },
    )


def _pathway(pathway: Pathway) -> list[Any]:
    criteria: dict[str, list[list[Any]]] = {}
    for criterion in pathway.criteria:
        criteria.setdefault(criterion.id, []).append(_edition(criterion))
    return [pathway.id, pathway.title, str(pathway.cite), [list(entry) for entry in criteria.items()]]


def _edition(criterion: Criterion) -> list[Any]:
    since, until = criterion.span.since, criterion.span.until
    return [
        since.isoformat() if since else None,
        until.isoformat() if until else None,
        criterion.says,
        joined(criterion.cite),
        fingerprint(criterion),
        _rule(criterion),
    ]


def _rule(criterion: Criterion) -> list[Any]:
    rule = criterion.rule
    if rule is None:
        return [None, None]
    nobody = CaseView({}, criterion.span.since or date.min)  # the words of a rule do not hang on the day
    return [_twig(explain(part, nobody)) if part is not None else None for part in (rule.holds, rule.fails_on)]


def _twig(node: Node) -> list[Any]:
    return [node.text, [_twig(child) for child in node.children]]


def _read_twig(kept: list[Any] | None) -> Twig | None:
    if kept is None:
        return None
    text, children = kept
    return Twig(text, tuple(found for child in children if (found := _read_twig(child))))


def _deadline(deadline: Deadline) -> list[str]:
    cites = "; ".join(dict.fromkeys(joined(wording.cite) for wording in deadline.wordings))
    wordings = [(wording.text, joined(wording.cite)) for wording in deadline.wordings]
    counted = [(due.start.id, repr(due.period), [repr(period) for _, period in due.instead]) for due in deadline.due]
    digest = sha256(repr((deadline.title, wordings, counted)).encode()).hexdigest()[:16]
    return [deadline.title, cites, digest]


@cache
def _turns(lawbook: Lawbook) -> frozenset[date]:
    """The days from which something is different: the first of an edition, and the one after its last."""
    spans = [criterion.span for pathway in lawbook.pathways for criterion in pathway.criteria]
    spans += [edition.span for pathway in lawbook.pathways for edition in pathway.grant.editions]
    spans += [wording.span for deadline in lawbook.deadlines for wording in deadline.wordings]
    begins = {span.since for span in spans if span.since}
    ends = {date.fromordinal(span.until.toordinal() + 1) for span in spans if span.until}
    return frozenset(begins | ends)
