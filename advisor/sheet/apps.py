"""Registers the app."""

from django.apps import AppConfig


class SheetConfig(AppConfig):
    """Merkblatt."""

    name = "advisor.sheet"
    default_auto_field = "django.db.models.BigAutoField"
