"""The Django app `advisor.vault`."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """Registers `advisor.vault` and its checks."""

    name = "advisor.vault"

    def ready(self) -> None:
        """Register the checks."""
        from advisor.vault import checks  # noqa: F401  # needs settings, and registers on import
