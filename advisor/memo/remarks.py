"""Small pieces of a memo made from small pieces of a reading."""

from __future__ import annotations

from collections.abc import Iterable

from advisor.memo.endnotes import Endnotes
from advisor.memo.parts import Given, Quarrel, Remark, Row
from pathways.content import words
from pathways.content.builtin import Text
from pathways.content.reading import AnswerLine, CriterionReading, Point
from pathways.engine.pathway import Dispute


def given(line: AnswerLine) -> Given:
    """An answer as it was given, with proof and note."""
    return Given(line.fact.label, line.words, line.gap, line.proof, line.note, line.unseen)


def point(found: Point, notes: Endnotes) -> Remark:
    """A point for, against or open, with what has to be found out."""
    missing = f"zu klären: {', '.join(line.fact.label for line in found.missing)}" if found.missing else ""
    return Remark(
        found.text, notes.refs(found.cite), source="; ".join(part for part in (found.remark, missing) if part)
    )


def text(found: Text) -> Remark:
    """An editors' text with the places it gives itself."""
    return Remark(words.marked(found.text), source=words.marked(found.cite))


def row(item: CriterionReading, notes: Endnotes) -> Row:
    """A criterion as a row of a table."""
    return Row(
        says=item.says,
        kind=item.kind_words,
        state=item.state,
        basis=basis(item),
        refs=notes.refs(item.cite),
        remarks=tuple(_remarks(item, notes)),
    )


def basis(item: CriterionReading) -> tuple[str, ...]:
    """What a state rests on: each answer in a line, then the questions that can still change it."""
    lines = [
        f"{line.line} ({line.proof})" if line.proof else line.line
        for line in item.answers
        if not line.gap and not line.unseen
    ]
    without: dict[str, list[str]] = {}
    for line in item.missing:
        without.setdefault(line.words if line.gap else "zu ungenau", []).append(line.fact.label)
    return (*lines, *(f"{reason}: {', '.join(labels)}" for reason, labels in without.items()))


def _remarks(item: CriterionReading, notes: Endnotes) -> Iterable[Remark]:
    if item.waiver and item.waiver.needed:
        lead = item.waiver.manner[:1].upper() + item.waiver.manner[1:]
        yield Remark(item.waiver.note, notes.refs(item.waiver.cite), lead)
    if item.unverified:
        yield Remark(item.unverified, lead=words.UNVERIFIED)
    if item.hint:
        yield Remark(item.hint)


def judgement(item: CriterionReading, line: AnswerLine, notes: Endnotes) -> Remark:
    """An open legal concept with an assessment and the note of the adviser."""
    return Remark(item.says, notes.refs(item.cite), lead=f"{line.line} – {line.note}" if line.note else line.line)


def remedies(item: CriterionReading, notes: Endnotes) -> tuple[Remark, ...]:
    """What helps against a criterion."""
    return tuple(Remark(remedy.text, notes.refs(remedy.cite), source=remedy.cure) for remedy in item.remedies)


def quarrel(dispute: Dispute, concerns: str, notes: Endnotes) -> Quarrel:
    """A dispute with both positions; ``concerns``: the criterion it holds open."""
    first, second = (
        Remark(
            position.text,
            notes.refs(position.cite),
            lead=lead,
            source=words.UNVERIFIED if position.unverified else "",
        )
        for lead, position in zip(("Die einen", "Die anderen"), dispute.positions, strict=True)
    )
    return Quarrel(dispute.question, concerns, (first, second))
