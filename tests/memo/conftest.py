"""Memos to look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from advisor.memo.models import Audience
from advisor.memo.paper import memo_of
from advisor.memo.parts import Length, Letterhead, Memo
from pathways.engine.casefile import read_value
from pathways.engine.consultation import consult
from pathways.engine.facts import Answer, Gap, Proof
from pathways.law import LAW

LETTERHEAD = Letterhead("Beratungsstelle Musterstadt", "Bea Beispiel", "RAin Muster", "22.11.2026")
FACTS: dict[str, Any] = {
    "location": "in_germany",
    "nationality": ["RU"],
    "federal_state": "NW",
    "current_status": "duldung",
    "enforceably_required_to_leave": True,
    "birth_date": "1999-03",
    "continuous_stay_since": "2018",
    "decision_kind": "abh_refusal_title",
    "decision_served_on": "2026-11-20",
    "urgent_reasons_23a": True,
}
Make = Callable[..., Memo]


def answers(**facts: Any) -> dict[str, Answer]:
    """Answers from the values of a case file."""
    return {key: Answer(read_value(LAW.facts_by_id[key], value)) for key, value in facts.items()}


@pytest.fixture(scope="session")
def make() -> Make:
    """A memo; notes by fact id, other answers and the pathways to choose may be given."""

    def memo(
        notes: dict[str, str] | None = None,
        reference: str = "M-2026-014",
        chosen: list[str] | None = None,
        length: Length = Length.SHORT,
        as_of: date = date(2026, 11, 22),
        audience: Audience = Audience.FILE,
        **facts: Any,
    ) -> Memo:
        given = answers(**{**FACTS, **facts})
        given["asylum_history"] = Answer(Gap.NOT_KNOWN)
        given["criminal_record"] = Answer(Gap.DECLINED)
        given["location"] = replace(given["location"], proof=Proof.DOCUMENT_SEEN)
        for fact_id, note in (notes or {}).items():
            given[fact_id] = replace(given[fact_id], note=note)
        assessment = consult(LAW, given, as_of, reference)
        return memo_of(assessment, given, LETTERHEAD, chosen, length, audience=audience)

    return memo
