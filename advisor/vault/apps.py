"""The Django app `advisor.vault`."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """Registers `advisor.vault`."""

    name = "advisor.vault"
