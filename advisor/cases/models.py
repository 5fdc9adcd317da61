"""Cases as rows: the case, its person, one row for each answer, and assessments as frozen evidence."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.validators import MinLengthValidator
from django.db import models

from advisor.accounts.models import Office
from advisor.cases.policies import visible_cases

if TYPE_CHECKING:
    from advisor.accounts.models import User


class CaseQuerySet(models.QuerySet["Case"]):
    """Cases; `visible_to` is the one way a page comes by them."""

    def visible_to(self, user: User) -> CaseQuerySet:
        """The cases this person may open."""
        return self.filter(visible_cases(user))


class Case(models.Model):
    """A case of an office, known by the office's own key. It holds no name unless the office makes one its key.

    ``as_of``: the day whose law applies; empty: the day on which one looks. ``version`` grows with every change.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey(Office, models.PROTECT, related_name="cases", verbose_name="Stelle")
    lead = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="cases", verbose_name="zuständig")
    reference = models.CharField("Aktenzeichen", max_length=100, validators=[MinLengthValidator(1)])
    as_of = models.DateField("Stichtag", null=True, blank=True)
    created = models.DateTimeField("angelegt", auto_now_add=True)
    changed = models.DateTimeField("zuletzt geändert", auto_now=True)
    version = models.PositiveIntegerField(default=0)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = "Fall"
        verbose_name_plural = "Fälle"
        ordering = ("-changed", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("office", "reference"),
                name="case_reference_unique_in_office",
                violation_error_message="Dieses Aktenzeichen gibt es in Ihrer Stelle schon.",
            ),
            models.CheckConstraint(condition=~models.Q(reference=""), name="case_reference_not_empty"),
        ]
        indexes = [models.Index(fields=("office", "-changed", "-id"), name="case_by_change")]

    def __str__(self) -> str:
        return self.reference


class Person(models.Model):
    """Somebody in a case whose stay is examined."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="persons", verbose_name="Fall")
    label = models.CharField("Bezeichnung", max_length=100, default="Hauptperson")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "Person"
        verbose_name_plural = "Personen"
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=("case", "position"), name="person_position_unique_in_case")]

    def __str__(self) -> str:
        return self.label


class AnswerState(models.TextChoices):
    """Whether a question is answered; the words are those of the case file."""

    ANSWERED = "answered", "beantwortet"
    NOT_ASKED = "not_asked", "nicht beantwortet"  # there is only a note or a proof state
    NOT_KNOWN = "unknown", "nicht bekannt"
    DECLINED = "declined", "möchte nicht sagen"


class ProofState(models.TextChoices):
    """How well an answer is supported; the values are those of the case file."""

    TOLD = "told", "mündlich berichtet"
    DOCUMENT_SEEN = "document_seen", "Nachweis gesehen"
    DOCUMENT_MISSING = "document_missing", "Nachweis fehlt"


class Answer(models.Model):
    """The answer to one question about one person; ``value`` as it stands in a case file."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="answers", verbose_name="Person")
    fact_id = models.CharField("Frage", max_length=60)
    state = models.CharField("Stand", max_length=20, choices=AnswerState)
    value = models.JSONField("Wert", null=True, blank=True)
    proof = models.CharField("Nachweis", max_length=20, choices=ProofState, blank=True)
    note = models.TextField("Notiz", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="von")
    at = models.DateTimeField("am", auto_now=True)

    class Meta:
        verbose_name = "Antwort"
        verbose_name_plural = "Antworten"
        constraints = [
            models.UniqueConstraint(fields=("person", "fact_id"), name="one_answer_a_question"),
            models.CheckConstraint(
                condition=models.Q(state="answered", value__isnull=False)
                | (~models.Q(state="answered") & models.Q(value__isnull=True)),
                name="answer_has_a_value_or_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.fact_id


class Assessment(models.Model):
    """What the law said about a person on a day, kept as evidence and never changed."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="assessments", verbose_name="Fall")
    person = models.ForeignKey(Person, models.CASCADE, related_name="assessments", verbose_name="Person")
    as_of = models.DateField("Stichtag")
    law_version = models.CharField("Rechtsstand", max_length=100)
    answers = models.JSONField("Antworten")
    report = models.JSONField("Ergebnis")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="von")
    at = models.DateTimeField("am", auto_now_add=True)

    class Meta:
        verbose_name = "Bewertung"
        verbose_name_plural = "Bewertungen"
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.as_of:%d.%m.%Y}"
