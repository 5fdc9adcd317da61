"""Runs that judge all open cases anew, how everybody stood in the last one, what moved, and the office's golden cases.

Nothing here changes a case. What a run has found about somebody is sealed with the key of their case; golden cases,
which belong to no case any more, with a key of the office. The law of a version is the same for everybody and public.
"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import Office
from advisor.cases.models import Case, Person


class LawState(models.Model):
    """What the rules of a version say: sentences, pin-cites and fingerprints, so that both sides can be shown later."""

    version = models.CharField("Fassung", max_length=100, unique=True)
    at = models.DateTimeField("zuerst benutzt", auto_now_add=True)
    said = models.JSONField("Inhalt")

    class Meta:
        verbose_name = "Fassung des Regelwerks"
        verbose_name_plural = "Fassungen des Regelwerks"

    def __str__(self) -> str:
        return self.version


class Run(models.Model):
    """A pass over the open cases of an office, by this version of the law and of the texts.

    ``day``: on which cases without a day of their own are judged. ``pulse``, ``turn``: as those of a batch.
    ``cancelled_at``: given up because the law has changed again.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name="Stelle")
    at = models.DateTimeField("begonnen am", auto_now_add=True)
    law = models.CharField("Rechtsstand", max_length=100)
    texts = models.CharField("Stand der Texte", max_length=100, blank=True)
    day = models.DateField("Tag")
    pulse = models.DateTimeField("zuletzt daran gearbeitet")
    turn = models.PositiveIntegerField(default=0)
    cancelled_at = models.DateTimeField("abgebrochen am", null=True)
    finished_at = models.DateTimeField("fertig am", null=True)

    class Meta:
        verbose_name = "Neubewertung"
        verbose_name_plural = "Neubewertungen"
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("office",),
                condition=models.Q(finished_at=None, cancelled_at=None),
                name="one_running_rescreen_an_office",
            )
        ]

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def is_running(self) -> bool:
        """Whether cases are still to be judged."""
        return self.finished_at is None and self.cancelled_at is None


class ChunkState(models.TextChoices):
    """How far a part of a run is."""

    WAITING = "waiting", _("wartet")
    DONE = "done", _("fertig")
    FAILED = "failed", _("nicht gelungen")


class Chunk(models.Model):
    """The cases of a run from one number to another; counted and kept in one transaction, once.

    ``tries``, ``claimed_until``: as those of a memo in a batch. ``cases``: how many were judged; ``moved``: how many of
    them are in the inbox because of it; ``broken``: how many could not be opened.
    """

    run = models.ForeignKey(Run, models.CASCADE, related_name="chunks", verbose_name="Neubewertung")
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    state = models.CharField("Stand", max_length=20, choices=ChunkState, default=ChunkState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    claimed_until = models.DateTimeField("in Arbeit bis", null=True)
    cases = models.PositiveIntegerField(default=0)
    moved = models.PositiveIntegerField(default=0)
    broken = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "Teil einer Neubewertung"
        verbose_name_plural = "Teile einer Neubewertung"
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=("run", "first"), name="one_chunk_a_beginning")]
        indexes = [models.Index(fields=("run", "state", "id"), name="rescreen_chunk_by_state")]

    def __str__(self) -> str:
        return self.get_state_display()


class Footing(models.Model):
    """How somebody stood in the last run, criterion by criterion: what the next one compares with.

    ``law``, ``texts``, ``day``: by what that was said; ``version``: of the case then, so that answers given since are
    noticed.
    """

    person = models.OneToOneField(Person, models.CASCADE, related_name="footing", verbose_name="Person")
    law = models.CharField("Rechtsstand", max_length=100)
    texts = models.CharField("Stand der Texte", max_length=100, blank=True)
    day = models.DateField("Tag")
    version = models.PositiveIntegerField()
    sealed = models.BinaryField("Stand")

    class Meta:
        verbose_name = "Stand der letzten Neubewertung"
        verbose_name_plural = "Stände der letzten Neubewertung"

    def __str__(self) -> str:
        return f"{self.day:%d.%m.%Y}"


class MovedQuerySet(models.QuerySet["MovedResult"]):
    """Results that moved."""

    def unseen(self) -> MovedQuerySet:
        """Those that nobody has called seen."""
        return self.filter(seen_at=None)


class MovedResult(models.Model):
    """What a run found different about somebody: an entry of the inbox of whoever may open the case.

    In clear: the versions of law and texts and who has seen it. What moved is sealed.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="moved_results", verbose_name="Fall")
    person = models.ForeignKey(Person, models.CASCADE, related_name="moved_results", verbose_name="Person")
    at = models.DateTimeField("am")
    law_before = models.CharField("Rechtsstand vorher", max_length=100)
    law_now = models.CharField("Rechtsstand jetzt", max_length=100)
    texts_before = models.CharField("Stand der Texte vorher", max_length=100, blank=True)
    texts_now = models.CharField("Stand der Texte jetzt", max_length=100, blank=True)
    day_before = models.DateField("Tag vorher")
    day_now = models.DateField("Tag jetzt")
    sealed = models.BinaryField("Unterschiede")
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="gesehen von"
    )
    seen_at = models.DateTimeField("gesehen am", null=True)

    objects = MovedQuerySet.as_manager()

    class Meta:
        verbose_name = "geändertes Ergebnis"
        verbose_name_plural = "geänderte Ergebnisse"
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("person",), condition=models.Q(seen_at=None), name="one_unseen_result_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.at:%d.%m.%Y}"


class GoldenCase(models.Model):
    """A case of an office that has to come out like this; nothing leads back to the case it was taken from.

    ``number``: its name within the office. Day of the law, answers and verdicts are sealed; a retired one has none any
    more, only its reason.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name="Stelle")
    number = models.PositiveIntegerField("Nummer")
    on = models.DateField("aufgenommen am")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="von")
    law = models.CharField("Rechtsstand", max_length=100)
    sealed = models.BinaryField("Antworten und Ergebnis", default=bytes)
    retired_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="zurückgezogen von"
    )
    retired_on = models.DateField("zurückgezogen am", null=True)
    sealed_reason = models.BinaryField("Grund", default=bytes)

    class Meta:
        verbose_name = "Musterfall"
        verbose_name_plural = "Musterfälle"
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=("office", "number"), name="one_golden_case_a_number")]

    def __str__(self) -> str:
        return f"M-{self.number}"
