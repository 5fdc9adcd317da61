"""The law as a Django app, so that its commands are found; it has no models."""

from django.apps import AppConfig


class PathwaysConfig(AppConfig):
    """Registers `pathways`."""

    name = "pathways"
    verbose_name = "Aufenthaltsrechtliche Wege"
