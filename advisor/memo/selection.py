"""The memo for an authority: what is shown for the chosen pathways and what that rests on, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from advisor.memo import remarks
from advisor.memo.endnotes import Endnotes
from advisor.memo.parts import AnswersOf, Given, PathwayPart, Remark, Row, Table
from pathways.content.reading import AnswerLine, CaseReading, CriterionReading, PathwayReading
from pathways.engine.pathway import Kind
from pathways.engine.truth import Truth

_HEADING = "Was dargelegt wird"
_SHOWABLE = frozenset(Kind) - {Kind.INFO, Kind.FACTOR}


def shown_part(pathway: PathwayReading, notes: Endnotes) -> PathwayPart:
    """The part on one pathway: its demands that are fulfilled, each with norm and answers."""
    rows = tuple(_row(item, notes) for item in _shown(pathway))
    speaks_for, _, _ = pathway.points
    return PathwayPart(
        id=pathway.id,
        cite=pathway.cite.text,
        title=pathway.title,
        verdict=pathway.verdict,
        mode=pathway.mode,
        grant=pathway.grant,
        consequence=pathway.consequence,
        exception_needed=False,
        ripens="",
        about=(),
        tables=(Table(f"{pathway.id}-dargelegt", _HEADING, f"{_HEADING}: {pathway.cite.text}", rows),) if rows else (),
        speaks_for=tuple(Remark(found.text, notes.refs(found.cite)) for found in speaks_for if found.weighed),
        speaks_against=(),
        to_clarify=(),
        judged=(),
        quarrels=(),
        remedies=(),
        factors=tuple(Remark(item.says, notes.refs(item.cite)) for item in pathway.factors),
        notes=(),
        steps=(),
        proofs=(),
        pitfalls=(),
    )


def shown_answers(case: CaseReading, parts: Sequence[PathwayReading]) -> tuple[AnswersOf, ...]:
    """The answers that the printed demands rest on, without notes; whatever else was answered stays in the case."""
    wanted = {
        line.fact.id
        for pathway in parts
        for item in _shown(pathway)
        if not item.judgements
        for line in item.answers
        if not line.gap and not line.unseen
    }
    found = (
        AnswersOf(
            section.title,
            tuple(Given(line.fact.label, line.words, proof=line.proof) for line in section.lines if _is(line, wanted)),
        )
        for section in case.answers
    )
    return tuple(section for section in found if section.lines)


def _is(line: AnswerLine, wanted: set[str]) -> bool:
    return line.fact.id in wanted and not line.gap and not line.unseen


def _shown(pathway: PathwayReading) -> Iterable[CriterionReading]:
    """What is fulfilled by something that was said; what no answer carries is not put forward."""
    return (
        item
        for item in pathway.criteria
        if item.counts
        and item.truth is Truth.YES
        and item.kind in _SHOWABLE
        and (item.judgements or remarks.basis(item))
    )


def _row(item: CriterionReading, notes: Endnotes) -> Row:
    # What the adviser judges is said as such, without the answer and its note.
    basis = ("nach Einschätzung der Beratung",) if item.judgements else remarks.basis(item)
    return Row(item.says, item.kind_words, item.state, basis, notes.refs(item.cite))
