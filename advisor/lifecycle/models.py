"""The end of cases as rows: how long each type is kept, what was decided about one, and what proves a deletion.

All of it in clear but which deadlines somebody has called settled: days, types, counts and ids, nothing from a case.
"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import Office
from advisor.cases.models import Case, CaseKind

LONGEST_PERIOD = 360  # months


class Reason(models.TextChoices):
    """Why a case is deleted."""

    RETENTION = "retention", _("Aufbewahrungsfrist abgelaufen")
    REQUEST = "request", _("von der Stelle gelöscht")


class RetentionRule(models.Model):
    """How long an office keeps closed cases of a type. Without a rule nothing is deleted by itself."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="retention_rules", verbose_name="Stelle")
    kind = models.CharField("Art des Falls", max_length=20, choices=CaseKind)
    months = models.PositiveSmallIntegerField(
        "Monate", validators=[MinValueValidator(1), MaxValueValidator(LONGEST_PERIOD)]
    )

    class Meta:
        verbose_name = "Aufbewahrungsfrist"
        verbose_name_plural = "Aufbewahrungsfristen"
        constraints = [
            models.UniqueConstraint(fields=("office", "kind"), name="one_rule_a_type"),
            models.CheckConstraint(
                condition=models.Q(months__gte=1, months__lte=LONGEST_PERIOD), name="rule_within_bounds"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.months}"


class Ending(models.Model):
    """What was decided about the end of one case.

    ``reason``, ``by``, ``on``: who put it into the bin, why and when; empty while it does not lie there; ``by`` is
    empty after a retention run too. ``unread``: deleted knowing that its deadlines could not be read. ``not_before``:
    a retention run leaves it alone until then. ``settled``: the deadlines without a day that the team has called
    settled, sealed with the case.
    """

    case = models.OneToOneField(Case, models.CASCADE, related_name="ending", verbose_name="Fall")
    reason = models.CharField("Grund", max_length=20, choices=Reason, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="von")
    on = models.DateField("am", null=True)
    unread = models.BooleanField("ungeprüft", default=False)
    not_before = models.DateField("frühestens", null=True)
    settled = models.BinaryField("erledigt", default=bytes)

    class Meta:
        verbose_name = "Ende eines Falls"
        verbose_name_plural = "Enden von Fällen"

    def __str__(self) -> str:
        return self.get_reason_display()


class DeletionCertificate(models.Model):
    """The proof that a case was deleted: ids, days and counts, nothing about anybody in it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name="Stelle")
    case = models.UUIDField("Fall", unique=True)
    kind = models.CharField("Art des Falls", max_length=20, choices=CaseKind)
    reason = models.CharField("Grund", max_length=20, choices=Reason)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="veranlasst von"
    )
    created_on = models.DateField("angelegt am")
    closed_on = models.DateField("abgeschlossen am", null=True)
    scheduled_on = models.DateField("vorgemerkt am", null=True)
    destroyed_on = models.DateField("vernichtet am")
    counts = models.JSONField("Zeilen", default=dict)

    class Meta:
        verbose_name = "Löschnachweis"
        verbose_name_plural = "Löschnachweise"
        ordering = ("-destroyed_on", "-pk")

    def __str__(self) -> str:
        return str(self.uuid)
