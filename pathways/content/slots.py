"""The places for texts: what an editor can say about a pathway, a criterion or a question, and what a text hangs on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from pathways.content.citing import touches
from pathways.content.sheet import LANGUAGES
from pathways.engine.citations import Citation
from pathways.engine.facts import Fact
from pathways.engine.fingerprint import (
    deadline_fingerprint,
    effects_fingerprint,
    fact_fingerprint,
    fingerprint,
    head_fingerprint,
    joint_fingerprint,
)
from pathways.engine.lawbook import Lawbook
from pathways.engine.pathway import Criterion, Effect
from pathways.engine.routes import Deadline
from pathways.law import LAW
from pathways.law.effects import EFFECTS


class Subject(StrEnum):
    """What a text is about."""

    PATHWAY = "pathway"
    CRITERION = "criterion"
    FACT = "fact"
    LAND = "land"
    FIGURES = "figures"


class Shape(StrEnum):
    """How a text is built: paragraphs, or entries of a list."""

    PROSE = "prose"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one text.

    ``longest``: in characters, without citations. ``needs_cite``: every statement says where it stands. ``required``:
    without a text something is missing. ``languages``: those it can be written in.
    """

    id: str
    subject_kind: Subject
    subject_id: str
    name: str
    label: str
    shape: Shape
    needs_cite: bool
    longest: int
    languages: tuple[str, ...]
    required: bool


@dataclass(frozen=True, slots=True)
class _Sort:
    name: str
    label: str
    shape: Shape = Shape.PROSE
    longest: int = 1500
    required: bool = False
    languages: tuple[str, ...] = ("de",)


ABOUT_EFFECTS = "effects"
_PLAIN = _Sort("plain", "In einfachen Worten, für die Person", longest=1800, languages=LANGUAGES)
_LOCAL = _Sort("local", "Was vor Ort gilt", Shape.LIST, 3000)
_PATHWAY = (
    _Sort("about", "Worum es geht", longest=900, required=True),
    _Sort("when", "Typische Lagen", Shape.LIST, 3000, required=True),
    _Sort("procedure", "Verfahren", Shape.LIST, 4000, required=True),
    _Sort("documents", "Unterlagen", Shape.LIST, 3000, required=True),
    _Sort("pitfalls", "Fallstricke", Shape.LIST, 4000, required=True),
    _Sort(ABOUT_EFFECTS, "Was der Titel im Alltag bedeutet", Shape.LIST, 3000),
    _Sort("contacts", "Wen man fragt", Shape.LIST, 2000),
    _LOCAL,
    _PLAIN,
)
_BELOW = (_Sort("help", "Was gemeint ist"), _PLAIN, _Sort("proof", "Worauf bei Nachweisen zu achten ist"), _LOCAL)


def slots_of(lawbook: Lawbook) -> Mapping[str, Slot]:
    """All slots by id: pathways, then criteria, then questions, each in the order of the law."""
    return MappingProxyType({slot.id: slot for slot in _slots(lawbook)})


def slot_id(kind: Subject, subject_id: str, name: str) -> str:
    """The id of a slot."""
    return f"{kind.value}.{subject_id}.{name}"


def _slots(lawbook: Lawbook) -> Iterator[Slot]:
    for pathway in lawbook.pathways:
        yield from _each(Subject.PATHWAY, pathway.id, _PATHWAY)
    for criterion_id in dict.fromkeys(c.id for pathway in lawbook.pathways for c in pathway.criteria):
        yield from _each(Subject.CRITERION, criterion_id, _BELOW)
    for fact in lawbook.facts:
        yield from _each(Subject.FACT, fact.id, _BELOW)


def _each(kind: Subject, subject_id: str, sorts: Iterable[_Sort]) -> Iterator[Slot]:
    for sort in sorts:
        yield Slot(
            id=slot_id(kind, subject_id, sort.name),
            subject_kind=kind,
            subject_id=subject_id,
            name=sort.name,
            label=sort.label,
            shape=sort.shape,
            needs_cite=True,
            longest=sort.longest,
            languages=sort.languages,
            required=sort.required,
        )


SLOTS: Mapping[str, Slot] = slots_of(LAW)


def subject_fingerprint(
    slot: Slot,
    cited: Iterable[Citation],
    lawbook: Lawbook = LAW,
    effects: Mapping[str, tuple[Effect, ...]] = EFFECTS,
) -> str:
    """The digest of the law a text hangs on; where it changes, the text is stale.

    A criterion: all its editions and variants. A question: its words, its choices and when it is asked. A pathway: its
    head, its own criteria, and of the general ones and of the deadlines those about a place that the text cites; what
    the title brings too, where the text is about that. "" where the law has no such subject.
    """
    if slot.subject_kind is Subject.CRITERION:
        return _criterion(slot.subject_id, lawbook)
    if slot.subject_kind is Subject.FACT:
        fact = lawbook.facts_by_id.get(slot.subject_id)
        return fact_fingerprint(fact, lawbook) if isinstance(fact, Fact) else ""
    found = _pathway(slot.subject_id, tuple(cited), lawbook)
    if found and slot.name == ABOUT_EFFECTS:
        return joint_fingerprint((found, effects_fingerprint(effects.get(slot.subject_id, ()))))
    return found


def is_general(criterion_id: str) -> bool:
    """Whether a criterion is no pathway's own."""
    return criterion_id.startswith("g_")


def _criterion(criterion_id: str, lawbook: Lawbook) -> str:
    found = _editions(lawbook).get(criterion_id)
    return joint_fingerprint(found) if found else ""


@cache
def _editions(lawbook: Lawbook) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pathway in lawbook.pathways:
        for criterion in pathway.criteria:
            found.setdefault(criterion.id, set()).add(_printed(criterion))
    return {criterion_id: frozenset(digests) for criterion_id, digests in found.items()}


@cache
def _printed(criterion: Criterion) -> str:
    return fingerprint(criterion)


@cache
def _pathway(pathway_id: str, cites: tuple[Citation, ...], lawbook: Lawbook) -> str:
    pathway = next((each for each in lawbook.pathways if each.id == pathway_id), None)
    if pathway is None:
        return ""
    counted = (
        criterion for criterion in pathway.criteria if not is_general(criterion.id) or _about(criterion.cite, cites)
    )
    deadlines = (each for each in lawbook.deadlines if any(_about(said.cite, cites) for said in each.wordings))
    parts = (*(_printed(criterion) for criterion in counted), *(_counted(each) for each in deadlines))
    return joint_fingerprint((head_fingerprint(pathway), *parts))


def _about(one: Iterable[Citation], other: Iterable[Citation]) -> bool:
    return any(touches(a, b) for a in one for b in other)


@cache
def _counted(deadline: Deadline) -> str:
    return deadline_fingerprint(deadline)
