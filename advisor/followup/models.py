"""The secret address of somebody's calendar; only its digest is kept."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class CalendarFeed(models.Model):
    """That somebody has a calendar address; ``digest``: of its secret part; ``read_on``: the last day it was read."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="Person")
    digest = models.CharField("Prüfwert", max_length=64, unique=True)
    made_at = models.DateTimeField("angelegt", auto_now=True)
    read_on = models.DateField("zuletzt abgerufen", null=True)

    class Meta:
        verbose_name = "Kalender-Adresse"
        verbose_name_plural = "Kalender-Adressen"

    def __str__(self) -> str:
        return f"{self.made_at:%d.%m.%Y}"
