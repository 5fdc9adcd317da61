"""How far a job is, as its page says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from advisor.accounts.models import User
from advisor.batch.models import Batch, BatchItem, ItemState
from advisor.cases.models import Case

STEPS = 4  # how often a screen reader is told of the progress
_PATIENCE = timedelta(seconds=30)  # so long a queued job may wait before its page says what might be wrong


@dataclass(frozen=True, slots=True)
class Left:
    """A memo that was not made: the key of its case, empty where that may not be shown any more, and why.

    ``number``: of the person in the case, 0 where the case is about one.
    """

    reference: str
    number: int
    why: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Memos by what became of them; ``step``: how many parts of the way are behind, of `STEPS`."""

    total: int
    made: int
    failed: int
    is_running: bool
    seems_forgotten: bool

    @property
    def done(self) -> int:
        """How many are behind, made or not."""
        return self.made + self.failed

    @property
    def step(self) -> int:
        """0 to `STEPS`, one more where the job is over."""
        return STEPS * self.done // self.total if self.is_running and self.total else STEPS + 1


def with_counts(batches: QuerySet[Batch]) -> QuerySet[Batch]:
    """Jobs with `total`, `made` and `failed`."""
    return batches.annotate(
        total=Count("items"),
        made=Count("items", filter=Q(items__state=ItemState.MADE)),
        failed=Count("items", filter=Q(items__state=ItemState.FAILED)),
    )


def progress_of(batch: Batch, now: datetime) -> Progress:
    """How far a job of `with_counts` is."""
    total, made, failed = (int(getattr(batch, name)) for name in ("total", "made", "failed"))
    waits = batch.is_running and not made + failed and batch.at < now - _PATIENCE
    return Progress(total, made, failed, batch.is_running, waits)


def left_out(batch: Batch, user: User) -> list[Left]:
    """The memos that were not made, in the order of the job."""
    failed = BatchItem.objects.filter(batch=batch, state=ItemState.FAILED).select_related("case", "person")
    failed = failed.annotate(together=Count("case__persons")).order_by("pk")
    shown = set(
        Case.objects.listed_for(user).filter(pk__in=[item.case_id for item in failed]).values_list("pk", flat=True)
    )
    return [
        Left(
            item.case.reference if item.case and item.case.pk in shown else "",
            item.person.position + 1 if item.person and item.together > 1 else 0,
            item.get_why_display(),
        )
        for item in failed
    ]


def said(progress: Progress) -> str:
    """What a screen reader is told at this step."""
    if not progress.is_running:
        return _("Der Auftrag ist zu Ende.")
    words = (_("Der Auftrag läuft."), _("Ein Viertel ist fertig."), _("Die Hälfte ist fertig."))
    return (*words, _("Drei Viertel sind fertig."), _("Gleich fertig."))[progress.step]
