"""Registers the app."""

from django.apps import AppConfig


class EditorialConfig(AppConfig):
    """Redaktion."""

    name = "advisor.editorial"
    default_auto_field = "django.db.models.BigAutoField"
