"""The Django app `advisor.privacy`."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """Registers `advisor.privacy`; it has no rows of its own."""

    name = "advisor.privacy"
