"""The answer as `wegweiser-disclosure/1`: machine-readable, documented in docs/disclosure-format.md (Art. 20 GDPR)."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from advisor.disclosure.accesses import Access
from advisor.disclosure.free_texts import FreeTexts
from advisor.disclosure.statements import Statement
from advisor.disclosure.stored import Stored
from advisor.memo.models import KeptMemo
from pathways.engine.casefile import CaseFile
from pathways.engine.facts import Answer
from pathways.engine.report import case_file

FORMAT = "wegweiser-disclosure/1"


def document(
    stored: Stored, texts: FreeTexts, log: tuple[Access, ...], said: tuple[Statement, ...], today: date
) -> dict[str, Any]:
    """All that is stored about the person as plain data, ready for JSON."""
    case = stored.case
    return {
        "format": FORMAT,
        "made_on": today.isoformat(),
        "office": case.office.name,
        "person": stored.label or None,
        "case": {
            "id": str(case.uuid),
            "reference": case.reference,
            "kind": case.kind,
            "state": case.state,
            "created": case.created.isoformat(),
            "changed": case.changed.isoformat(),
            "closed_on": case.closed_on.isoformat() if case.closed_on else None,
        },
        "statements": [{"title": item.title, "citation": item.cite, "text": list(item.lines)} for item in said],
        "case_file": case_file(CaseFile(shown_answers(stored, texts), case.as_of, case.reference)),
        "other_answers": [{**asdict(old), "note": texts.note(old.question, old.note)} for old in stored.unread],
        "assessments": [
            {
                "made_at": evidence.row.at.isoformat(),
                "case_file": _without_omitted(evidence.answers, texts),
                "assessment": evidence.report,
            }
            for evidence in stored.evidence
        ],
        "memos": [_memo(memo) for memo in stored.memos],
        "papers": [
            {
                "name": texts.paper(paper.id, paper.words) if paper.is_own else paper.words,
                "state": paper.progress,
                "asked_on": paper.asked_on.isoformat() if paper.asked_on else None,
                "note": texts.paper(paper.id, paper.note),
            }
            for paper in stored.papers
        ],
        "dossier": [
            {
                "section": entry.section,
                "rows": [
                    {
                        "from": row.start or None,
                        "to": row.end or None,
                        "what": texts.dossier(entry.section, row.what),
                        "where": texts.dossier(entry.section, row.where),
                    }
                    for row in entry.rows
                ],
                "text": texts.dossier(entry.section, entry.text),
            }
            for entry in stored.dossier
        ],
        "dates": [
            {
                "deadline": None if noted.is_own else noted.id,
                "name": texts.date(noted.id, noted.words) or None,
                "day": noted.day.isoformat() if noted.day else None,
                "done": noted.done,
                "note": texts.date(noted.id, noted.note),
            }
            for noted in stored.dates
        ],
        "consultations": [
            {
                "asked_at": row.asked_at.isoformat(),
                "question": texts.question(row.uuid, question),
                "answered_at": row.answered_at.isoformat() if row.answered_at else None,
                "answer": texts.answer(row.uuid, answered) or None,
            }
            for row, question, answered in stored.consultations
        ],
        "moved_results": [
            {
                "at": row.at.isoformat(),
                "law_before": row.law_before,
                "law_now": row.law_now,
                "changes": [entry._asdict() for entry in moved],
            }
            for row, moved in stored.moved_results
        ],
        "openings": [
            {"at": opening.at.isoformat(), "reason": texts.reason(opening.at, opening.reason)}
            for opening in stored.openings
        ],
        "log": [{"at": each.at.isoformat(), "action": each.action.value, "by": each.role} for each in log],
        "omitted_texts": len(texts.omitted),
    }


def shown_answers(stored: Stored, texts: FreeTexts) -> dict[str, Answer]:
    """The answers with those notes that are not left out."""
    return {
        fact_id: Answer(answer.value, answer.proof, texts.note(fact_id, answer.note))
        for fact_id, answer in stored.answers.items()
    }


def _without_omitted(kept: dict[str, Any], texts: FreeTexts) -> dict[str, Any]:
    """A case file that was kept, with those notes that are not left out."""
    details = {
        fact_id: {**detail, **({"note": texts.note(fact_id, detail["note"])} if "note" in detail else {})}
        for fact_id, detail in kept.get("details", {}).items()
    }
    return {**kept, "details": details} if details else kept


def _memo(memo: KeptMemo) -> dict[str, Any]:
    record = memo.record
    return {
        "number": record.number,
        "day": record.day.isoformat(),
        "law_version": record.law_version,
        "sha256": record.checksum,
        "released_until": sorted(release.until.isoformat() for release in memo.releases.all()),
    }
