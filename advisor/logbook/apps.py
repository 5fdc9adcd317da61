"""The Django app `advisor.logbook`."""

from django.apps import AppConfig


class LogbookConfig(AppConfig):
    """Registers `advisor.logbook`."""

    name = "advisor.logbook"
