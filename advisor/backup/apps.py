"""The Django app `advisor.backup`."""

from django.apps import AppConfig


class BackupConfig(AppConfig):
    """Registers `advisor.backup`."""

    name = "advisor.backup"
