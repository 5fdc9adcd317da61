"""Registers the app."""

from django.apps import AppConfig


class LaenderConfig(AppConfig):
    """Länder."""

    name = "advisor.laender"
    default_auto_field = "django.db.models.BigAutoField"
