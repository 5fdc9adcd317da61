"""The Django app `advisor.memo`."""

from django.apps import AppConfig


class MemoConfig(AppConfig):
    """Registers `advisor.memo`."""

    name = "advisor.memo"
