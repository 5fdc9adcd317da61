"""Memos kept as they were made, and whom they are released to for printing."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import Office
from advisor.cases.models import Assessment, Case, Person
from advisor.guidance.models import MemoRecord
from advisor.memo.paper_names import file_stem, paper_name

if TYPE_CHECKING:
    from advisor.accounts.models import User


class Audience(models.TextChoices):
    """For whom a memo is made: what it says of the person and what is attached to it hang on that."""

    FILE = "akte", _("für die eigene Akte")
    LAWYER = "anwaltschaft", _("für die Anwältin oder den Anwalt")
    AUTHORITY = "behoerde", _("für eine Behörde")


class Purpose(models.TextChoices):
    """What a released paper is printed for; stands on every printed page."""

    AUTHORITY = "authority", _("Termin bei einer Behörde")
    LAWYER = "lawyer", _("Termin bei einer Anwältin oder einem Anwalt")
    COUNSELLING = "counselling", _("Termin in der Beratung")
    COMMISSION = "commission", _("Eingabe an die Härtefallkommission")
    CLIENT = "client", _("für die Person selbst")


class OfficeLetterhead(models.Model):
    """The letterhead an office has set itself, for all its papers.

    ``address``: lines. ``logo``: a PNG as `logo.clean_logo` writes it, empty without one; ``logo_text``: what it shows.
    """

    office = models.OneToOneField(Office, models.CASCADE, related_name="letterhead", verbose_name="Stelle")
    address = models.CharField("Anschrift", max_length=400, blank=True)
    phone = models.CharField("Telefon", max_length=60, blank=True)
    mail = models.CharField("E-Mail", max_length=120, blank=True)
    web = models.CharField("Internet", max_length=120, blank=True)
    foot = models.CharField("Fußzeile", max_length=300, blank=True)
    logo = models.BinaryField("Logo", default=bytes, blank=True)
    logo_text = models.CharField("Beschreibung des Logos", max_length=150, blank=True)

    class Meta:
        verbose_name = "Briefkopf"
        verbose_name_plural = "Briefköpfe"

    def __str__(self) -> str:
        return str(self.office)


class KeptMemo(models.Model):
    """A paper as it was made, never changed: memo, sheet or dossier (`record.kind`), sealed with the key of the case.

    ``record``: number, kind, day, adviser, guidance, version of the law and checksum, which outlive the case.
    ``language``: of the paper, as a tag of BCP 47. ``audience``: of a memo; empty for other papers.
    ``sealed_content``: the composed parts of a memo as JSON, to say in words how the next one differs; sealed alike.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="memos", verbose_name="Fall")
    person = models.ForeignKey(Person, models.CASCADE, related_name="memos", verbose_name="Person")
    assessment = models.OneToOneField(Assessment, models.CASCADE, related_name="memo", verbose_name="Bewertung")
    record = models.OneToOneField(MemoRecord, models.PROTECT, related_name="+", verbose_name="Nachweis")
    made_at = models.DateTimeField("erzeugt am", auto_now_add=True)
    language = models.CharField("Sprache", max_length=10, default="de")
    audience = models.CharField("Empfänger", max_length=20, choices=Audience, blank=True)
    sealed = models.BinaryField("Datei")
    sealed_content = models.BinaryField("Inhalt", null=True)

    class Meta:
        verbose_name = "Vermerk"
        verbose_name_plural = "Vermerke"
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return str(self.record)

    @property
    def name(self) -> str:
        """What it is in words, such as „Memo“ or „Merkblatt auf Arabisch“."""
        return paper_name(self.record.kind, self.language)

    @property
    def file_stem(self) -> str:
        """What its file is called; needs its case."""
        return file_stem(self.record.kind, self.case.uuid, self.record.number)


class ReleaseQuerySet(models.QuerySet["Release"]):
    """Releases of memos."""

    def valid_on(self, day: date) -> ReleaseQuerySet:
        """Those under which a memo may be printed on a day."""
        return self.filter(until__gte=day, withdrawn_at=None, memo__case__destroy_on=None)

    def to_print(self, user: User, day: date) -> ReleaseQuerySet:
        """Those under which this person may print a memo on a day."""
        return self.valid_on(day).filter(to=user, memo__case__office=user.office)


class Release(models.Model):
    """Somebody of the office may print a paper for a purpose up to a day; released once more, the row begins anew.

    ``to``: empty for whichever volunteer of the office has the code. ``code``: keyed digest of the code told when it
    was released. ``redeemed``: whether it came about because somebody typed a code meant for whoever has it.
    """

    memo = models.ForeignKey(KeptMemo, models.CASCADE, related_name="releases", verbose_name="Vermerk")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="für")
    until = models.DateField("bis")
    purpose = models.CharField("Zweck", max_length=20, choices=Purpose, blank=True)
    code = models.BinaryField("Prüfwert des Druckcodes", max_length=16, null=True)
    redeemed = models.BooleanField("mit Druckcode geholt", default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="von")
    at = models.DateTimeField("am")
    withdrawn_at = models.DateTimeField("zurückgenommen am", null=True)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = "Freigabe"
        verbose_name_plural = "Freigaben"
        ordering = ("until", "pk")
        constraints = [
            models.UniqueConstraint(fields=("memo", "to", "purpose"), name="one_release_a_person_and_purpose"),
            # Rows without a person differ from one another for the constraint above.
            models.UniqueConstraint(
                fields=("memo", "purpose"), condition=models.Q(to=None), name="one_release_to_whoever_has_the_code"
            ),
        ]
        indexes = [models.Index(fields=("code",), name="release_by_code", condition=models.Q(code__isnull=False))]

    def __str__(self) -> str:
        return f"bis {self.until:%d.%m.%Y}"
