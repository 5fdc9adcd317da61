"""Registers the app."""

from django.apps import AppConfig


class TextsConfig(AppConfig):
    """Texte der Redaktion: Fassungen und Freigaben."""

    name = "advisor.texts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the checks."""
        from advisor.texts import checks  # noqa: F401  # registers on import
