"""The Django app `advisor.accounts`."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Registers `advisor.accounts`."""

    name = "advisor.accounts"
