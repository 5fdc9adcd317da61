"""How many memos a release would change, as it is counted in the background: numbers, and never which."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import Office


class ImpactCount(models.Model):
    """A count for some revisions that somebody is about to release.

    ``key``: of the revisions, of what counts besides them, and of the law. ``total`` and ``done``: cases, ``broken``
    those that cannot be opened. ``short``, ``full``, ``either``: cases with a memo that would read differently.
    ``cursor``: the number of the last case counted.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey(Office, models.CASCADE, related_name="+", verbose_name=_("Stelle"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("gezählt für"))
    at = models.DateTimeField(_("begonnen am"), default=timezone.now)
    key = models.CharField(_("wofür"), max_length=64)
    revisions = models.JSONField(_("Fassungen"), default=list)
    total = models.PositiveIntegerField(_("Fälle"), default=0)
    done = models.PositiveIntegerField(_("gezählt"), default=0)
    broken = models.PositiveIntegerField(_("nicht lesbar"), default=0)
    short = models.PositiveIntegerField(_("anders im kurzen Memo"), default=0)
    full = models.PositiveIntegerField(_("anders im ausführlichen Memo"), default=0)
    either = models.PositiveIntegerField(_("anders"), default=0)
    cursor = models.BigIntegerField(_("zuletzt"), default=0)
    pulse = models.DateTimeField(_("letztes Lebenszeichen"), default=timezone.now)
    finished_at = models.DateTimeField(_("fertig am"), null=True)

    class Meta:
        verbose_name = _("Zählung der Wirkung")
        verbose_name_plural = _("Zählungen der Wirkung")
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
