"""What the team writes into the papers for a hardship commission, sealed section by section."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from advisor.cases.models import Person


class DossierSection(models.Model):
    """What was written into one section about one person; which section, and what, are sealed."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="dossier", verbose_name="Person")
    slot = models.BinaryField("Ort", max_length=16)
    sealed = models.BinaryField("Abschnitt")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="von")
    at = models.DateTimeField("am", auto_now=True)

    class Meta:
        verbose_name = "Abschnitt für die Härtefallkommission"
        verbose_name_plural = "Abschnitte für die Härtefallkommission"
        constraints = [models.UniqueConstraint(fields=("person", "slot"), name="one_row_a_section")]

    def __str__(self) -> str:
        return bytes(self.slot).hex()
