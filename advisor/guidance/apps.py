"""The Django app `advisor.guidance`."""

from django.apps import AppConfig


class GuidanceConfig(AppConfig):
    """Registers `advisor.guidance`."""

    name = "advisor.guidance"
