"""Texts of an office: revisions that never change, what was done with each, and releases that make them count."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import Office

SLOT_LENGTH = 120
NOTE_LENGTH = 500


class StepKind(models.TextChoices):
    """What somebody does with a revision before it is released; the value stays in the table for good."""

    SUBMITTED = "submitted", _("zur Freigabe vorgelegt")
    RETURNED = "returned", _("zurückgegeben")
    COMMENTED = "commented", _("kommentiert")
    WITHDRAWN = "withdrawn", _("zurückgezogen")


class OfOffice(models.Model):
    """A row about one slot of an office's texts."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name="Stelle")
    slot = models.CharField("Platz", max_length=SLOT_LENGTH)
    language = models.CharField("Sprache", max_length=10, default="de")

    class Meta:
        abstract = True


class Revision(OfOffice):
    """A text as somebody wrote it. ``number``: counts per slot and language; ``made_from``: what it began with.

    ``fingerprint``: of the law it was written against. ``german``: digest of the German text it translates, empty for
    a German one. ``review_on``: when it has to be looked at again.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.PositiveIntegerField("Nummer")
    body = models.TextField("Text")
    fingerprint = models.CharField("Stand des Rechts", max_length=64)
    german = models.CharField("deutsche Vorlage", max_length=16, blank=True)
    made_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", verbose_name="Vorlage")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="verfasst von")
    at = models.DateTimeField("verfasst am", default=timezone.now)
    note = models.CharField("Anmerkung", max_length=NOTE_LENGTH, blank=True)
    review_on = models.DateField("wieder ansehen am", null=True, blank=True)

    class Meta:
        verbose_name = "Fassung"
        verbose_name_plural = "Fassungen"
        ordering = ("slot", "language", "-number")
        constraints = [
            models.UniqueConstraint(fields=("office", "slot", "language", "number"), name="revision_once"),
        ]

    def __str__(self) -> str:
        return f"{self.slot} ({self.language}), Fassung {self.number}"


class Step(models.Model):
    """What somebody did with a revision, with a comment."""

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="steps", verbose_name="Fassung")
    kind = models.CharField("Schritt", max_length=20, choices=StepKind)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="von")
    at = models.DateTimeField("am", default=timezone.now)
    comment = models.TextField("Kommentar", blank=True)

    class Meta:
        verbose_name = "Schritt"
        verbose_name_plural = "Schritte"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.revision}: {self.get_kind_display()}"


class Release(models.Model):
    """Revisions that count from now on, together.

    ``explanation``: why golden cases that came out differently are right. ``touched``: how many memos would read
    differently, as counted before; never which.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name="Stelle")
    number = models.PositiveIntegerField("Nummer")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="freigegeben von")
    at = models.DateTimeField("freigegeben am", default=timezone.now)
    note = models.CharField("Anmerkung", max_length=NOTE_LENGTH, blank=True)
    law_version = models.CharField("Rechtsstand", max_length=64)
    explanation = models.TextField("Begründung zu Musterfällen", blank=True)
    touched = models.JSONField("Auswirkung", default=dict)

    class Meta:
        verbose_name = "Freigabe von Texten"
        verbose_name_plural = "Freigaben von Texten"
        ordering = ("-number",)
        constraints = [models.UniqueConstraint(fields=("office", "number"), name="release_once")]

    def __str__(self) -> str:
        return f"Freigabe {self.number}"


class ReleasedText(OfOffice):
    """A revision in a release. Author and releaser are those of the two, which the database sees to, and never one."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="texts", verbose_name="Freigabe")
    revision = models.OneToOneField(Revision, models.PROTECT, related_name="released", verbose_name="Fassung")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="verfasst von")
    releaser = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="freigegeben von"
    )

    class Meta:
        verbose_name = "freigegebener Text"
        verbose_name_plural = "freigegebene Texte"
        ordering = ("release", "slot", "language")
        constraints = [
            models.CheckConstraint(condition=~Q(author=F("releaser")), name="released_by_somebody_else"),
            models.UniqueConstraint(fields=("release", "slot", "language"), name="released_once"),
        ]

    def __str__(self) -> str:
        return f"{self.release}: {self.revision}"


class Review(OfOffice):
    """Somebody has read a text and left it as it is. ``revision``: None for the text that comes with the program."""

    revision = models.ForeignKey(Revision, models.PROTECT, null=True, related_name="reviews", verbose_name="Fassung")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="geprüft von")
    at = models.DateTimeField("geprüft am", default=timezone.now)
    fingerprint = models.CharField("Stand des Rechts", max_length=64)
    next_on = models.DateField("wieder ansehen am")
    note = models.CharField("Anmerkung", max_length=NOTE_LENGTH, blank=True)

    class Meta:
        verbose_name = "Prüfung ohne Änderung"
        verbose_name_plural = "Prüfungen ohne Änderung"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.slot} ({self.language}): geprüft, unverändert"


class Report(OfOffice):
    """What somebody thinks is wrong with a text, sealed: it may say more of a case than it should."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    revision = models.ForeignKey(Revision, models.PROTECT, null=True, related_name="+", verbose_name="Fassung")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="gemeldet von")
    at = models.DateTimeField("gemeldet am", default=timezone.now)
    sealed_message = models.BinaryField("Meldung")
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="erledigt von"
    )
    settled_at = models.DateTimeField("erledigt am", null=True)

    class Meta:
        verbose_name = "Meldung zu einem Text"
        verbose_name_plural = "Meldungen zu Texten"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.slot}: Meldung {self.pk}"
