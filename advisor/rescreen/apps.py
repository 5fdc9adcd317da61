"""Registers the app."""

from django.apps import AppConfig


class RescreenConfig(AppConfig):
    """Neubewertung."""

    name = "advisor.rescreen"
    default_auto_field = "django.db.models.BigAutoField"
