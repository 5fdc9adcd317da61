"""The Django app `advisor.lifecycle`."""

from django.apps import AppConfig


class LifecycleConfig(AppConfig):
    """Registers `advisor.lifecycle`."""

    name = "advisor.lifecycle"
