"""The Django app `advisor.accounts`."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Registers `advisor.accounts` and what follows from logins."""

    name = "advisor.accounts"

    def ready(self) -> None:
        """Connect the receivers."""
        from advisor.accounts import receivers  # noqa: F401
