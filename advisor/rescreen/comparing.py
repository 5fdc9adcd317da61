"""One person judged anew and compared with how they stood: what moved because of the law, and what is kept for next."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from advisor.cases.models import Case
from advisor.cases.outlook import PersonOutlook, whole_outlook
from advisor.rescreen.law_states import LawText, comes_or_goes, recalled
from advisor.rescreen.models import Footing, MovedResult
from advisor.rescreen.reading import Somebody
from advisor.rescreen.stand import AT_ONCE, Difference, Stand, differences, plain, stand_of
from pathways.engine.facts import Value
from pathways.engine.lawbook import Lawbook


@dataclass(frozen=True, slots=True)
class Measure:
    """What everybody is judged by in a run: the law, what it says, the state of the texts, the day."""

    lawbook: Lawbook
    law: LawText
    texts: str
    day: date

    def day_of(self, case: Case) -> date:
        """The day whose law applies to a case."""
        return case.as_of or self.day


@dataclass(frozen=True, slots=True)
class Compared:
    """A person judged anew.

    ``footing``: what the next run compares with; ``is_other``: whether it says something else than is kept; otherwise
    only its day and version are new and nothing is sealed again. ``moved``: what is different because of the law, empty
    where nothing is.
    """

    person: Somebody
    footing: Footing
    is_other: bool
    moved: tuple[Difference, ...] = ()
    before: tuple[str, str, date] = ("", "", date.min)  # law, texts and day it is compared with


def is_up_to_date(case: Case, person: Somebody, measure: Measure) -> bool:
    """Whether a run by the same measure has judged these very answers already."""
    kept = person.footing
    return (
        kept is not None
        and (kept.law, kept.texts) == (measure.law.version, measure.texts)
        and (kept.version, kept.day) == (case.version, measure.day_of(case))
    )


def compared(case: Case, person: Somebody, values: Mapping[str, Value], measure: Measure) -> Compared:
    """Judge a person and say what moved. Tampered where what is kept was altered. No query but for an older law."""
    now = stand_of(measure.lawbook, values, measure.day_of(case))
    kept = person.footing
    before = opened_footing(case, person.uuid, kept) if kept else None
    is_other = before != now or kept is None or kept.law != measure.law.version
    footing = _footing(case, person, now if is_other else None, measure)
    if kept is None or before is None or kept.version != case.version:
        moved, since = _since_outlook(case, person, values, now, measure)
        texts = kept.texts if kept else measure.texts
    else:
        moved, since = _since_run(case, kept, before, values, now, measure), (kept.law, kept.day)
        texts = kept.texts
    return Compared(person, footing, is_other, moved, (since[0], texts, since[1]))


def _since_run(
    case: Case, kept: Footing, before: Stand, values: Mapping[str, Value], now: Stand, measure: Measure
) -> tuple[Difference, ...]:
    """What moved since the last run, of the same answers."""
    day = measure.day_of(case)
    law_turns = comes_or_goes(measure.lawbook, kept.day, day)
    if kept.law == measure.law.version and not law_turns:
        return ()
    old = measure.law if kept.law == measure.law.version else recalled(kept.law)
    return _caused(before, old, kept.day, values, now, measure, day, law_turns=law_turns)


def _since_outlook(
    case: Case, person: Somebody, values: Mapping[str, Value], now: Stand, measure: Measure
) -> tuple[tuple[Difference, ...], tuple[str, date]]:
    """What moved since an answer was last saved or the daily run judged the case: verdicts and deadlines.

    For who has answered something since the last run: how the criteria stood after that, nobody has kept.
    """
    day = measure.day_of(case)
    kept = whole_outlook(case).persons.get(person.uuid)
    if kept is None or kept.law in ("", measure.law.version):
        return (), (measure.law.version, day)
    since = case.as_of or kept.day or day
    before = _of_outlook(kept)
    moved = _caused(before, None, since, values, now, measure, day, law_turns=False)
    return moved, (kept.law, since)


def _caused(
    before: Stand,
    old: LawText | None,
    since: date,
    values: Mapping[str, Value],
    now: Stand,
    measure: Measure,
    day: date,
    *,
    law_turns: bool,
) -> tuple[Difference, ...]:
    """The differences, each with whether the law or time alone is behind it; none where all of it is time alone."""
    found = differences(before, old, now, measure.law)
    if not found or since == day:
        return found
    same_day = stand_of(measure.lawbook, values, since)
    by_law = {entry.key for entry in differences(before, old, same_day, measure.law)}
    if law_turns:
        by_law |= {entry.key for entry in found if _turned(entry, measure, since, day)}
    marked = tuple(entry._replace(by_law=entry.key in by_law) for entry in found)
    return marked if by_law & {entry.key for entry in found} else ()


def _turned(entry: Difference, measure: Measure, since: date, day: date) -> bool:
    """Whether what an entry is about has another edition than it had, or one at all: criteria; pathways by theirs."""
    law = measure.law
    if entry.pathway and entry.id != entry.pathway:
        return law.criterion(entry.pathway, entry.id, since) != law.criterion(entry.pathway, entry.id, day)
    if not entry.pathway:
        return False
    pathway = measure.lawbook.pathway(entry.pathway)
    return pathway.in_force(since) != pathway.in_force(day) or any(
        law.criterion(entry.pathway, key, since) != law.criterion(entry.pathway, key, day)
        for key in law.orders[entry.pathway]
    )


def _of_outlook(kept: PersonOutlook) -> Stand:
    deadlines = {due.id: due.day.isoformat() if due.day else AT_ONCE for due in kept.deadlines}
    return Stand(kept.verdicts, {}, deadlines)


def _footing(case: Case, person: Somebody, now: Stand | None, measure: Measure) -> Footing:
    sealed = case.safe.seal_text(f"footing/{person.uuid}", now.written()) if now else b""
    law, texts, day = measure.law.version, measure.texts, measure.day_of(case)
    return Footing(person_id=person.pk, law=law, texts=texts, day=day, version=case.version, sealed=sealed)


def opened_footing(case: Case, person: UUID, footing: Footing) -> Stand:
    """What is kept of how a person stood; Tampered."""
    return Stand.read(case.safe.open_text(f"footing/{person}", footing.sealed))


def seal_moved(case: Case, row: MovedResult, found: Iterable[Difference]) -> None:
    """Put differences into a row, not yet saved."""
    text = json.dumps(plain(tuple(found)), separators=(",", ":"))
    row.sealed = case.safe.seal_text(f"moved/{row.uuid}", text)


def open_moved(case: Case, row: MovedResult) -> tuple[Difference, ...]:
    """What moved; Tampered, KeyMissing."""
    found: list[list[Any]] = json.loads(case.safe.open_text(f"moved/{row.uuid}", row.sealed))
    return tuple(Difference(*entry) for entry in found)


def together(before: Iterable[Difference], now: Iterable[Difference]) -> tuple[Difference, ...]:
    """What nobody has seen yet with what has moved since; what has moved back is nothing any more."""
    found = {entry.key: entry for entry in before}
    for entry in now:
        old = found.pop(entry.key, None)
        if old is None:
            found[entry.key] = entry
        elif old.before != entry.now:
            found[entry.key] = old._replace(now=entry.now, by_law=old.by_law or entry.by_law)
    return tuple(found.values())
