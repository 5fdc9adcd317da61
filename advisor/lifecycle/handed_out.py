"""What of a case is in other hands: questions put to the releaser and memos released for printing."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from advisor.cases.models import Case
from advisor.guidance.models import Consultation
from advisor.memo.models import Release


def open_question_days(case: Case) -> list[date]:
    """The days of the questions to the releaser that are neither answered nor withdrawn."""
    still = Consultation.objects.filter(case=case, answered_at=None, withdrawn_at=None).order_by("asked_at", "pk")
    return [timezone.localdate(moment) for moment in still.values_list("asked_at", flat=True)]


def released_until(case: Case, today: date) -> list[date]:
    """The last days of the releases for printing that still hold on that day."""
    still = Release.objects.filter(memo__case=case, until__gte=today, withdrawn_at=None).order_by("until", "pk")
    return list(still.values_list("until", flat=True))
