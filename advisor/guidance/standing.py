"""How somebody's advice stands to § 6 Abs. 2 RDG on a day: by own qualification, under guidance, or neither."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from advisor.accounts.models import User
from advisor.guidance.models import Cover, Guidance, Qualification

Row = TypeVar("Row", Guidance, Qualification)

SOON = timedelta(days=60)  # how long before its end a guidance is listed as ending


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds for an adviser on a day.

    ``guidance``: the one that holds, or where it is over the last one; ``qualification``: the own one, if any.
    """

    cover: Cover
    day: date
    guidance: Guidance | None = None
    qualification: Qualification | None = None

    @property
    def is_in_order(self) -> bool:
        """Whether the adviser is qualified or guided."""
        return self.cover in (Cover.QUALIFIED, Cover.GUIDED)

    @property
    def words(self) -> str:
        """Guide or own qualification as printed; empty where neither holds."""
        if self.cover is Cover.GUIDED and self.guidance:
            return self.guidance.words
        return str(self.qualification) if self.cover is Cover.QUALIFIED else ""

    @property
    def ends_soon(self) -> bool:
        """Whether the guidance that holds now is over within 60 days."""
        return self.cover is Cover.GUIDED and self.guidance is not None and self.guidance.last_day <= self.day + SOON


def standing_of(adviser: User, day: date) -> Standing:
    """How an adviser stands on a day; two queries."""
    return standings([adviser], day)[adviser.pk]


def standings(advisers: Iterable[User], day: date) -> Mapping[int, Standing]:
    """How each of these people stands on a day, by id; two queries."""
    people = list(advisers)
    qualified = _by(Qualification.objects.filter(person__in=people), "person_id")
    guided = _by(Guidance.objects.filter(adviser__in=people).select_related("guide"), "adviser_id")
    return {person.pk: _standing(qualified.get(person.pk, []), guided.get(person.pk, []), day) for person in people}


def _standing(qualifications: list[Qualification], guidances: list[Guidance], day: date) -> Standing:
    own = next((row for row in qualifications if row.holds_on(day)), None)
    if own:
        return Standing(Cover.QUALIFIED, day, qualification=own)
    if now := next((row for row in guidances if row.holds_on(day)), None):
        return Standing(Cover.GUIDED, day, guidance=now)
    # One that was ended before it began was a slip of the pen, not a guidance that is over.
    over = [row for row in guidances if row.agreed_on <= row.last_day < day]
    if over:
        return Standing(Cover.EXPIRED, day, guidance=max(over, key=lambda row: row.last_day))
    return Standing(Cover.MISSING, day)


def _by(rows: Iterable[Row], column: str) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(getattr(row, column), []).append(row)
    return found
