"""The Django app `advisor.quickcheck`."""

from django.apps import AppConfig


class QuickcheckConfig(AppConfig):
    """Registers `advisor.quickcheck`."""

    name = "advisor.quickcheck"
