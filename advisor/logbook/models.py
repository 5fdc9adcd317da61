"""The rows of the log: what somebody did, and how far each office's chain reaches."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from advisor.accounts.models import Office
from advisor.logbook.actions import Action

__all__ = ["SUBJECT_LENGTH", "Action", "Chain", "Event"]

SUBJECT_LENGTH = 200


def known_actions() -> list[tuple[str, str]]:
    """The choices of an action; by name in the migrations, so that a new action needs none."""
    return [(value, str(label)) for value, label in Action.choices]


class Event(models.Model):
    """One line of the log; written by `record` only, and the database refuses to change or delete it."""

    office = models.ForeignKey(
        Office, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="Stelle"
    )
    number = models.PositiveBigIntegerField("Nummer")
    at = models.DateTimeField("Zeitpunkt")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="Person"
    )
    action = models.CharField("Vorgang", max_length=40, choices=known_actions)
    case = models.UUIDField("Fall", null=True, db_index=True)
    subject = models.CharField("Gegenstand", max_length=SUBJECT_LENGTH, blank=True)
    details = models.BinaryField("Einzelheiten, verschlüsselt", null=True)
    previous = models.BinaryField("Prüfwert davor")
    digest = models.BinaryField("Prüfwert")

    class Meta:
        verbose_name = "Eintrag im Protokoll"
        verbose_name_plural = "Einträge im Protokoll"
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(fields=("office", "number"), name="event_once_in_office"),
            # Rows without an office differ from one another for the constraint above.
            models.UniqueConstraint(fields=("number",), condition=Q(office=None), name="event_once_without_office"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.get_action_display()}"


class Chain(models.Model):
    """How long an office's chain is and the digest of its last event; one more row for the installation itself."""

    INSTALLATION = 0

    # The id of the office, or INSTALLATION: unlike an empty office it can stand only once.
    id = models.PositiveBigIntegerField(primary_key=True)
    office = models.OneToOneField(Office, models.PROTECT, null=True, related_name="+", verbose_name="Stelle")
    length = models.PositiveBigIntegerField("Länge", default=0)
    head = models.BinaryField("Prüfwert des letzten Eintrags", default=bytes)

    class Meta:
        verbose_name = "Kette"
        verbose_name_plural = "Ketten"
        constraints = [
            models.CheckConstraint(condition=Q(id=Coalesce("office_id", 0)), name="chain_of_its_office"),
        ]

    def __str__(self) -> str:
        return f"{self.office or 'Installation'}: {self.length}"
