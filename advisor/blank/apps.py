"""The Django app `advisor.blank`."""

from django.apps import AppConfig


class BlankConfig(AppConfig):
    """Registers `advisor.blank`."""

    name = "advisor.blank"
