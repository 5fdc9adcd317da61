"""Registers the app."""

from django.apps import AppConfig


class DossierConfig(AppConfig):
    """Härtefall-Unterlagen."""

    name = "advisor.dossier"
    default_auto_field = "django.db.models.BigAutoField"
