"""The part of a memo on one pathway."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from advisor.memo import remarks
from advisor.memo.endnotes import Endnotes
from advisor.memo.parts import CommonPart, PathwayPart, ProofItem, Quarrel, Remark, Table
from pathways.content.builtin import Texts
from pathways.content.reading import CriterionReading, PathwayReading
from pathways.engine.pathway import Effect, Kind
from pathways.engine.truth import Truth


def pathway_part(
    pathway: PathwayReading,
    notes: Endnotes,
    texts: Texts | None,
    effects: Iterable[Effect],
    elsewhere: frozenset[str],
) -> PathwayPart:
    """Compose the part; ``elsewhere``: ids of the criteria printed once for several pathways."""
    speaks_for, speaks_against, _ = pathway.points
    own = [item for item in pathway.criteria if item.id not in elsewhere]
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
        about=(remarks.text(texts.about),) if texts else (),
        tables=_tables(pathway, notes, elsewhere),
        speaks_for=tuple(remarks.point(found, notes) for found in speaks_for if found.weighed),
        speaks_against=tuple(remarks.point(found, notes) for found in speaks_against),
        to_clarify=_to_clarify(pathway),
        judged=tuple(remarks.judgement(item, notes) for item in own if item.judgement),
        quarrels=_quarrels(own, notes),
        remedies=_remedies(own, notes),
        factors=tuple(Remark(item.says, notes.refs(item.cite)) for item in pathway.factors if item in own),
        notes=tuple(Remark(item.says, notes.refs(item.cite)) for item in pathway.notes if item in own),
        steps=tuple(remarks.text(step) for step in texts.procedure) if texts else (),
        proofs=proofs(own),
        effects=_effects(effects, notes),
        pitfalls=tuple(remarks.text(pitfall) for pitfall in texts.pitfalls) if texts else (),
    )


def _tables(pathway: PathwayReading, notes: Endnotes, elsewhere: frozenset[str]) -> tuple[Table, ...]:
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
            tuple(remarks.row(item, notes) for item in criteria if item.id not in elsewhere),
        )
        for id, heading, criteria in sorts
        if any(item.id not in elsewhere for item in criteria)
    )


def _quarrels(criteria: Iterable[CriterionReading], notes: Endnotes) -> tuple[Quarrel, ...]:
    return tuple(remarks.quarrel(dispute, item.says, notes) for item in criteria for dispute in item.disputes)


def _effects(effects: Iterable[Effect], notes: Endnotes) -> tuple[Remark, ...]:
    return tuple(Remark(effect.text, notes.refs(effect.cite), lead=effect.topic) for effect in effects)


def _remedies(criteria: Iterable[CriterionReading], notes: Endnotes) -> tuple[Remark, ...]:
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


def common_criteria(pathways: Iterable[PathwayReading]) -> tuple[CriterionReading, ...]:
    """The criteria that come out the same wherever they are asked, and are asked in several of the pathways."""
    found: dict[str, list[CriterionReading]] = {}
    for pathway in pathways:
        for item in pathway.criteria:
            found.setdefault(item.id, []).append(item)
    return tuple(items[0] for items in found.values() if len(items) > 1 and all(item == items[0] for item in items))


def common_effects(given: Collection[Collection[Effect]]) -> tuple[Effect, ...]:
    """What all of several titles give alike, in order; nothing where there is only one."""
    first, *others = given or ((),)
    return tuple(effect for effect in first if others and all(effect in other for other in others))


def common_part(
    criteria: tuple[CriterionReading, ...], effects: tuple[Effect, ...], notes: Endnotes
) -> CommonPart | None:
    """What several pathways share; None where they share nothing."""
    if not criteria and not effects:
        return None
    rows = tuple(remarks.row(item, notes) for item in criteria if item.kind not in (Kind.INFO, Kind.FACTOR))
    return CommonPart(
        tables=(Table("gemeinsam", "Gemeinsame Punkte", "Gemeinsame Punkte der einzelnen Wege", rows),) if rows else (),
        quarrels=_quarrels(criteria, notes),
        remedies=_remedies(criteria, notes),
        notes=tuple(
            Remark(item.says, notes.refs(item.cite)) for item in criteria if item.kind in (Kind.INFO, Kind.FACTOR)
        ),
        proofs=proofs(criteria),
        effects=_effects(effects, notes),
    )
