"""The daily run of `advisor.rescreen`: so that a change of the law finds how everybody stood the day before."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from advisor.accounts.models import Office
from advisor.lifecycle.daily import StepDone
from advisor.rescreen.progress import progress_of
from advisor.rescreen.reading import open_cases
from advisor.rescreen.tasks import run_through

_WORDS = "Nach Recht und Texten verglichen"


def rescreen_all(now: datetime, *, dry_run: bool) -> StepDone:
    """A step of the daily run: every open case of every office. Cases that do not open are named in the program's log
    and by the step that judges them."""
    done = StepDone(_WORDS)
    for office in Office.objects.order_by("pk"):
        if dry_run:
            done.count += open_cases(office.pk).count()
        elif open_cases(office.pk).exists():
            done.count += progress_of(run_through(office, timezone.localtime(now))).cases
    return done
