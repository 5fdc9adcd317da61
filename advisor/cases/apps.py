"""The Django app `advisor.cases`."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Registers `advisor.cases`."""

    name = "advisor.cases"
