"""Memos kept as they were made, and whom they are released to for printing."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from advisor.cases.models import Assessment, Case, Person
from advisor.guidance.models import MemoRecord

if TYPE_CHECKING:
    from advisor.accounts.models import User


class KeptMemo(models.Model):
    """A memo as it was made, never changed: the file is sealed with the key of the case.

    ``record``: number, day, adviser, guidance, version of the law and checksum, which outlive the case.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="memos", verbose_name="Fall")
    person = models.ForeignKey(Person, models.CASCADE, related_name="memos", verbose_name="Person")
    assessment = models.OneToOneField(Assessment, models.CASCADE, related_name="memo", verbose_name="Bewertung")
    record = models.OneToOneField(MemoRecord, models.PROTECT, related_name="+", verbose_name="Nachweis")
    made_at = models.DateTimeField("erzeugt am", auto_now_add=True)
    sealed = models.BinaryField("Datei")

    class Meta:
        verbose_name = "Vermerk"
        verbose_name_plural = "Vermerke"
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return str(self.record)


class ReleaseQuerySet(models.QuerySet["Release"]):
    """Releases of memos."""

    def valid_on(self, day: date) -> ReleaseQuerySet:
        """Those under which a memo may be printed on a day."""
        return self.filter(until__gte=day, withdrawn_at=None, memo__case__destroy_on=None)

    def to_print(self, user: User, day: date) -> ReleaseQuerySet:
        """Those under which this person may print a memo on a day."""
        return self.valid_on(day).filter(to=user, memo__case__office=user.office)


class Release(models.Model):
    """Somebody of the office may print a memo up to a day; released once more, the row begins anew."""

    memo = models.ForeignKey(KeptMemo, models.CASCADE, related_name="releases", verbose_name="Vermerk")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="für")
    until = models.DateField("bis")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="von")
    at = models.DateTimeField("am")
    withdrawn_at = models.DateTimeField("zurückgenommen am", null=True)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = "Freigabe"
        verbose_name_plural = "Freigaben"
        ordering = ("until", "pk")
        constraints = [models.UniqueConstraint(fields=("memo", "to"), name="one_release_a_person")]

    def __str__(self) -> str:
        return f"bis {self.until:%d.%m.%Y}"
