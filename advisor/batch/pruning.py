"""Jobs that nobody needs any more, and what is left of work in the background."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from advisor.batch.models import Batch

BATCH_DAYS = 30  # how long a job can be found again; its memos stay in their cases
_FORGOTTEN = timedelta(days=2)  # what has been running for so long, runs no more


def over(now: datetime) -> Iterator[tuple[str, QuerySet]]:
    """What is over by then, with its words."""
    yield "alte Sammelaufträge", Batch.objects.filter(at__lt=now - timedelta(days=BATCH_DAYS))
    ended = Q(status__in=(TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED), finished_at__lt=now)
    dead = Q(status=TaskResultStatus.RUNNING, started_at__lt=now - _FORGOTTEN)
    yield "erledigte Hintergrundarbeit", DBTaskResult.objects.filter(ended | dead)
