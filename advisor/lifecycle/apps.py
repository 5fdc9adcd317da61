"""The Django app `advisor.lifecycle`."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class LifecycleConfig(AppConfig):
    """Registers `advisor.lifecycle`."""

    name = "advisor.lifecycle"

    def ready(self) -> None:
        """From here on SQLite leaves nothing of a deleted row in its file."""
        from advisor.lifecycle.traces import overwrite_from_now_on

        connection_created.connect(overwrite_from_now_on, dispatch_uid="lifecycle overwrites")
