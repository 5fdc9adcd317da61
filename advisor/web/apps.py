"""The Django app `advisor.web`."""

from django.apps import AppConfig
from django.core.checks import Tags, register

from advisor.web.language import translations_compiled
from advisor.web.operator import operator_named


class WebConfig(AppConfig):
    """Registers `advisor.web` and its checks."""

    name = "advisor.web"

    def ready(self) -> None:
        """Register what is checked before a deployment."""
        register(operator_named, Tags.security, deploy=True)
        register(translations_compiled, Tags.translation, deploy=True)
