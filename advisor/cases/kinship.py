"""What the persons of a case mean for each other: the notes of the law that their answers call for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from advisor.cases.family import AS_SEEN_FROM_THE_OTHER
from advisor.cases.models import Relation
from advisor.cases.standing import Standing
from pathways.content.words import day_words, marked, short_cite
from pathways.engine.assess import Verdict
from pathways.engine.citations import Citation
from pathways.engine.days import PartialDay
from pathways.engine.facts import Fact
from pathways.engine.truth import Truth
from pathways.law import LAW
from pathways.law.family_notes import FAMILY_NOTES, FamilyNote

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


def kin_notes(everybody: Sequence[Kin]) -> tuple[KinNote, ...]:
    """The notes of a case, those the answers call for first; the first of ``everybody`` is the first person."""
    found = [note for pair in _pairs(everybody) for row in FAMILY_NOTES for note in _of_pair(row, *pair)]
    once = {note.says: note for note in reversed(found)}
    kept = [once[says] for says in dict.fromkeys(note.says for note in found)]
    return tuple(sorted(kept, key=lambda note: not note.is_sure))


def _pairs(everybody: Sequence[Kin]) -> Iterator[tuple[Kin, Kin, Relation]]:
    """Holder, relative, and what the relative is to the holder; only what somebody has said, nothing derived."""
    for each in everybody[1:]:
        if each.relation is not None:
            yield everybody[0], each, each.relation
            yield each, everybody[0], AS_SEEN_FROM_THE_OTHER[each.relation]


def _of_pair(row: FamilyNote, holder: Kin, relative: Kin, relation: Relation) -> Iterator[KinNote]:
    if relation.value not in row.relations or row.told.evaluate(relative.standing.view) is Truth.YES:
        return
    truth = row.holder.evaluate(holder.standing.view)
    if row.route and truth is not Truth.YES:
        return
    truth &= row.relative.evaluate(relative.standing.view)
    if truth is Truth.NO:
        return
    for norms, verdict_truth in _norms(row, holder.standing.verdicts):
        yield _note(row, holder, relative, norms, truth & verdict_truth)


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
            yield " oder ".join([", ".join(norms[:-1]), norms[-1]] if len(norms) > 1 else norms), truth


def _note(row: FamilyNote, holder: Kin, relative: Kin, norms: str, truth: Truth) -> KinNote:
    says = row.says.format(holder=holder.name, relative=relative.name, norms=norms, day=_day(row, relative))
    cite, warning = row.cite, ""
    for route in LAW.referrals:
        if row.route and route.id == row.route and route.span.covers(holder.standing.as_of):
            says, cite, warning = f"{says} {route.title}: {route.says}", (*cite, *route.cite), route.warning
    missing = tuple(
        (fact, kin.name)
        for condition, kin in ((row.holder, holder), (row.relative, relative))
        for fact in dict.fromkeys(condition.facts())
        if truth is Truth.OPEN and fact.id not in kin.standing.view.values
    )
    about = frozenset({holder.uuid, relative.uuid})
    return KinNote(marked(says), truth is Truth.YES, about, cite, missing, warning)


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
