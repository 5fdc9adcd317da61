"""What an invented case of the demonstration is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from pathways.engine.days import months, years
from pathways.engine.facts import Answer, Proof
from pathways.engine.values import read_answer
from pathways.law.facts import FACTS_BY_ID


@dataclass(frozen=True, slots=True)
class DemoCase:
    """An invented case: the office's key and the answers as they stand in a case file, some with proof and note."""

    reference: str
    facts: dict[str, Any]
    details: dict[str, tuple[Proof | None, str]] = field(default_factory=dict)

    def answers(self) -> dict[str, Answer]:
        """The answers as the engine knows them; ValueError where one is none."""
        return {key: self._answer(key, value) for key, value in self.facts.items()}

    def _answer(self, fact_id: str, value: Any) -> Answer:
        proof, note = self.details.get(fact_id, (None, ""))
        return Answer(read_answer(FACTS_BY_ID[fact_id], value), proof, note)


def ago(today: date, *, y: int = 0, m: int = 0, d: int = 0) -> str:
    """The day so many years, months and days before, as a case file writes it."""
    return ((-years(y)).after((-months(m)).after(today)) - timedelta(days=d)).isoformat()


def ahead(today: date, days: int) -> str:
    """The day so many days later, as a case file writes it."""
    return (today + timedelta(days=days)).isoformat()
