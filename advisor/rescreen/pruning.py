"""Runs that nobody needs any more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Max, QuerySet

from advisor.rescreen.models import Run

RUN_DAYS = 90  # the last one of each office stays: by it one knows whether a new one is needed


def over(now: datetime) -> Iterator[tuple[str, QuerySet]]:
    """What is over by then, with its words."""
    finished = Run.objects.filter(finished_at__isnull=False).order_by()
    newest = finished.values("office").annotate(newest=Max("pk")).values("newest")
    yield "alte Neubewertungen", Run.objects.filter(at__lt=now - timedelta(days=RUN_DAYS)).exclude(pk__in=newest)
