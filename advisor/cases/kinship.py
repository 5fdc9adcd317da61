"""What the persons of a case mean for each other: the notes of the law that their answers call for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from advisor.cases.choices import Relation
from advisor.cases.family import AS_SEEN_FROM_THE_OTHER
from advisor.cases.standing import Standing
from pathways.content.words import day_words, marked, short_cite
from pathways.engine.assess import Verdict
from pathways.engine.citations import Citation
from pathways.engine.days import PartialDay
from pathways.engine.facts import Fact
from pathways.engine.relevance import CaseView
from pathways.engine.truth import Truth
from pathways.law import LAW
from pathways.law.facts import BIRTH_DATE
from pathways.law.family_notes import AGE, FAMILY_NOTES, MINOR, FamilyNote

_CANDIDATES = frozenset({Verdict.MET, Verdict.EXCEPTION})


@dataclass(frozen=True, slots=True)
class Kin:
    """Somebody in the case: name, how they belong to the first person (None: not said), and how they stand."""

    uuid: UUID
    name: str
    relation: Relation | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class KinNote:
    """A note to be checked.

    ``is_sure``: the answers call for it; otherwise they leave it open, and ``missing`` are the questions of which it
    hangs, each with the name of the person. ``about``: the persons concerned. ``cite``: where it stands.
    """

    says: str
    is_sure: bool
    about: frozenset[UUID]
    cite: tuple[Citation, ...]
    missing: tuple[tuple[Fact, str], ...] = ()
    warning: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    """A row that the answers of a pair call for."""

    row: FamilyNote
    holder: Kin
    relative: Kin
    norms: str
    truth: Truth


def kin_notes(everybody: Sequence[Kin]) -> tuple[KinNote, ...]:
    """The notes of a case, those the answers call for first; the first of ``everybody`` is the first person."""
    together: dict[object, list[_Found]] = {}
    for pair in _pairs(everybody):
        for row in FAMILY_NOTES:
            for found in _of_pair(row, *pair):
                one = None if row.of_several else found.relative.uuid
                key = (row.says, row.cite, found.holder.uuid, found.norms, found.truth, one)
                together.setdefault(key, []).append(found)
    notes = [_note(group) for group in together.values()]
    return tuple(sorted(notes, key=lambda note: not note.is_sure))


def _pairs(everybody: Sequence[Kin]) -> Iterator[tuple[Kin, Kin, Relation]]:
    """Holder, relative, and what the relative is to the holder; only what somebody has said, nothing derived."""
    for each in everybody[1:]:
        if each.relation is not None:
            yield everybody[0], each, each.relation
            yield each, everybody[0], AS_SEEN_FROM_THE_OTHER[each.relation]


def _of_pair(row: FamilyNote, holder: Kin, relative: Kin, relation: Relation) -> Iterator[_Found]:
    if relation.value not in row.relations or row.told.evaluate(relative.standing.view) is Truth.YES:
        return
    truth = row.holder.evaluate(holder.standing.view)
    if row.route and truth is not Truth.YES:
        return
    truth &= row.relative.evaluate(relative.standing.view)
    if truth is Truth.NO:
        return
    for norms, of_title in _norms(row, holder.standing.verdicts):
        yield _Found(row, holder, relative, norms, truth & of_title)


def _norms(row: FamilyNote, verdicts: Mapping[str, Verdict]) -> Iterator[tuple[str, Truth]]:
    """The pathways of a note that are candidates for the holder, and those that are open; once where it has none."""
    if not row.pathways:
        yield "", Truth.YES
        return
    for wanted, truth in ((_CANDIDATES, Truth.YES), ({Verdict.OPEN}, Truth.OPEN)):
        norms = [
            short_cite(each.cite) for each in LAW.pathways if each.id in row.pathways and verdicts[each.id] in wanted
        ]
        if norms:
            yield _listed(norms, "oder"), truth


def _note(group: list[_Found]) -> KinNote:
    first = group[0]
    row, holder, relatives = first.row, first.holder, [found.relative for found in group]
    names = _listed([relative.name for relative in relatives], "und")
    says = row.says.format(holder=holder.name, relative=names, norms=first.norms, day=_day(row, first.relative))
    cite, warning = row.cite, ""
    for route in LAW.referrals:
        if row.route and route.id == row.route and route.span.covers(holder.standing.as_of):
            says, cite, warning = f"{says} {route.title}: {route.says}", (*cite, *route.cite), route.warning
    missing = [
        (fact, kin.name)
        for condition, kin in ((row.holder, holder), *((row.relative, relative) for relative in relatives))
        for fact in condition.facts()
        if first.truth is Truth.OPEN and fact.id not in kin.standing.view.values
    ]
    about = frozenset({holder.uuid, *(relative.uuid for relative in relatives)})
    return KinNote(marked(says), first.truth is Truth.YES, about, cite, tuple(dict.fromkeys(missing)), warning)


def _listed(words: Sequence[str], joint: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}"


def _day(row: FamilyNote, relative: Kin) -> str:
    """The day counted; the first there can be where the answer does not give a whole day."""
    if row.day is None:
        return ""
    fact, period = row.day
    start = relative.standing.view.values.get(fact.id)
    if not isinstance(start, PartialDay):
        return "(Tag noch nicht bekannt)"
    day = day_words(period.after(start.earliest))
    return day if start.is_exact else f"{day} (frühestens)"


def of_age(view: CaseView) -> date | None:
    """The first day that can be the 18th birthday of somebody who is surely a minor; None for everybody else."""
    born = view.values.get(BIRTH_DATE.id)
    if not isinstance(born, PartialDay) or MINOR.evaluate(view) is not Truth.YES:
        return None
    return AGE.after(born.earliest)
