"""The Django app `advisor.disclosure`."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    """Registers `advisor.disclosure`."""

    name = "advisor.disclosure"
