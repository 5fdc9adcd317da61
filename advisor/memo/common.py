"""What several pathways of a memo have in common and is printed once: criteria, and what the titles give."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from advisor.memo import remarks
from advisor.memo.endnotes import Endnotes
from advisor.memo.parts import CommonPart, EffectLine, Remark, Row, Table
from advisor.memo.pathway_part import proofs, quarrels, remedies
from pathways.content.reading import CriterionReading, PathwayReading
from pathways.engine.pathway import Effect, Kind

_TOLD = frozenset({Kind.INFO, Kind.FACTOR})


@dataclass(frozen=True, slots=True)
class Shared:
    """A criterion that comes out the same for several pathways; ``remark`` says for which where they are not all."""

    item: CriterionReading
    pathways: frozenset[str]
    remark: Remark | None


def shared_criteria(pathways: Collection[PathwayReading]) -> tuple[Shared, ...]:
    """For each criterion asked in several pathways the outcome most of them have, if at least two have it."""
    found: dict[str, list[tuple[CriterionReading, PathwayReading]]] = {}
    for pathway in pathways:
        for item in pathway.criteria:
            found.setdefault(item.id, []).append((item, pathway))
    shared = []
    for entries in found.values():
        alike = max(([p for other, p in entries if other == item] for item, _ in entries), key=len)
        if len(alike) > 1:
            item = next(item for item, pathway in entries if pathway is alike[0])
            shared.append(Shared(item, frozenset(pathway.id for pathway in alike), _scope(alike, pathways)))
    return tuple(shared)


def _scope(alike: Collection[PathwayReading], pathways: Collection[PathwayReading]) -> Remark | None:
    """For which of the pathways something holds, in the shorter way."""
    others = [pathway for pathway in pathways if pathway not in alike]
    if not others:
        return None
    if len(others) < len(alike):
        return Remark(names(others), lead="Außer bei")
    return Remark(names(alike), lead="Gilt für")


def names(pathways: Iterable[PathwayReading]) -> str:
    """Several pathways by their norms, without the name of the act."""
    return ", ".join(pathway.cite.text.removesuffix(" AufenthG") for pathway in pathways)


def common_part(shared: tuple[Shared, ...], notes: Endnotes) -> CommonPart | None:
    """What several pathways share; None where they share nothing."""
    if not shared:
        return None
    items = [entry.item for entry in shared]
    rows = tuple(_row(entry, notes) for entry in shared if entry.item.kind not in _TOLD)
    heading = "Gemeinsame Punkte"
    return CommonPart(
        tables=(Table("gemeinsam", heading, f"{heading} der einzelnen Wege", rows),) if rows else (),
        quarrels=quarrels(items, notes),
        remedies=remedies(items, notes),
        notes=tuple(Remark(item.says, notes.refs(item.cite)) for item in items if item.kind in _TOLD),
        proofs=proofs(items),
    )


def _row(entry: Shared, notes: Endnotes) -> Row:
    row = remarks.row(entry.item, notes)
    return replace(row, remarks=(entry.remark, *row.remarks)) if entry.remark is not None else row


def effect_lines(
    pathways: Collection[PathwayReading], effects: Mapping[str, Collection[Effect]], notes: Endnotes
) -> tuple[EffectLine, ...]:
    """What the titles give, topic by topic, each wording once with the pathways it holds for."""
    topics: dict[str, dict[Effect, list[PathwayReading]]] = {}
    for pathway in pathways:
        for effect in effects.get(pathway.id, ()):
            topics.setdefault(effect.topic, {}).setdefault(effect, []).append(pathway)
    return tuple(
        EffectLine(topic, "alle" if len(alike) == len(pathways) else names(alike), effect.text, notes.refs(effect.cite))
        for topic, found in topics.items()
        for effect, alike in found.items()
    )
