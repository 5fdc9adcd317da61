"""Jobs that make memos for many cases: the job, and one row for each memo it is about to make, has made or could not.

Nothing here is sealed: a row says who wanted a memo of which case, as the log does, and nothing of what it says.
"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import Office
from advisor.cases.models import Case, Person
from advisor.memo.models import KeptMemo


class Batch(models.Model):
    """A job: memos about many persons, made in the background for whoever asked.

    ``length``: of its memos, a value of `memo.parts.Length`. ``pulse``: when something last happened to it. ``turn``:
    its work goes in turns, one at a time; a turn with another number than this has been given up.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name="Stelle")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="von")
    at = models.DateTimeField("begonnen am", auto_now_add=True)
    length = models.CharField("Umfang", max_length=20)
    pulse = models.DateTimeField("zuletzt daran gearbeitet")
    turn = models.PositiveIntegerField(default=0)
    cancelled_at = models.DateTimeField("abgebrochen am", null=True)
    finished_at = models.DateTimeField("fertig am", null=True)

    class Meta:
        verbose_name = "Sammelauftrag"
        verbose_name_plural = "Sammelaufträge"
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def is_running(self) -> bool:
        """Whether memos are still to be made."""
        return self.finished_at is None and self.cancelled_at is None


class ItemState(models.TextChoices):
    """How far one memo is; what still waits in a job that was cancelled, waits for nothing."""

    WAITING = "waiting", _("wartet")
    MADE = "made", _("fertig")
    FAILED = "failed", _("nicht gemacht")


class Why(models.TextChoices):
    """Why a memo was not made, as somebody reads it who does not know the program."""

    GONE = "gone", _("Der Fall oder die Person ist inzwischen gelöscht.")
    NO_ACCESS = "no_access", _("Sie können diesen Fall nicht mehr bearbeiten.")
    CLOSED = "closed", _("Der Fall ist inzwischen abgeschlossen.")
    UNREADABLE = "unreadable", _("Der Fall lässt sich nicht öffnen. Sagen Sie dem Betrieb Bescheid.")
    BROKEN = "broken", _("Das Memo ließ sich nicht schreiben. Sagen Sie dem Betrieb Bescheid.")
    STUCK = "stuck", _("Mehrere Versuche sind mittendrin abgebrochen. Sagen Sie dem Betrieb Bescheid.")


class BatchItem(models.Model):
    """One memo of a job.

    ``case``, ``person``: empty once they are deleted. ``tries``: how often somebody has begun it, and thereby the
    number of the claim: only who has begun last may finish. ``claimed_until``: nobody else begins it before.
    """

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="items", verbose_name="Sammelauftrag")
    case = models.ForeignKey(Case, models.SET_NULL, null=True, related_name="+", verbose_name="Fall")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+", verbose_name="Person")
    memo = models.ForeignKey(KeptMemo, models.SET_NULL, null=True, related_name="+", verbose_name="Memo")
    state = models.CharField("Stand", max_length=20, choices=ItemState, default=ItemState.WAITING)
    why = models.CharField("Grund", max_length=20, choices=Why, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    claimed_until = models.DateTimeField("in Arbeit bis", null=True)

    class Meta:
        verbose_name = "Memo eines Sammelauftrags"
        verbose_name_plural = "Memos eines Sammelauftrags"
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=("batch", "person"), name="one_memo_a_person_in_a_batch")]
        indexes = [models.Index(fields=("batch", "state", "id"), name="batch_item_by_state")]

    def __str__(self) -> str:
        return f"{self.get_state_display()}"
