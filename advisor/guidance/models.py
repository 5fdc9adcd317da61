"""Who advises under whose guidance (§ 6 Abs. 2 RDG), the evidence of each memo, and cases put to a releaser.

Names of staff and of those who guide them are the office's own data and stand in clear; what is asked about a case and
answered is sealed with the key of the case.
"""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import Office
from advisor.cases.models import Case


class Ground(models.TextChoices):
    """Why somebody may give legal advice without guidance, and may guide others (§ 6 Abs. 2 S. 1 RDG)."""

    JUDGE = "judge", _("Befähigung zum Richteramt")
    PERMITTED = "permitted", _("darf diese Rechtsdienstleistung entgeltlich erbringen (z. B. Rechtsanwältin)")


class Basis(models.TextChoices):
    """The rule that asks the office for guidance."""

    FREE = "free", "§ 6 Abs. 2 RDG"
    MEMBERS = "members", "§ 7 Abs. 2 RDG"
    WELFARE = "welfare", "§ 8 Abs. 2, § 7 Abs. 2 RDG"


class Cover(models.TextChoices):
    """How the advice of somebody stands to § 6 Abs. 2 RDG on a day; the value stands in the log for good."""

    QUALIFIED = "qualified", _("berät aus eigener Befähigung")
    GUIDED = "guided", _("unter Anleitung")
    EXPIRED = "expired", _("Anleitung abgelaufen")
    MISSING = "missing", _("keine Anleitung eingetragen")


class PaperKind(models.TextChoices):
    """What a kept paper is; the value stands in the log for good."""

    MEMO = "memo", _("Memo")
    SHEET = "sheet", _("Merkblatt")
    DOSSIER = "dossier", _("Unterlagen für die Härtefallkommission")


class Period(models.Model):
    """Something that holds from a day on and is ended, never changed: what was printed under it stays true."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name="Stelle")
    ended_on = models.DateField("beendet am", null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="eingetragen von")
    at = models.DateTimeField("eingetragen am", auto_now_add=True)

    class Meta:
        abstract = True

    @property
    def starts(self) -> date:
        """The first day."""
        raise NotImplementedError

    @property
    def last_day(self) -> date | None:
        """The last day; None where no end is set. Before the first one: it never held."""
        return self.ended_on - timedelta(days=1) if self.ended_on else None

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.starts <= day and (self.last_day is None or day <= self.last_day)


class Qualification(Period):
    """Somebody of the office who may advise without guidance."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="qualifications", verbose_name="Person"
    )
    ground = models.CharField("Grund", max_length=20, choices=Ground)
    title = models.CharField("Bezeichnung", max_length=100)
    since = models.DateField("seit")

    class Meta:
        verbose_name = "Befähigung"
        verbose_name_plural = "Befähigungen"
        ordering = ("-since", "-pk")

    def __str__(self) -> str:
        return self.title

    @property
    def starts(self) -> date:
        """The first day."""
        return self.since


class Guidance(Period):
    """An agreement by which a qualified person guides an adviser; ``guide_name``: where they have no account here."""

    adviser = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="guided_by", verbose_name="Beratung"
    )
    guide = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="guides", verbose_name="Anleitung"
    )
    guide_name = models.CharField("Name", max_length=150, blank=True)
    ground = models.CharField("Befähigung", max_length=20, choices=Ground)
    qualification = models.CharField("Bezeichnung", max_length=100)
    basis = models.CharField("Grundlage", max_length=20, choices=Basis, default=Basis.FREE)
    agreed_on = models.DateField("vereinbart am")
    valid_until = models.DateField("gültig bis")
    document = models.CharField("Ablageort der Vereinbarung", max_length=200, blank=True)

    class Meta:
        verbose_name = "Anleitung"
        verbose_name_plural = "Anleitungen"
        ordering = ("-agreed_on", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(guide=None, guide_name__gt="") | models.Q(guide__isnull=False, guide_name=""),
                name="guidance_by_one",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_until__gte=models.F("agreed_on")), name="guidance_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=models.Q(guide=None) | ~models.Q(guide=models.F("adviser")), name="guidance_by_another"
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def starts(self) -> date:
        """The first day."""
        return self.agreed_on

    @property
    def last_day(self) -> date:
        """The last day; before the first one where it was ended at once."""
        ended = super().last_day
        return self.valid_until if ended is None else min(ended, self.valid_until)

    @property
    def guide_words(self) -> str:
        """Who guides, by name."""
        return str(self.guide) if self.guide else self.guide_name

    @property
    def words(self) -> str:
        """Who guides and why they may, as a memo prints it."""
        return f"{self.guide_words}, {self.qualification} ({self.get_basis_display()})"


