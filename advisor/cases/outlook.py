"""How the pathways and deadlines of everybody in a case stood when it was last judged; kept sealed with the case.

Lists, reminders and the start page read it instead of judging every case anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from advisor.cases.models import Case
from advisor.cases.standing import Standing
from pathways.engine.fingerprint import law_version
from pathways.law import LAW
from pathways.law.facts import FEDERAL_STATE

_PLACE = "outlook"


@dataclass(frozen=True, slots=True)
class DueDay:
    """A deadline that runs, by its id; ``day`` None: it cannot be told, act at once."""

    id: str
    day: date | None


@dataclass(frozen=True, slots=True)
class PersonOutlook:
    """One person: the verdicts by pathway id, the deadlines that run and the Land, where it is known."""

    verdicts: Mapping[str, str]
    deadlines: tuple[DueDay, ...]
    land: str | None


def outlook_of(standing: Standing) -> PersonOutlook:
    """What is kept of how somebody stands; no query."""
    land = standing.view.values.get(FEDERAL_STATE.id)
    return PersonOutlook(
        {key: verdict.value for key, verdict in standing.verdicts.items()},
        tuple(DueDay(due.deadline.id, due.day) for due in standing.deadlines),
        land if isinstance(land, str) else None,
    )


def read_outlook(case: Case) -> dict[UUID, PersonOutlook]:
    """What is kept about everybody in the case, by the uuid of the person; empty where it was never judged."""
    sealed = bytes(case.sealed_outlook)
    if not sealed:
        return {}
    return {UUID(key): _person(kept) for key, kept in json.loads(case.safe.open_text(_PLACE, sealed)).items()}


def columns_for(case: Case, judged: Mapping[UUID, PersonOutlook], *, only: bool = False) -> dict[str, Any]:
    """The columns of a case with these persons judged anew, not yet saved.

    ``only``: nobody else belongs to the case any more; otherwise what is kept of the others stays.
    """
    everybody = {**({} if only else read_outlook(case)), **judged}
    text = json.dumps({str(key): _plain(each) for key, each in everybody.items()}, separators=(",", ":"))
    return {
        "sealed_outlook": case.safe.seal_text(_PLACE, text),
        "judged_by": law_version(LAW),
        **due_columns(everybody.values(), timezone.localdate()),
    }


def due_columns(everybody: Iterable[PersonOutlook], today: date) -> dict[str, Any]:
    """The next day on which something is due, from that day on, and whether something is due at once."""
    days = [due.day for each in everybody for due in each.deadlines]
    return {
        "next_due": min((day for day in days if day is not None and day >= today), default=None),
        "acts_at_once": None in days,
    }


def _plain(outlook: PersonOutlook) -> dict[str, Any]:
    return {
        "verdicts": dict(outlook.verdicts),
        "deadlines": [[due.id, due.day.isoformat() if due.day else None] for due in outlook.deadlines],
        "land": outlook.land,
    }


def _person(kept: dict[str, Any]) -> PersonOutlook:
    deadlines = tuple(DueDay(key, date.fromisoformat(day) if day else None) for key, day in kept["deadlines"])
    return PersonOutlook(kept["verdicts"], deadlines, kept["land"])
