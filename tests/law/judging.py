"""Judging vignettes: where an assessment departs from what must come out."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.engine.assess import PathwayResult, assess
from pathways.engine.consultation import consult, relevance_of
from pathways.engine.pathway import Pathway
from pathways.law import LAW
from tests.law.vignettes import Expected, Vignette


def departures(vignette: Vignette) -> list[str]:
    """Everything in which the assessment of the whole case differs from the vignette."""
    assessment = consult(LAW, vignette.answers, vignette.as_of)
    found = [
        message
        for expected in vignette.expected
        for message in differences(expected, assessment.result(expected.pathway))
    ]
    listed = {
        "deadlines": [due.deadline.id for due in assessment.deadlines],
        "referrals": [raised.of.id for raised in assessment.referrals],
        "warnings": [raised.of.id for raised in assessment.warnings],
    }
    found += [
        f"{part}: {sorted(listed[part])}" for part, ids in vignette.lists.items() if set(ids) != set(listed[part])
    ]
    for result, ripe in zip(assessment.pathways, assessment.ripening, strict=True):
        for expected in vignette.expected:
            if expected.pathway == result.pathway.id and "ripens" in expected.rest and expected.rest["ripens"] != ripe:
                found.append(f"{result.pathway.id} ripens {ripe}")
    return found


def departs(vignette: Vignette, expected: Expected, pathway: Pathway) -> bool:
    """Whether a (changed) pathway comes out differently from what the vignette says about it."""
    view = relevance_of(LAW).view(vignette.answers, vignette.as_of)
    return any(True for _ in differences(expected, assess(pathway, view)))


def differences(expected: Expected, result: PathwayResult) -> Iterator[str]:
    """What differs for one pathway, in words."""
    name = result.pathway.id
    if result.verdict.value not in expected.verdicts:
        yield f"{name} is {result.verdict.value}, not {' or '.join(expected.verdicts)}"
    for criterion_id, state in expected.criteria.items():
        finding = result.finding(criterion_id)
        found = "not asked" if finding is None else finding.state.word
        if found != state:
            yield f"{criterion_id} is {found}, not {state}"
    actual = {
        "mode": result.mode.value if result.mode else None,
        "exception_needed": result.exception_needed,
        "decisive": {finding.criterion.id for finding in result.decisive},
        "disputed": {dispute.number for finding in result.findings for dispute in finding.disputes},
        "waivers": {finding.criterion.id for finding in result.findings if finding.waiver_needed},
    }
    for key, value in expected.rest.items():
        if key == "ripens":
            continue
        wanted = set(value) if isinstance(value, list) else value
        if actual[key] != wanted:
            yield f"{name}: {key} is {actual[key]}, not {wanted}"
