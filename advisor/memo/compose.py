"""Composing a memo: a pure function from an assessment and texts to everything that is printed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, replace

from advisor.memo import remarks
from advisor.memo.audience import PRINTS
from advisor.memo.brief import brief_part
from advisor.memo.choice import default_choice
from advisor.memo.context import context_figures
from advisor.memo.endnotes import Endnotes
from advisor.memo.models import Audience
from advisor.memo.parts import (
    AnswersOf,
    Length,
    Letterhead,
    Memo,
    Overview,
    PathwayPart,
    Remark,
)
from advisor.memo.pathway_part import pathway_part
from advisor.memo.selection import shown_answers, shown_part
from advisor.memo.shared_part import effect_rows, full_shared_part, short_shared_part
from advisor.memo.summary import summary
from advisor.memo.surroundings import deadlines, hints, routes
from advisor.memo.texts_used import texts_note, texts_used
from advisor.texts.lands import land_in
from advisor.texts.library import Library
from advisor.texts.tables import tables_in
from pathways.content.builtin import Texts
from pathways.content.reading import (
    CaseReading,
    CriterionReading,
    PathwayReading,
    Shared,
    own_criteria,
    read_assessment,
    shared_criteria,
)
from pathways.engine.consultation import Assessment
from pathways.engine.facts import Answers
from pathways.engine.lawbook import Lawbook
from pathways.law.deadlines import COUNTING, HINTS
from pathways.law.effects import EFFECTS
from pathways.law.figures import Table
from pathways.law.referrals import CONTACTS, STANDING_HINTS

_QUESTIONS = {Length.SHORT: 5, Length.FULL: 12}  # on paper; the rest waits in the questionnaire


def compose(
    assessment: Assessment,
    answers: Answers,
    lawbook: Lawbook,
    library: Library,
    letterhead: Letterhead | None = None,
    chosen: Collection[str] | None = None,
    length: Length = Length.SHORT,
    reference: str = "",
    audience: Audience = Audience.FILE,
    done: Collection[str] = (),
) -> Memo:
    """Compose the memo.

    ``library``: the texts that count. ``chosen``: ids of the pathways that get a part of their own; by
    default those of ``default_choice``. ``reference``: the key to print where it is not that of the case alone.
    ``done``: ids of the deadlines that somebody has called done. The
    same arguments give the same memo with the same checksum.
    """
    case = read_assessment(assessment, answers, lawbook)
    case = replace(case, land=land_in(library, assessment.view))
    case = replace(case, deadlines=tuple(replace(due, done=due.id in done) for due in case.deadlines))
    parts = _chosen(case, default_choice(assessment) if chosen is None else chosen)
    notes = Endnotes()
    values = {"land": case.land.name if case.land else "", "stelle": letterhead.office if letterhead else ""}
    texts = {part.id: library.texts(part.id, {**values, "stichtag": case.as_of}) for part in parts}
    is_selection = PRINTS[audience].selection
    memo = replace(
        _selection(case, parts, notes)
        if is_selection
        else _whole(case, parts, notes, texts, length, assessment, tables_in(library)),
        letterhead=letterhead or Letterhead(),
        reference=reference or case.reference,
        written_on=assessment.as_of.isoformat(),
        length=length,
        audience=PRINTS[audience].says,
    )
    used = texts_used(memo, library)
    memo = replace(memo, endnotes=notes.notes(), texts=used, texts_note=texts_note(used))
    return replace(memo, checksum=checksum(memo))


def _selection(case: CaseReading, parts: list[PathwayReading], notes: Endnotes) -> Memo:
    """What an authority gets."""
    return replace(
        _bare(case),
        pathways=tuple(shown_part(part, notes) for part in parts),
        answers=shown_answers(case, parts),
        is_selection=True,
    )


def _whole(
    case: CaseReading,
    parts: list[PathwayReading],
    notes: Endnotes,
    texts: Mapping[str, Texts],
    length: Length,
    assessment: Assessment,
    tables: tuple[Table, ...],
) -> Memo:
    """Everything there is to say at this length, in the order of reading, for that numbers the sources."""
    shared = shared_criteria(parts)
    ranking = [line.fact.id for line in case.next_questions]
    is_short = length is Length.SHORT
    return replace(
        _bare(case),
        texts_as_of=case.texts_as_of,
        summary=summary(case),
        deadlines=deadlines(case, notes),
        counting=hints((COUNTING,), notes) if case.deadlines else (),
        deadline_hints=() if is_short else hints(HINTS, notes),
        warnings=tuple(Remark(item.says, notes.refs(item.cite), source=item.hint) for item in case.warnings),
        overview=_overview(case, parts),
        pathways=tuple(_part(part, case, shared, notes, texts[part.id], length) for part in parts),
        shared=short_shared_part(shared, _general(parts), notes, ranking)
        if is_short
        else full_shared_part(shared, notes),
        effects=effect_rows(parts, EFFECTS, notes),
        routes=routes(case, notes),
        route_hints=hints(STANDING_HINTS, notes),
        figures=() if is_short else context_figures([part.id for part in parts], assessment.view, notes, tables),
        questions=tuple(line.fact.ask for line in case.next_questions[: _QUESTIONS[length]]),
        answers=tuple(AnswersOf(s.title, tuple(remarks.given(line) for line in s.lines)) for s in case.answers),
        contacts=tuple(Remark(item.whom, notes.refs(item.cite), lead=item.occasion) for item in CONTACTS),
    )


def _bare(case: CaseReading) -> Memo:
    """A memo that says only on which law it rests."""
    return Memo(
        letterhead=Letterhead(),
        reference="",
        as_of=case.as_of,
        texts_as_of="",
        written_on="",
        law_version=case.law_version,
        summary=(),
        deadlines=(),
        counting=(),
        deadline_hints=(),
        overview=(),
        shared=None,
        effects=(),
        pathways=(),
        routes=(),
        route_hints=(),
        warnings=(),
        questions=(),
        answers=(),
        contacts=(),
        endnotes=(),
    )


def checksum(memo: Memo) -> str:
    """SHA-256 over the content of a memo, leaving out a checksum it may have already; 64 hexadecimal digits."""
    content = json.dumps(asdict(replace(memo, checksum="")), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def _chosen(case: CaseReading, chosen: Collection[str]) -> list[PathwayReading]:
    """The pathways with a part of their own, the promising ones first."""
    if unknown := set(chosen) - {pathway.id for pathway in case.pathways}:
        raise ValueError(f"no such pathway: {sorted(unknown)}")
    return [pathway for _, found in case.by_verdict for pathway in found if pathway.id in chosen]


def _part(
    pathway: PathwayReading,
    case: CaseReading,
    shared: Collection[Shared],
    notes: Endnotes,
    texts: Texts,
    length: Length,
) -> PathwayPart:
    own = own_criteria(pathway, shared)
    land = case.land if pathway.hangs_on_the_land else None
    if length is Length.FULL:
        return pathway_part(pathway, own, notes, texts, land)
    named_here = [item for item in own if not shared or _is_of(pathway, item)]
    return brief_part(pathway, own, named_here, notes, texts, land, [line.fact.id for line in case.next_questions])


def _general(parts: Iterable[PathwayReading]) -> list[CriterionReading]:
    """The criteria that belong to no pathway alone, those that come out differently included."""
    return [item for pathway in parts for item in pathway.criteria if not _is_of(pathway, item)]


def _is_of(pathway: PathwayReading, item: CriterionReading) -> bool:
    return item.id.startswith(f"{pathway.id}_")


def _overview(case: CaseReading, parts: list[PathwayReading]) -> tuple[Overview, ...]:
    own = {part.id for part in parts}
    return tuple(
        Overview(
            pathway.cite.text,
            pathway.title,
            pathway.verdict,
            pathway.decisive_point,
            f"weg-{pathway.id}" if pathway.id in own else "",
        )
        for pathway in case.pathways
    )
