"""Registers the app."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """Zahlen."""

    name = "advisor.figures"
    default_auto_field = "django.db.models.BigAutoField"
