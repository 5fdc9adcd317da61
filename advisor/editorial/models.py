"""How many memos a release would change, as it is counted in the background: numbers, and never which."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from advisor.accounts.models import Office


class ImpactCount(models.Model):
    """A count for some revisions that somebody is about to release.

    ``key``: of the revisions, of what counts besides them, and of the law. ``total`` and ``done``: cases, ``broken``
    those that cannot be opened. ``short``, ``full``, ``either``: cases with a memo that would read differently.
    ``cursor``: the number of the last case counted.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey(Office, models.CASCADE, related_name="+", verbose_name="Stelle")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="gezählt für")
    at = models.DateTimeField("begonnen am", default=timezone.now)
    key = models.CharField("wofür", max_length=64)
    revisions = models.JSONField("Fassungen", default=list)
    total = models.PositiveIntegerField("Fälle", default=0)
    done = models.PositiveIntegerField("gezählt", default=0)
    broken = models.PositiveIntegerField("nicht lesbar", default=0)
    short = models.PositiveIntegerField("anders im kurzen Memo", default=0)
    full = models.PositiveIntegerField("anders im ausführlichen Memo", default=0)
    either = models.PositiveIntegerField("anders", default=0)
    cursor = models.BigIntegerField("zuletzt", default=0)
    pulse = models.DateTimeField("letztes Lebenszeichen", default=timezone.now)
    finished_at = models.DateTimeField("fertig am", null=True)

    class Meta:
        verbose_name = "Zählung der Wirkung"
        verbose_name_plural = "Zählungen der Wirkung"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.done}/{self.total}"

    @property
    def is_running(self) -> bool:
        """Whether there is still something to count."""
        return self.finished_at is None

    @property
    def touched(self) -> dict[str, int | str]:
        """The numbers as a release keeps them."""
        names = ("total", "broken", "short", "full", "either")
        return {**{name: getattr(self, name) for name in names}, "at": self.at.isoformat(timespec="seconds")}
