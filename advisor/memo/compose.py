"""Composing a memo: a pure function from an assessment and texts to everything that is printed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, replace

from advisor.memo import remarks
from advisor.memo.common import Shared, common_part, effect_lines, shared_criteria
from advisor.memo.endnotes import Endnotes
from advisor.memo.parts import (
    AnswersOf,
    Deadline,
    Letterhead,
    Memo,
    Overview,
    Remark,
    Route,
    RoutesOf,
)
from advisor.memo.pathway_part import pathway_part
from pathways.content import words
from pathways.content.builtin import Texts
from pathways.content.reading import CaseReading, PathwayReading, read_assessment
from pathways.engine.assess import Verdict
from pathways.engine.consultation import Assessment
from pathways.engine.facts import Answers
from pathways.engine.lawbook import Lawbook
from pathways.law.deadlines import HINTS, Hint
from pathways.law.effects import EFFECTS
from pathways.law.referrals import CONTACTS, STANDING_HINTS

_SUMMED_UP = (Verdict.MET, Verdict.OPEN, Verdict.EXCEPTION, Verdict.EXCLUDED)
_IN_TABLE_ONLY = (words.VERDICTS[Verdict.EXCLUDED], words.VERDICTS[Verdict.NOT_IN_FORCE])
_ASKED_NEXT = 5
_QUESTIONS = 12  # on paper; the rest waits in the questionnaire


def compose(
    assessment: Assessment,
    answers: Answers,
    lawbook: Lawbook,
    texts: Mapping[str, Texts],
    letterhead: Letterhead | None = None,
    chosen: Collection[str] | None = None,
) -> Memo:
    """Compose the memo.

    ``texts``: the released texts by pathway id. ``chosen``: ids of the pathways that get a part of their own; by
    default all that are not excluded. The same arguments give the same memo with the same checksum.
    """
    case = read_assessment(assessment, answers, lawbook)
    parts = _chosen(case, chosen)
    shared = shared_criteria(parts)
    notes = Endnotes()
    memo = Memo(
        letterhead=letterhead or Letterhead(),
        reference=case.reference,
        as_of=case.as_of,
        written_on=assessment.as_of.isoformat(),
        law_version=case.law_version,
        summary=_summary(case),
        deadlines=_deadlines(case, notes),
        deadline_hints=_hints(HINTS, notes),
        overview=_overview(case, parts),
        pathways=tuple(pathway_part(part, notes, texts.get(part.id), _elsewhere(part, shared)) for part in parts),
        common=common_part(shared, notes),
        effects=effect_lines(parts, EFFECTS, notes),
        routes=_routes(case, notes),
        route_hints=_hints(STANDING_HINTS, notes),
        warnings=tuple(Remark(item.says, notes.refs(item.cite), source=item.hint) for item in case.warnings),
        questions=tuple(line.fact.ask for line in case.next_questions[:_QUESTIONS]),
        answers=tuple(AnswersOf(s.title, tuple(remarks.given(line) for line in s.lines)) for s in case.answers),
        contacts=tuple(Remark(item.whom, notes.refs(item.cite), lead=item.occasion) for item in CONTACTS),
        endnotes=(),
    )
    memo = replace(memo, endnotes=notes.notes())
    return replace(memo, checksum=checksum(memo))


def checksum(memo: Memo) -> str:
    """SHA-256 over the content of a memo, leaving out a checksum it may have already; 64 hexadecimal digits."""
    content = json.dumps(asdict(replace(memo, checksum="")), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def _chosen(case: CaseReading, chosen: Collection[str] | None) -> list[PathwayReading]:
    """The pathways with a part of their own, the promising ones first."""
    ordered = [pathway for _, found in case.by_verdict for pathway in found]
    if chosen is None:
        return [pathway for pathway in ordered if pathway.verdict not in _IN_TABLE_ONLY]
    if unknown := set(chosen) - {pathway.id for pathway in case.pathways}:
        raise ValueError(f"no such pathway: {sorted(unknown)}")
    return [pathway for pathway in ordered if pathway.id in chosen]


def _elsewhere(pathway: PathwayReading, shared: Iterable[Shared]) -> frozenset[str]:
    """The criteria of a pathway that are printed once for several."""
    return frozenset(entry.item.id for entry in shared if pathway.id in entry.pathways)


def _summary(case: CaseReading) -> tuple[Remark, ...]:
    """The result in five lines: one for each verdict, and what to do first."""
    lines = []
    for verdict in _SUMMED_UP:
        label = words.VERDICTS[verdict]
        found = [pathway.cite.text for pathway in case.pathways if pathway.verdict is label]
        lines.append(Remark(" · ".join(found) or "kein Weg", lead=label.word))
    if gone := [p.cite.text for p in case.pathways if p.verdict is words.VERDICTS[Verdict.NOT_IN_FORCE]]:
        lines[-1] = replace(lines[-1], source=f"am Stichtag nicht in Kraft: {' · '.join(gone)}")
    return (*lines, Remark(_first(case), lead="zuerst"))


def _first(case: CaseReading) -> str:
    if case.deadlines:
        due = case.deadlines[0]
        return f"Frist: {due.title} ({due.day})"
    if case.next_questions:
        return "klären: " + ", ".join(line.fact.label for line in case.next_questions[:_ASKED_NEXT])
    return "Nachweise zusammenstellen und den Antrag vorbereiten"


def _deadlines(case: CaseReading, notes: Endnotes) -> tuple[Deadline, ...]:
    return tuple(
        Deadline(due.day, due.urgency, due.title, due.text, due.computed, due.passed, notes.refs(due.cite))
        for due in case.deadlines
    )


def _hints(hints: Iterable[Hint], notes: Endnotes) -> tuple[Remark, ...]:
    return tuple(Remark(words.marked(hint.text), notes.refs(hint.cite), lead=hint.title) for hint in hints)


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


def _routes(case: CaseReading, notes: Endnotes) -> tuple[RoutesOf, ...]:
    return tuple(
        RoutesOf(
            group.title,
            tuple(
                Route(
                    route.title,
                    route.says,
                    notes.refs(route.cite),
                    (
                        *(Remark(check, lead="zu prüfen") for check in route.check),
                        *((Remark(route.warning, lead="Achtung"),) if route.warning else ()),
                    ),
                )
                for route in group.routes
            ),
        )
        for group in case.routes
    )
