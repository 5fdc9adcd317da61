"""Cases as rows: the case, who may open it, its persons, one sealed row for each answer, and frozen evidence.

In clear stand the office's key, the day, state and type of a case, who did what and when, and the version of the
law. Everything else is sealed with the key of the case (`advisor.cases.sealing`).
"""

from __future__ import annotations

import uuid
from functools import cached_property

from django.conf import settings
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_noop

from advisor.accounts.models import Office, User
from advisor.cases.choices import AccessKind as AccessKind
from advisor.cases.choices import CaseKind as CaseKind
from advisor.cases.choices import CaseState as CaseState
from advisor.logbook.record import ChainEnd
from advisor.policies import listed_cases, visible_cases
from advisor.texts.library import Library
from advisor.vault.models import DataKey
from advisor.vault.safe import Safe
from advisor.vault.services import unlock

REFERENCE_TAKEN = gettext_noop("Dieses Aktenzeichen gibt es in Ihrer Stelle schon.")
_LISTED = ("lead", "state", "office_wide", "destroy_on", "acts_at_once")
_MOVED = models.Q(moved_on__isnull=False)
_RUNS = models.Q(closed_on__isnull=True, destroy_on__isnull=True)


class CaseQuerySet(models.QuerySet["Case"]):
    """Cases; `visible_to` is the one way a page comes by what they hold, `listed_for` by what lists show."""

    def visible_to(self, user: User) -> CaseQuerySet:
        """The cases this person may open."""
        return self.filter(visible_cases(user))

    def listed_for(self, user: User) -> CaseQuerySet:
        """The cases of which this person may see key, state and who is in charge."""
        return self.filter(listed_cases(user))


