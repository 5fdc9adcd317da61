"""Offices and the people who log in."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class Office(models.Model):
    """An advice centre; cases belong to it and are seen by nobody else."""

    name = models.CharField("Name", max_length=200, unique=True)

    class Meta:
        verbose_name = "Stelle"
        verbose_name_plural = "Stellen"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    """What somebody does in the office."""

    COUNSELLOR = "counsellor", "Beratung"


class User(AbstractUser):
    """Somebody who logs in; without an office nobody sees a case."""

    office = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, related_name="people", verbose_name="Stelle"
    )
    role = models.CharField("Rolle", max_length=20, choices=Role, default=Role.COUNSELLOR)

    class Meta(AbstractUser.Meta):
        verbose_name = "Person"
        verbose_name_plural = "Personen"

    def __str__(self) -> str:
        return self.get_full_name() or self.username
