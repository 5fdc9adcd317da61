"""The answer as PDF: what is stored, in words, with the statements of Art. 15 GDPR."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from django.template.loader import render_to_string
from django.utils import timezone

from advisor.cases.papers import PROGRESS
from advisor.cases.sections import ALL_SECTIONS
from advisor.disclosure.accesses import Access, by_day
from advisor.disclosure.document import shown_answers
from advisor.disclosure.free_texts import FreeTexts
from advisor.disclosure.statements import Statement
from advisor.disclosure.stored import Evidence, Stored
from advisor.dossier.parts import row_words
from advisor.dossier.sections import title_of
from advisor.memo import render
from advisor.rescreen.stand import VERDICT, Difference
from pathways.content.words import PROOFS, VERDICTS, answer_words, day_words
from pathways.engine.assess import Verdict
from pathways.law import LAW

_DEADLINES = {deadline.id: deadline.title for deadline in LAW.deadlines}
_TITLES = {pathway.id: pathway.title for pathway in LAW.pathways}


@dataclass(frozen=True, slots=True)
class Line:
    """An answer, a paper or a date in words."""

    label: str
    words: str
    proof: str
    note: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the questionnaire with its answers."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """A judgement that was kept, with what it said about each pathway and the notes it still holds."""

    made_on: str
    as_of: str
    law_version: str
    pathways: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str], ...]


def disclosure_pdf(
    stored: Stored, texts: FreeTexts, log: tuple[Access, ...], said: tuple[Statement, ...], today: date
) -> bytes:
    """The answer as PDF, accessible like a memo."""
    context = {
        "case": stored.case,
        "label": stored.label,
        "today": today,
        "statements": said,
        "parts": _parts(stored, texts),
        "unread": [
            Line(old.question, str(old.value if old.value is not None else old.state), old.proof,
                 texts.note(old.question, old.note))
            for old in stored.unread
        ],
        "results": [_result(evidence, stored, texts) for evidence in stored.evidence],
        "papers": [
            Line(texts.paper(paper.id, paper.words) if paper.is_own else paper.words, PROGRESS.get(paper.progress, "–"),
                 f"angefordert am {day_words(paper.asked_on)}" if paper.asked_on else "",
                 texts.paper(paper.id, paper.note))
            for paper in stored.papers
        ],
        "dossier": [
            (title_of(entry.section), [row_words(replace(row, what=texts.dossier(entry.section, row.what),
             where=texts.dossier(entry.section, row.where))) for row in entry.in_order],
             texts.dossier(entry.section, entry.text))
            for entry in stored.dossier
        ],
        "dates": [
            Line(texts.date(noted.id, noted.words) or _DEADLINES.get(noted.id, noted.id), day_words(noted.day),
                 "erledigt" if noted.done else "", texts.date(noted.id, noted.note))
            for noted in stored.dates
        ],
        "memos": stored.memos,
        "consultations": [
            (day_words(timezone.localdate(row.asked_at)), texts.question(row.uuid, question),
             texts.answer(row.uuid, answered))
            for row, question, answered in stored.consultations
        ],
        "moved_results": [
            (day_words(timezone.localdate(row.at)), [_moved(entry) for entry in moved if entry.kind == VERDICT],
             sum(entry.kind != VERDICT for entry in moved))
            for row, moved in stored.moved_results
        ],
        "openings": [
            (day_words(timezone.localdate(opening.at)), texts.reason(opening.at, opening.reason))
            for opening in stored.openings
        ],
        "days": by_day(log),
        "omitted": len(texts.omitted),
    }  # fmt: skip
    html = render_to_string("disclosure/paper.html", context)
    return render.write_pdf(html, sha256(html.encode(errors="replace")).hexdigest()[:32])


def _moved(entry: Difference) -> tuple[str, str, str]:
    """A pathway with its verdict before and after a change of the law."""
    before, now = (VERDICTS[Verdict(word)].word if word in set(Verdict) else "–" for word in (entry.before, entry.now))
    return _TITLES.get(entry.id, entry.id), before, now


def _parts(stored: Stored, texts: FreeTexts) -> list[Part]:
    answers = shown_answers(stored, texts)
    parts = []
    for section in ALL_SECTIONS:
        given = [(fact, answers[fact.id]) for fact in section.facts if fact.id in answers]
        lines = tuple(
            Line(fact.label, answer_words(fact, answer), PROOFS[answer.proof] if answer.proof else "", answer.note)
            for fact, answer in given
        )
        if lines:
            parts.append(Part(section.title, lines))
    return parts


def _result(evidence: Evidence, stored: Stored, texts: FreeTexts) -> Result:
    now = {fact_id: answer.note for fact_id, answer in stored.answers.items()}
    details = evidence.answers.get("details", {})
    older = [
        (fact_id, detail["note"])
        for fact_id, detail in details.items()
        if detail.get("note", "") not in ("", now.get(fact_id))
    ]
    return Result(
        day_words(timezone.localdate(evidence.row.at)),
        day_words(evidence.row.as_of),
        evidence.row.law_version,
        tuple(
            (f"{pathway['citation']}: {pathway['title']}", VERDICTS[Verdict(pathway["verdict"])].word)
            for pathway in evidence.report["pathways"]
        ),
        tuple((_label(fact_id), texts.note(fact_id, note)) for fact_id, note in older),
    )


def _label(fact_id: str) -> str:
    fact = LAW.facts_by_id.get(fact_id)
    return fact.label if fact else fact_id
