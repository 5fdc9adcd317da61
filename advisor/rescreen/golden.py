"""Golden cases: what somebody has said must come out like this, without anything that leads back to a case.

Kept are the values that the rules see, the day of the law and the eight verdicts, sealed with a key of the office. A
text release and every re-assessment judge them anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from advisor.accounts.models import Office, User
from advisor.cases.standing import Standing
from advisor.logbook.models import Action
from advisor.logbook.record import record
from advisor.rescreen.models import GoldenCase
from advisor.rescreen.rough_days import roughened
from advisor.vault.faults import VaultFault
from advisor.vault.safe import Safe
from advisor.vault.services import standing_safe
from pathways.content.words import VERDICTS
from pathways.engine.assess import Verdict, verdict_of
from pathways.engine.consultation import relevance_of
from pathways.engine.facts import Answer, Answers, Value
from pathways.engine.fingerprint import law_version
from pathways.engine.lawbook import Lawbook
from pathways.engine.report import plain_value
from pathways.engine.values import read_value
from pathways.law import LAW

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Content:
    """What is kept: the values as a case file has them, the day of the law, the verdicts by pathway id."""

    values: Mapping[str, Any]
    as_of: date
    verdicts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Turned:
    """A pathway of a golden case that comes out differently; None: the law of now does not know it."""

    pathway: str
    expected: str
    now: str | None


@dataclass(frozen=True, slots=True)
class Flip:
    """A golden case that does not come out as it must, or, ``is_broken``, of which nobody can tell.

    ``unread``: facts whose answer nobody can read any more.
    """

    golden: GoldenCase
    turned: tuple[Turned, ...]
    unread: tuple[str, ...] = ()
    is_broken: bool = False

    def __str__(self) -> str:
        """In words, without any answer."""
        parts = [f"{_way(each.pathway)}: {_word(each.expected)} → {_word(each.now)}" for each in self.turned]
        parts += [f"nicht mehr lesbar: {fact_id}" for fact_id in self.unread]
        parts += ["lässt sich nicht öffnen"] if self.is_broken else []
        return f"Musterfall {self.golden}: {'; '.join(parts)}"


class Retired(ValueError):
    """The golden case is retired already."""


def content_of(answers: Answers, as_of: date) -> Content:
    """What would be kept of somebody: only what the rules see, no proof, no note, nothing that was not known.

    Days are kept as roughly as gives the same (`rough_days`).
    """
    answers = roughened(answers, as_of)
    standing = Standing(answers, as_of)
    seen = standing.view.values
    return Content(
        {key: plain_value(answer.value) for key, answer in answers.items() if key in seen},
        as_of,
        {key: verdict.value for key, verdict in standing.verdicts.items()},
    )


def keep(content: Content, by: User) -> GoldenCase:
    """Keep a golden case of somebody's office; PermissionError without one."""
    if by.office is None:
        raise PermissionError("somebody without an office has no golden cases")
    office = by.office
    for _ in range(_TRIES):
        last = GoldenCase.objects.filter(office=office).aggregate(last=Max("number"))["last"] or 0
        row = GoldenCase(office=office, number=last + 1, on=timezone.localdate(), by=by, law=law_version(LAW))
        row.sealed = _safe(office).seal_text(f"golden/{row.uuid}", _written(content))
        try:
            with transaction.atomic():
                row.save()
                # Without the case: the log must not lead from one to the other either.
                record(Action.GOLDEN_KEPT, by=by, office_id=office.pk, subject=str(row))
        except IntegrityError:
            continue  # somebody else has taken the number
        return row
    raise RuntimeError("no number was free")


def retire(row: GoldenCase, by: User, reason: str) -> None:
    """Let a golden case hold no longer; its answers go, its number and the reason stay. Retired, ValueError."""
    if not reason.strip():
        raise ValueError("a golden case is retired with a reason")
    sealed = _safe(row.office).seal_text(f"golden-reason/{row.uuid}", reason)
    with transaction.atomic():
        retired = {"retired_by": by, "retired_on": timezone.localdate(), "sealed": b"", "sealed_reason": sealed}
        if not GoldenCase.objects.filter(pk=row.pk, retired_on=None).update(**retired):
            raise Retired(str(row))
        record(Action.GOLDEN_RETIRED, by=by, office_id=row.office_id, subject=str(row))


def run(office: Office, lawbook: Lawbook = LAW) -> list[Flip]:
    """The golden cases of an office that do not come out as they must, or do not open; empty where all do."""
    return [flip for row in holding(office) if (flip := _flip_or_broken(row, lawbook))]


def holding(office: Office) -> list[GoldenCase]:
    """The golden cases of an office that are not retired, in the order of their numbers."""
    return list(GoldenCase.objects.filter(office=office, retired_on=None).select_related("office", "by"))


def flip_of(row: GoldenCase, lawbook: Lawbook = LAW) -> Flip | None:
    """What is wrong with a golden case; None where it comes out as it must, or is retired."""
    if row.retired_on is not None:
        return None
    content = open_golden(row)
    values, unread = _read(content, lawbook)
    view = relevance_of(lawbook).view_of_values(values, content.as_of)
    now = {pathway.id: verdict_of(pathway, view).value for pathway in lawbook.pathways}
    turned = tuple(
        Turned(key, expected, now.get(key)) for key, expected in content.verdicts.items() if now.get(key) != expected
    )
    return Flip(row, turned, unread) if turned or unread else None


def open_golden(row: GoldenCase) -> Content:
    """What a golden case keeps, of one that is not retired; Tampered, KeyMissing."""
    kept = json.loads(_safe(row.office).open_text(f"golden/{row.uuid}", row.sealed))
    return Content(kept["values"], date.fromisoformat(kept["as_of"]), kept["verdicts"])


def reason_of(row: GoldenCase) -> str:
    """Why it was retired; empty where it was not."""
    sealed = bytes(row.sealed_reason)
    return _safe(row.office).open_text(f"golden-reason/{row.uuid}", sealed) if sealed else ""


def answers_in(content: Content) -> dict[str, Answer]:
    """The values as answers, as far as the vocabulary of today reads them."""
    return {key: Answer(value) for key, value in _read(content, LAW)[0].items()}


def _flip_or_broken(row: GoldenCase, lawbook: Lawbook) -> Flip | None:
    try:
        return flip_of(row, lawbook)
    except VaultFault:
        return Flip(row, (), is_broken=True)


def _read(content: Content, lawbook: Lawbook) -> tuple[dict[str, Value], tuple[str, ...]]:
    values: dict[str, Value] = {}
    unread = []
    for key, kept in content.values.items():
        fact = lawbook.facts_by_id.get(key)
        try:
            if fact is None:
                raise ValueError(key)
            values[key] = read_value(fact, kept)
        except ValueError:
            unread.append(key)
    return values, tuple(unread)


def _written(content: Content) -> str:
    kept = {"as_of": content.as_of.isoformat(), "values": content.values, "verdicts": content.verdicts}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def _safe(office: Office) -> Safe:
    return standing_safe(f"golden-cases/{office.pk}")


def _way(pathway_id: str) -> str:
    try:
        return str(LAW.pathway(pathway_id).cite)
    except KeyError:
        return pathway_id


def _word(verdict: str | None) -> str:
    return VERDICTS[Verdict(verdict)].word if verdict in set(Verdict) else "–"
