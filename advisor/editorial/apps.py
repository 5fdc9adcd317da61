"""Registers the app."""

from django.apps import AppConfig


class EditorialConfig(AppConfig):
    """Redaktion."""

    name = "advisor.editorial"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """From here on a worker that starts takes up counts that have fallen silent."""
        from advisor.batch.tasks import AT_START
        from advisor.editorial.counting import resume_all

        if resume_all not in AT_START:
            AT_START.append(resume_all)