class Training(models.Model):
    """An instruction or training that an adviser has attended (§ 6 Abs. 2 S. 2 RDG)."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name="Stelle")
    adviser = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="trainings", verbose_name="Person"
    )
    title = models.CharField("Thema", max_length=200)
    day = models.DateField("Tag")
    hours = models.DecimalField(
        "Stunden", max_digits=4, decimal_places=1, validators=[MinValueValidator(0), MaxValueValidator(200)]
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="eingetragen von")
    at = models.DateTimeField("eingetragen am", auto_now_add=True)

    class Meta:
        verbose_name = "Fortbildung"
        verbose_name_plural = "Fortbildungen"
        ordering = ("-day", "-pk")

    def __str__(self) -> str:
        return self.title


class MemoRecord(models.Model):
    """The evidence of a memo, sheet or dossier: who made it, under whose guidance on that day.

    Holds nothing about the person advised. It stays when the case is destroyed; case and memo are then only random ids.
    Written once, never changed; the log holds the same beside it (`advisor.guidance.evidence`).
    """

    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name="Stelle")
    memo = models.UUIDField("Vermerk", unique=True)
    case = models.UUIDField("Fall")
    number = models.PositiveIntegerField("Nummer im Fall")
    kind = models.CharField("Art", max_length=10, choices=PaperKind, default=PaperKind.MEMO)
    day = models.DateField("Tag")
    adviser = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="Beratung")
    cover = models.CharField("Stand der Anleitung", max_length=20, choices=Cover)
    guidance = models.ForeignKey(Guidance, models.PROTECT, null=True, related_name="+", verbose_name="Anleitung")
    under = models.CharField("Anleitung oder Befähigung, wie gedruckt", max_length=400, blank=True)
    law_version = models.CharField("Rechtsstand", max_length=100)
    checksum = models.CharField("Prüfsumme der Datei (SHA-256)", max_length=64)

    class Meta:
        verbose_name = "Nachweis eines Vermerks"
        verbose_name_plural = "Nachweise der Vermerke"
        ordering = ("day", "pk")
        constraints = [models.UniqueConstraint(fields=("case", "number"), name="memo_number_once_in_case")]
        indexes = [models.Index(fields=("office", "day"), name="memo_record_of_a_year")]

    def __str__(self) -> str:
        return f"Memo {self.number} vom {self.day:%d.%m.%Y}"


class ConsultationQuerySet(models.QuerySet["Consultation"]):
    """Cases put to a releaser."""

    def open(self) -> ConsultationQuerySet:
        """Those that wait for an answer."""
        return self.filter(answered_at=None, withdrawn_at=None, case__destroy_on=None)


class Consultation(models.Model):
    """A case put to a releaser with a question; ``to``: empty where any releaser of the office may answer.

    ``answer_seen_at``: when who asked or who leads the case first saw the answer; until then both are told of it.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="consultations", verbose_name="Fall")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="gefragt von")
    asked_at = models.DateTimeField("gefragt am", auto_now_add=True)
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="an")
    sealed_question = models.BinaryField("Frage")
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="beantwortet von"
    )
    answered_at = models.DateTimeField("beantwortet am", null=True)
    sealed_answer = models.BinaryField("Antwort", default=bytes)
    answer_seen_at = models.DateTimeField("Antwort gelesen am", null=True)
    withdrawn_at = models.DateTimeField("zurückgezogen am", null=True)

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        verbose_name = "Vorlage"
        verbose_name_plural = "Vorlagen"
        ordering = ("-asked_at", "-pk")
        indexes = [
            models.Index(
                fields=("case", "asked_by"),
                name="answer_to_be_read",
                condition=models.Q(answered_at__isnull=False, answer_seen_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"Vorlage vom {self.asked_at:%d.%m.%Y}"

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.answered_at is None and self.withdrawn_at is None
