"""The Django app `advisor.demo`."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Registers `advisor.demo`."""

    name = "advisor.demo"
