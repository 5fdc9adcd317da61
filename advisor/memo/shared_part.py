"""The parts of a memo on what several pathways have alike: criteria, and what the titles give."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from advisor.memo import brief, remarks
from advisor.memo.endnotes import Endnotes
from advisor.memo.parts import EffectRow, Remark, Row, SharedPart, Table
from advisor.memo.pathway_part import proofs, quarrels, remedies
from pathways.content.reading import CriterionReading, PathwayReading, Shared, effect_topics
from pathways.engine.pathway import Effect, Kind

_HEADING = "Gemeinsame Punkte"
_TOLD = frozenset({Kind.INFO, Kind.FACTOR})


def full_shared_part(shared: Collection[Shared], notes: Endnotes) -> SharedPart | None:
    """What several pathways share, at length; None where they share nothing."""
    if not shared:
        return None
    items = [entry.item for entry in shared]
    rows = (_scoped(remarks.row(entry.item, notes), entry) for entry in shared if entry.item.kind not in _TOLD)
    return SharedPart(
        tables=_table(rows),
        quarrels=quarrels(items, notes),
        remedies=remedies(items, notes),
        notes=tuple(Remark(item.says, notes.refs(item.cite)) for item in items if item.kind in _TOLD),
        proofs=proofs(items),
    )


def short_shared_part(
    shared: Collection[Shared], general: Collection[CriterionReading], notes: Endnotes, ranking: Collection[str]
) -> SharedPart | None:
    """What several pathways share, in brief; None where they share nothing.

    ``general``: the criteria that are no pathway's own, of which documents and open requirements are named once.
    """
    if not shared:
        return None
    items = [entry.item for entry in shared]
    rows = (_scoped(brief.row(entry.item, notes, ranking), entry) for entry in shared if brief.decides(entry.item))
    return SharedPart(
        tables=_table(rows),
        quarrels=quarrels(items, notes),
        remedies=brief.remedies(items, notes),
        notes=(),
        proofs=(),
        done=brief.done(items, notes),
        unsettled=brief.unsettled(general, notes),
        documents=brief.documents(general),
    )


def _table(rows: Iterable[Row]) -> tuple[Table, ...]:
    found = tuple(rows)
    return (Table("gemeinsam", _HEADING, f"{_HEADING} der einzelnen Wege", found),) if found else ()


def _scoped(row: Row, entry: Shared) -> Row:
    return replace(row, remarks=(Remark("", lead=entry.scope), *row.remarks)) if entry.scope else row


def effect_rows(
    pathways: Collection[PathwayReading], effects: Mapping[str, Collection[Effect]], notes: Endnotes
) -> tuple[EffectRow, ...]:
    """What the titles give, topic by topic."""
    several = len(pathways) > 1
    return tuple(
        EffectRow(
            topic.topic,
            tuple(
                Remark(wording.text, notes.refs(wording.cite), lead=wording.holds_for if several else "")
                for wording in topic.wordings
            ),
        )
        for topic in effect_topics(pathways, effects)
    )
