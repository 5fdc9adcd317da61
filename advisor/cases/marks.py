"""Marks by which lists find cases by verdict, pathway and Land without any of that standing in clear.

A mark is a keyed digest under a key of the office: equal for equal things within an office, nothing without the key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from django.db.models import BinaryField, Case, Value, When

from advisor.cases.models import Case as CaseRow
from advisor.cases.models import CaseMark
from advisor.vault.safe import Safe
from advisor.vault.services import standing_key_id, standing_safe, unlock

if TYPE_CHECKING:
    from advisor.cases.outlook import Change

ANY = "*"  # any pathway
_PLACE = "mark"


class Marked(Protocol):
    """What a person's marks come from."""

    @property
    def verdicts(self) -> Mapping[str, str]:
        """The verdicts by pathway id."""

    @property
    def land(self) -> str | None:
        """The Land, where it is known."""


def verdict_mark(pathway: str, verdict: str) -> str:
    """What is marked where a pathway, or ANY, has a verdict for somebody in the case."""
    return f"{pathway}={verdict}"


def land_mark(land: str) -> str:
    """What is marked where somebody in the case is in a Land."""
    return f"land={land}"


def marks_of(persons: Iterable[Marked]) -> frozenset[str]:
    """All that is marked of a case with these persons."""
    found: set[str] = set()
    for each in persons:
        for pathway, verdict in each.verdicts.items():
            found |= {verdict_mark(pathway, verdict), verdict_mark(ANY, verdict)}
        if each.land:
            found.add(land_mark(each.land))
    return frozenset(found)


def sealed_marks(office_id: int, marks: Iterable[str]) -> dict[str, bytes]:
    """What stands in the rows of an office for these marks; one query."""
    safe = _safe(office_id)
    return {mark: safe.blind(_PLACE, mark) for mark in marks}


def write_marks(case: CaseRow, change: Change) -> None:
    """Bring the marks of a case up to date, inside the transaction that writes its outlook.

    No query where nothing has moved; otherwise mostly one that swaps marks, one more where their number changes, and
    one for the key of the office where the case was not found together with it.
    """
    before, after = change.marks_before, change.marks_after
    if before == after:
        return
    rows = CaseMark.objects.filter(case=case)
    if before is None:
        rows.delete()
        before = frozenset()
    gone, new = sorted(before - after), sorted(after - before)
    safe = unlock(case.marks_key) if case.marks_key else _safe(case.office_id)
    old = [safe.blind(_PLACE, mark) for mark in gone]
    fresh = [safe.blind(_PLACE, mark) for mark in new]
    swapped = dict(zip(old, fresh, strict=False))
    if swapped:
        cases = [When(mark=was, then=Value(now, BinaryField())) for was, now in swapped.items()]
        rows.filter(mark__in=list(swapped)).update(mark=Case(*cases, output_field=BinaryField()))
    if missing := fresh[len(swapped) :]:
        CaseMark.objects.bulk_create((CaseMark(case=case, mark=mark) for mark in missing), ignore_conflicts=True)
    if over := old[len(swapped) :]:
        rows.filter(mark__in=over).delete()


def rewrite_marks(case: CaseRow, marks: frozenset[str]) -> bool:
    """Set right marks that are not those of the case; whether any were wrong. Inside a transaction."""
    wanted = set(sealed_marks(case.office_id, marks).values())
    rows = CaseMark.objects.filter(case=case)
    there = {bytes(mark) for mark in rows.values_list("mark", flat=True)}
    if there == wanted:
        return False
    rows.filter(mark__in=list(there - wanted)).delete()
    CaseMark.objects.bulk_create((CaseMark(case=case, mark=mark) for mark in wanted - there), ignore_conflicts=True)
    return True


def marks_key_id(office_id: int) -> UUID:
    """The id of the key that the marks of an office are made with."""
    return standing_key_id(_purpose(office_id))


def _safe(office_id: int) -> Safe:
    return standing_safe(_purpose(office_id))


def _purpose(office_id: int) -> str:
    return f"case marks of office {office_id}"
