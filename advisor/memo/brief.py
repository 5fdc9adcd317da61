"""The part of a short memo on one pathway: what decides, what is missing, what to do next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from advisor.memo import remarks
from advisor.memo.endnotes import Endnotes
from advisor.memo.parts import PathwayPart, Remark, Row, Table
from advisor.memo.pathway_part import judged, quarrels
from pathways.content import words
from pathways.content.builtin import Texts
from pathways.content.reading import CriterionReading, LandReading, PathwayReading
from pathways.engine.assess import Verdict
from pathways.engine.pathway import Kind
from pathways.engine.truth import Truth

_CLOSED = (words.VERDICTS[Verdict.EXCLUDED], words.VERDICTS[Verdict.NOT_IN_FORCE])
_HEADING = "Was noch fehlt oder entgegensteht"


def brief_part(
    pathway: PathwayReading,
    own: Sequence[CriterionReading],
    general: Sequence[CriterionReading],
    notes: Endnotes,
    texts: Texts,
    land: LandReading | None,
    ranking: Collection[str],
) -> PathwayPart:
    """Compose the part; ``own``: its criteria not printed elsewhere, ``ranking``: ids of the next questions.

    ``general``: those of them whose documents and open general requirements are named here.
    """
    speaks_for, speaks_against, _ = pathway.points
    # How a title is applied for helps nobody for whom it is out of the question.
    texts = Texts() if pathway.verdict in _CLOSED else texts
    weighed = () if pathway.verdict in _CLOSED else pathway.factors
    formal = () if pathway.verdict in _CLOSED else pathway.steps
    rows = tuple(row(item, notes, ranking) for item in own if decides(item))
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
        about=(),
        tables=(Table(pathway.id, _HEADING, f"{_HEADING}: {pathway.cite.text}", rows),) if rows else (),
        speaks_for=tuple(remarks.point(found, notes) for found in speaks_for if found.weighed),
        speaks_against=tuple(remarks.point(found, notes) for found in speaks_against if found.weighed),
        to_clarify=(),
        judged=judged(own, notes, only_given=True),
        quarrels=quarrels(own, notes),
        remedies=(*_ways(pathway), *remedies(own, notes)),
        factors=tuple(Remark(item.says, notes.refs(item.cite)) for item in weighed if item in own),
        notes=(),
        steps=tuple(map(remarks.text, texts.procedure)),
        proofs=(),
        pitfalls=tuple(map(remarks.text, texts.pitfalls)),
        formal=tuple(Remark(item.says, notes.refs(item.cite)) for item in formal if item in own),
        done=done(own, notes),
        unsettled=unsettled(general, notes),
        documents=documents(general),
        land=land,
    )


def _ways(pathway: PathwayReading) -> tuple[Remark, ...]:
    """The smallest changes that would open an excluded pathway."""
    return tuple(Remark(f"{' und '.join(way.changes)}; dann: {way.verdict.word}") for way in pathway.ways)


def decides(item: CriterionReading) -> bool:
    """Whether a criterion needs a row: it counts and is not fulfilled, or it has to be waived."""
    return (item.counts and item.truth is not Truth.YES) or _is_waived(item)


def _is_waived(item: CriterionReading) -> bool:
    return item.waiver is not None and item.waiver.needed


def row(item: CriterionReading, notes: Endnotes, ranking: Collection[str]) -> Row:
    """A criterion with the one question or step that is missing, or with what it rests on."""
    plain = remarks.row(item, notes)
    told = tuple(remark for remark in plain.remarks if remark.text != item.hint)
    return Row(plain.says, plain.kind, plain.state, _missing(item, ranking), plain.refs, told)


def _missing(item: CriterionReading, ranking: Collection[str]) -> tuple[str, ...]:
    if item.truth is not Truth.OPEN:
        return remarks.basis(item)
    order = list(ranking)
    asked = sorted(item.missing, key=lambda line: order.index(line.fact.id) if line.fact.id in order else len(order))
    if asked:
        first = asked[0]
        gap = f" ({first.words})" if first.gap != "not_asked" else ""
        return (f"{first.fact.label}?{gap}",)
    if item.disputes:
        return ("umstritten, siehe unten",)
    return (item.remedies[0].text,) if item.remedies else remarks.basis(item)


def done(items: Iterable[CriterionReading], notes: Endnotes) -> tuple[Remark, ...]:
    """What counts and is fulfilled, each with the answers it rests on."""
    return tuple(
        Remark(item.says.removesuffix("."), notes.refs(item.cite), source="; ".join(remarks.basis(item)))
        for item in items
        if item.counts and item.truth is Truth.YES
    )


def unsettled(items: Iterable[CriterionReading], notes: Endnotes) -> tuple[Remark, ...]:
    """The general requirements that are open and not known to need a waiver, each once."""
    found = {
        item.says: item
        for item in items
        if item.kind is Kind.WAIVABLE and item.truth is Truth.OPEN and not _is_waived(item)
    }
    return tuple(Remark(says.removesuffix("."), notes.refs(item.cite)) for says, item in found.items())


def remedies(items: Iterable[CriterionReading], notes: Endnotes) -> tuple[Remark, ...]:
    """What helps against the criteria that have a row, each once; what nobody can change is no help."""
    found = {
        remedy.text: remedy
        for item in items
        if decides(item)
        for remedy in item.remedies
        if _missing(item, ()) != (remedy.text,)
    }
    return tuple(Remark(remedy.text, notes.refs(remedy.cite)) for remedy in found.values())


def documents(items: Iterable[CriterionReading]) -> tuple[str, ...]:
    """What to bring: the proof of everything that decides and of what is still unsettled, each once."""
    wanted = (item for item in items if item.truth is not Truth.YES and (item.counts or item.kind is Kind.WAIVABLE))
    return tuple(dict.fromkeys(name for item in wanted for name in item.proof))
