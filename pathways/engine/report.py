"""An assessment as `wegweiser-assessment/1`, and answers as `wegweiser-case/1`: the public forms, key by key."""

from __future__ import annotations

from typing import Any

from pathways.engine.assess import Finding, PathwayResult
from pathways.engine.casefile import FORMAT as CASE_FORMAT
from pathways.engine.casefile import CaseFile
from pathways.engine.citations import joined
from pathways.engine.consultation import Assessment, DueDeadline, Raised
from pathways.engine.days import PartialDay
from pathways.engine.facts import Fact, Gap, Value
from pathways.engine.lawbook import Lawbook
from pathways.engine.pathway import Indication

FORMAT = "wegweiser-assessment/1"


def report(assessment: Assessment, lawbook: Lawbook) -> dict[str, Any]:
    """The assessment as plain data, ready for JSON; the same case under the same law gives the same data."""
    return {
        "format": FORMAT,
        "reference": assessment.reference,
        "as_of": assessment.as_of.isoformat(),
        "law_version": assessment.law_version,
        "pathways": [
            _pathway(result, lawbook, ripe.isoformat() if ripe else None)
            for result, ripe in zip(assessment.pathways, assessment.ripening, strict=True)
        ],
        "deadlines": [_deadline(due) for due in assessment.deadlines],
        "referrals": [_raised(raised) for raised in assessment.referrals],
        "warnings": [_raised(raised) for raised in assessment.warnings],
        "next_questions": [fact.id for fact in assessment.next_questions],
    }


def _pathway(result: PathwayResult, lawbook: Lawbook, ripens: str | None) -> dict[str, Any]:
    return {
        "id": result.pathway.id,
        "title": result.pathway.title,
        "citation": str(result.pathway.cite),
        "grant": result.grant.value,
        "mode": result.mode.value if result.mode else None,
        "verdict": result.verdict.value,
        "exception_needed": result.exception_needed,
        "decisive": [finding.criterion.id for finding in result.decisive],
        "waivers_needed": [_waiver(finding) for finding in result.findings if finding.waiver_needed],
        "disputed": [
            {
                "dispute": dispute.number,
                "criterion": finding.criterion.id,
                "positions": [position.text for position in dispute.positions],
            }
            for finding in result.findings
            for dispute in finding.disputes
        ],
        "ripens": ripens,
        "criteria": [_criterion(finding, lawbook) for finding in result.findings],
    }


def _waiver(finding: Finding) -> dict[str, Any]:
    waiver = finding.criterion.waiver
    return {
        "criterion": finding.criterion.id,
        "waiver": waiver.manner.value if waiver else "may",
        "citation": joined(waiver.cite) if waiver else joined(finding.criterion.cite),
    }


def _criterion(finding: Finding, lawbook: Lawbook) -> dict[str, Any]:
    return {
        "id": finding.criterion.id,
        "kind": finding.criterion.kind.value,
        "state": finding.state.word,
        "citation": joined(finding.criterion.cite),
        "facts": _ids(finding.facts, lawbook),
        "open_facts": _ids(finding.open_facts, lawbook),
        "for": [_indication(point) for point in finding.speaks_for],
        "against": [_indication(point) for point in finding.speaks_against],
    }


def _ids(facts: frozenset[Fact], lawbook: Lawbook) -> list[str]:
    return [fact.id for fact in lawbook.in_order(facts)]


def _indication(point: Indication) -> dict[str, Any]:
    return {"id": point.id, "text": point.text, "citation": joined(point.cite)}


def _deadline(due: DueDeadline) -> dict[str, Any]:
    return {
        "id": due.deadline.id,
        "date": due.day.isoformat() if due.day else None,
        "what": due.wording.text,
        "citation": joined(due.wording.cite),
        "urgency": due.urgency.value,
    }


def _raised(raised: Raised) -> dict[str, Any]:
    return {
        "id": raised.of.id,
        "citation": joined(raised.of.cite),
        "because": [fact.id for fact in raised.because],
    }


def case_file(case: CaseFile) -> dict[str, Any]:
    """A case as plain data in the form of `wegweiser-case/1`; what was not asked is left out."""
    document: dict[str, Any] = {"format": CASE_FORMAT}
    if case.reference is not None:
        document["reference"] = case.reference
    if case.as_of is not None:
        document["as_of"] = case.as_of.isoformat()
    document["facts"] = {
        fact_id: plain_value(answer.value)
        for fact_id, answer in case.answers.items()
        if answer.value is not Gap.NOT_ASKED
    }
    details = {
        fact_id: {
            **({"proof": answer.proof.value} if answer.proof else {}),
            **({"note": answer.note} if answer.note else {}),
        }
        for fact_id, answer in case.answers.items()
        if answer.proof or answer.note
    }
    return {**document, "details": details} if details else document


def plain_value(value: Value | Gap) -> bool | str | list[str]:
    """An answer's value as it stands in a case file."""
    match value:
        case Gap():
            return value.value
        case PartialDay():
            return str(value)
        case frozenset():
            return sorted(value)
        case _:
            return value
