"""The Django app `advisor.logbook`."""

from django.apps import AppConfig


class LogbookConfig(AppConfig):
    """Registers `advisor.logbook` and what it hears of lower layers."""

    name = "advisor.logbook"

    def ready(self) -> None:
        """Connect the receivers."""
        from advisor.logbook import receivers  # noqa: F401
