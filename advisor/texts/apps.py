"""Registers the app."""

from django.apps import AppConfig


class TextsConfig(AppConfig):
    """Texte der Redaktion: Fassungen und Freigaben."""

    name = "advisor.texts"
    default_auto_field = "django.db.models.BigAutoField"
