"""Registers the app."""

from django.apps import AppConfig


class RescreenConfig(AppConfig):
    """Neubewertung."""

    name = "advisor.rescreen"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """From here on a worker that starts judges all anew where law or texts are new."""
        from advisor.batch.tasks import AT_START
        from advisor.rescreen.tasks import look_again

        if look_again not in AT_START:
            AT_START.append(look_again)
