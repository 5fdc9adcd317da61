"""The Django app `advisor.web`."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Registers `advisor.web`."""

    name = "advisor.web"
