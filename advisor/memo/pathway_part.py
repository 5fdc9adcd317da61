"""The part of a memo on one pathway."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from advisor.memo import remarks
from advisor.memo.endnotes import Endnotes
from advisor.memo.parts import PathwayPart, ProofItem, Quarrel, Remark, Table
from pathways.content.builtin import Texts
from pathways.content.reading import CriterionReading, LandReading, PathwayReading
from pathways.engine.truth import Truth


def pathway_part(
    pathway: PathwayReading,
    own: Sequence[CriterionReading],
    notes: Endnotes,
    texts: Texts,
    land: LandReading | None,
) -> PathwayPart:
    """Compose the part; ``own``: the criteria that are not printed once for several pathways."""
    speaks_for, speaks_against, _ = pathway.points
    return PathwayPart(
        id=pathway.id,
        cite=pathway.cite.text,
        title=pathway.title,
        verdict=pathway.verdict,
        mode=pathway.mode,
        grant=pathway.grant,
        consequence=pathway.consequence,
        exception_needed=pathway.exception_needed,
        ripens=pathway.ripens,
        about=(remarks.text(texts.about),) if texts.about else (),
        tables=_tables(pathway, own, notes),
        speaks_for=tuple(remarks.point(found, notes) for found in speaks_for if found.weighed),
        speaks_against=tuple(remarks.point(found, notes) for found in speaks_against),
        to_clarify=_to_clarify(pathway),
        judged=judged(own, notes),
        quarrels=quarrels(own, notes),
        remedies=remedies(own, notes),
        factors=tuple(Remark(item.says, notes.refs(item.cite)) for item in pathway.factors if item in own),
        notes=tuple(Remark(item.says, notes.refs(item.cite)) for item in pathway.notes if item in own),
        steps=tuple(map(remarks.text, texts.procedure)),
        proofs=proofs(own),
        pitfalls=tuple(map(remarks.text, texts.pitfalls)),
        land=land,
    )


def _tables(pathway: PathwayReading, own: Sequence[CriterionReading], notes: Endnotes) -> tuple[Table, ...]:
    """Short tables, each of one sort: a long one over several pages is hard to read and to hear."""
    sorts = (
        ("voraussetzungen", "Voraussetzungen", pathway.requirements),
        ("sperren", "Sperren und Regelausschlüsse", pathway.barriers),
        ("allgemein", "Allgemeine Voraussetzungen und Ausnahmen davon", pathway.general),
        ("form", "Verfahren und Form", pathway.steps),
    )
    return tuple(
        Table(
            f"{pathway.id}-{id}",
            heading,
            f"{heading}: {pathway.cite.text}",
            tuple(remarks.row(item, notes) for item in criteria if item in own),
        )
        for id, heading, criteria in sorts
        if any(item in own for item in criteria)
    )


def judged(criteria: Iterable[CriterionReading], notes: Endnotes, *, only_given: bool = False) -> tuple[Remark, ...]:
    """The open legal concepts with the adviser's own assessments; ``only_given``: without those not assessed yet."""
    return tuple(
        remarks.judgement(item, line, notes)
        for item in criteria
        for line in item.judgements
        if not (only_given and line.gap)
    )


def quarrels(criteria: Iterable[CriterionReading], notes: Endnotes) -> tuple[Quarrel, ...]:
    """The disputes that hold the criteria open."""
    return tuple(remarks.quarrel(dispute, item.says, notes) for item in criteria for dispute in item.disputes)


def remedies(criteria: Iterable[CriterionReading], notes: Endnotes) -> tuple[Remark, ...]:
    """What helps against the criteria."""
    return tuple(remark for item in criteria for remark in remarks.remedies(item, notes))


def _to_clarify(pathway: PathwayReading) -> tuple[str, ...]:
    """The questions whose answers can still change the verdict, each once."""
    return tuple(dict.fromkeys(line.fact.label for item in pathway.criteria if item.counts for line in item.missing))


def proofs(criteria: Iterable[CriterionReading]) -> tuple[ProofItem, ...]:
    """The documents that prove each criterion, what is still open first, with what is known about them."""
    return tuple(
        ProofItem(
            item.says,
            ", ".join(item.proof),
            ", ".join(dict.fromkeys(line.proof for line in item.answers if line.proof)),
        )
        for item in sorted(criteria, key=lambda item: item.truth is not Truth.OPEN)
        if item.proof
    )
