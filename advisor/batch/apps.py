"""Registers the app."""

from django.apps import AppConfig


class BatchConfig(AppConfig):
    """Sammelaufträge."""

    name = "advisor.batch"
    default_auto_field = "django.db.models.BigAutoField"
