"""Data keys: each case has its own, kept only as wrapped by a master key outside the database."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone


class DataKey(models.Model):
    """A key under which things are sealed. Without this row nobody can open them again."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wrapped = models.BinaryField()
    # The id of the master key that wraps it; rotation looks for all but one.
    master = models.CharField(max_length=32, db_index=True)
    created = models.DateTimeField(default=timezone.now, editable=False)
    rewrapped = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = "Datenschlüssel"
        verbose_name_plural = "Datenschlüssel"

    def __str__(self) -> str:
        return str(self.id)
