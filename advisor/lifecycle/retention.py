"""How long an office keeps closed cases, and which of them are due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from advisor.accounts.models import Office, User
from advisor.cases.models import Case, CaseKind, CaseState
from advisor.lifecycle.models import RetentionRule
from advisor.logbook.models import Action
from advisor.logbook.record import record
from pathways.engine.days import months

ENDED = (CaseState.CLOSED, CaseState.ARCHIVED)
# Only what a form starts with. We know of no statute that fixes them for advice like this: the office decides.
SUGGESTED: Mapping[CaseKind, int] = {CaseKind.ADVICE: 12, CaseKind.SUPPORT: 36, CaseKind.HARDSHIP: 36}


def rules_of(office_id: int) -> dict[CaseKind, int]:
    """The months the office has decided on, by type."""
    rules = RetentionRule.objects.filter(office_id=office_id).values_list("kind", "months")
    return {CaseKind(kind): count for kind, count in rules}


def set_rules(office: Office, by: User, wanted: Mapping[CaseKind, int | None]) -> bool:
    """Keep what the office has decided; None: nothing is deleted by itself. Whether anything is different now."""
    with transaction.atomic():
        Office.objects.select_for_update().get(pk=office.pk)
        before = rules_of(office.pk)
        after = {kind: count for kind, count in wanted.items() if count is not None}
        if before == after:
            return False
        RetentionRule.objects.filter(office=office).exclude(kind__in=after).delete()
        for kind, count in after.items():
            RetentionRule.objects.update_or_create(office=office, kind=kind, defaults={"months": count})
        words = ", ".join(f"{kind} {after.get(kind, '-')}" for kind in CaseKind)
        record(Action.RETENTION_CHANGED, by=by, office_id=office.pk, subject=words)
    return True


@dataclass(frozen=True, slots=True)
class Candidate:
    """An ended case and the last day on which it is kept; None where the office has decided nothing for its type."""

    case: Case
    kept_until: date | None

    def is_due(self, today: date) -> bool:
        """Whether the time is over."""
        return self.kept_until is not None and self.kept_until < today


def kept_until(case: Case, rules: Mapping[CaseKind, int]) -> date | None:
    """The last day on which an ended case is kept."""
    count = rules.get(CaseKind(case.kind))
    if count is None or case.closed_on is None:
        return None
    end = months(count).after(case.closed_on)
    ending = getattr(case, "ending", None)
    return max(end, ending.not_before) if ending and ending.not_before else end


def candidates(office_id: int, rules: Mapping[CaseKind, int]) -> Iterator[Candidate]:
    """The ended cases of an office that do not lie in the bin, those closed first coming first."""
    cases = Case.objects.filter(office_id=office_id, state__in=ENDED, destroy_on=None)
    for case in cases.select_related("key", "ending", "office").order_by("closed_on", "pk").iterator(200):
        yield Candidate(case, kept_until(case, rules))