class Case(models.Model):
    """A case of an office, known by the office's own key. It holds no name unless the office makes one its key.

    ``as_of``: the day whose law applies; empty: the day on which one looks. ``version`` grows with every change.
    ``destroy_on``: set while the case lies in the bin, the day from which it is destroyed. ``next_due``: the next day
    on which something has to be done or should have been, ``acts_at_once``: whether something is due whose day cannot
    be told, ``judged_on``, ``judged_by``: when and by which version of the law that was said, ``moved_on``: since when
    a verdict that time or law has moved waits to be seen; what all that is and how the pathways stood is in the sealed
    outlook (`advisor.cases.outlook`).
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key = models.OneToOneField(DataKey, models.PROTECT, related_name="case", verbose_name="Schlüssel", editable=False)
    office = models.ForeignKey(Office, models.PROTECT, related_name="cases", verbose_name="Stelle")
    lead = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="cases", verbose_name="zuständig")
    reference = models.CharField("Aktenzeichen", max_length=100, validators=[MinLengthValidator(1)])
    as_of = models.DateField("Stichtag", null=True, blank=True)
    kind = models.CharField("Art des Falls", max_length=20, choices=CaseKind, default=CaseKind.ADVICE)
    state = models.CharField("Stand", max_length=20, choices=CaseState, default=CaseState.OPEN)
    closed_on = models.DateField("abgeschlossen am", null=True, blank=True)
    destroy_on = models.DateField("wird vernichtet am", null=True, blank=True)
    office_wide = models.BooleanField("für alle Beratenden der Stelle", default=False)
    created = models.DateTimeField("angelegt", auto_now_add=True)
    changed = models.DateTimeField("zuletzt geändert", auto_now=True)
    version = models.PositiveIntegerField(default=0)
    next_due = models.DateField("nächste Frist", null=True, editable=False)
    acts_at_once = models.BooleanField("sofort zu handeln", default=False, editable=False)
    judged_on = models.DateField("beurteilt am", null=True, editable=False)
    judged_by = models.CharField("beurteilt nach Rechtsstand", max_length=100, blank=True, editable=False)
    moved_on = models.DateField("anders seit", null=True, editable=False)
    sealed_outlook = models.BinaryField("Aussicht", default=bytes)

    objects = CaseQuerySet.as_manager()
    # The key of the office's marks (`advisor.cases.marks`) and the end of its log, where the case was found with them.
    marks_key: DataKey | None = None
    log_end: ChainEnd | None = None
    texts: Library | None = None  # what the office says about the law, likewise

    class Meta:
        verbose_name = "Fall"
        verbose_name_plural = "Fälle"
        ordering = ("-changed", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("office", "reference"),
                name="case_reference_unique_in_office",
                violation_error_message=REFERENCE_TAKEN,
            ),
            models.CheckConstraint(condition=~models.Q(reference=""), name="case_reference_not_empty"),
            models.CheckConstraint(
                condition=models.Q(state__in=("open", "waiting"), closed_on=None)
                | models.Q(state__in=("closed", "archived"), closed_on__isnull=False),
                name="case_closed_on_a_day",
            ),
        ]
        indexes = [
            # After its order each holds what lists or the start page ask for: they read only the rows they show.
            models.Index(fields=("office", "-changed", "-id", *_LISTED, "next_due"), name="case_by_change"),
            models.Index(fields=("office", "next_due", "id", *_LISTED), name="case_by_due"),
            models.Index(fields=("office", "lead", "-changed", "-id"), name="case_of_lead_by_change"),
            models.Index(
                fields=("office", "lead", "next_due", "acts_at_once", "moved_on"), name="case_on_desk", condition=_RUNS
            ),
            # The conditions only say whether there is a day: one about states no database compares with a query's.
            models.Index(fields=("office", "lead", "moved_on"), name="case_of_lead_that_moved", condition=_MOVED),
            models.Index(fields=("judged_by", "judged_on"), name="case_to_judge", condition=_RUNS),
            models.Index(fields=("office",), name="case_of_whole_office", condition=models.Q(office_wide=True)),
            models.Index(
                fields=("office", "destroy_on"), name="case_in_bin", condition=models.Q(destroy_on__isnull=False)
            ),
            models.Index(
                fields=("office", "kind", "closed_on"),
                name="case_that_ended",
                condition=models.Q(closed_on__isnull=False, destroy_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @cached_property
    def safe(self) -> Safe:
        """The opened key of the case; Tampered or KeyMissing where it cannot be opened."""
        return unlock(self.key)

    @property
    def is_running(self) -> bool:
        """Whether answers can be given: neither closed nor archived nor in the bin."""
        return self.state in (CaseState.OPEN, CaseState.WAITING) and self.destroy_on is None


class CaseAccessQuerySet(models.QuerySet["CaseAccess"]):
    """Ways into cases; `open_now` leaves out those whose time is over."""

    def open_now(self) -> CaseAccessQuerySet:
        """The ways in that hold at this moment."""
        return self.filter(models.Q(until=None) | models.Q(until__gt=Now()))


class CaseAccess(models.Model):
    """Somebody who may open a case although they do not lead it; ``until``: when that ends, if by itself."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="access", verbose_name="Fall")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="Person")
    kind = models.CharField("Grund", max_length=20, choices=AccessKind)
    until = models.DateTimeField("bis", null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="von")
    at = models.DateTimeField("am", auto_now_add=True)

    objects = CaseAccessQuerySet.as_manager()

    class Meta:
        verbose_name = "Zugang"
        verbose_name_plural = "Zugänge"
        constraints = [models.UniqueConstraint(fields=("case", "user", "kind"), name="one_access_a_reason")]
        indexes = [models.Index(fields=("user", "kind"), name="access_of_a_person")]

    def __str__(self) -> str:
        return self.get_kind_display()


class Person(models.Model):
    """Somebody in a case whose stay is examined.

    The name they go by and how they belong to the first person are sealed; empty until somebody has said.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="persons", verbose_name="Fall")
    sealed_label = models.BinaryField("Bezeichnung", default=bytes)
    sealed_relation = models.BinaryField("Beziehung", default=bytes)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "Person"
        verbose_name_plural = "Personen"
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=("case", "position"), name="person_position_unique_in_case")]

    def __str__(self) -> str:
        return f"Person {self.position + 1}"


class Answer(models.Model):
    """The answer to one question about one person. Which question, the answer, its proof and its note are sealed.

    ``slot``: a keyed digest of the question, by which an answer is found again without telling which it is.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="answers", verbose_name="Person")
    slot = models.BinaryField("Ort", max_length=16)
    sealed = models.BinaryField("Antwort")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="von")
    at = models.DateTimeField("am", auto_now=True)

    class Meta:
        verbose_name = "Antwort"
        verbose_name_plural = "Antworten"
        constraints = [models.UniqueConstraint(fields=("person", "slot"), name="one_answer_a_question")]

    def __str__(self) -> str:
        return bytes(self.slot).hex()


class SharedAnswer(models.Model):
    """The answer to one question that holds for every person of a case who has none of their own; sealed likewise."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="shared_answers", verbose_name="Fall")
    slot = models.BinaryField("Ort", max_length=16)
    sealed = models.BinaryField("Antwort")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="von")
    at = models.DateTimeField("am", auto_now=True)

    class Meta:
        verbose_name = "gemeinsame Antwort"
        verbose_name_plural = "gemeinsame Antworten"
        constraints = [models.UniqueConstraint(fields=("case", "slot"), name="one_shared_answer_a_question")]

    def __str__(self) -> str:
        return bytes(self.slot).hex()


class PaperState(models.Model):
    """How far a paper about one person is; which paper, how far and what was noted are sealed."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="papers", verbose_name="Person")
    slot = models.BinaryField("Ort", max_length=16)
    sealed = models.BinaryField("Unterlage")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="von")
    at = models.DateTimeField("am", auto_now=True)

    class Meta:
        verbose_name = "Unterlage"
        verbose_name_plural = "Unterlagen"
        constraints = [models.UniqueConstraint(fields=("person", "slot"), name="one_state_a_paper")]

    def __str__(self) -> str:
        return bytes(self.slot).hex()


class DateNote(models.Model):
    """What was noted about a date of one person: a deadline that is done, or a date of their own. Sealed likewise."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="date_notes", verbose_name="Person")
    slot = models.BinaryField("Ort", max_length=16)
    sealed = models.BinaryField("Vermerk")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="von")
    at = models.DateTimeField("am", auto_now=True)

    class Meta:
        verbose_name = "Vermerk zu einer Frist"
        verbose_name_plural = "Vermerke zu Fristen"
        constraints = [models.UniqueConstraint(fields=("person", "slot"), name="one_note_a_date")]

    def __str__(self) -> str:
        return bytes(self.slot).hex()


class CaseMark(models.Model):
    """Something a case is found by; a keyed digest of it under a key of the office (`advisor.cases.marks`)."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="marks", verbose_name="Fall")
    mark = models.BinaryField("Merkmal", max_length=16)

    class Meta:
        verbose_name = "Merkmal eines Falls"
        verbose_name_plural = "Merkmale von Fällen"
        constraints = [models.UniqueConstraint(fields=("mark", "case"), name="one_mark_a_case")]

    def __str__(self) -> str:
        return bytes(self.mark).hex()


class Assessment(models.Model):
    """What the law said about a person on a day, kept as evidence and never changed; answers and report are sealed."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="assessments", verbose_name="Fall")
    person = models.ForeignKey(Person, models.CASCADE, related_name="assessments", verbose_name="Person")
    as_of = models.DateField("Stichtag")
    law_version = models.CharField("Rechtsstand", max_length=100)
    sealed = models.BinaryField("Antworten und Ergebnis")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="von")
    at = models.DateTimeField("am", auto_now_add=True)

    class Meta:
        verbose_name = "Bewertung"
        verbose_name_plural = "Bewertungen"
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.as_of:%d.%m.%Y}"
