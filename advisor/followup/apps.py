"""The Django app `advisor.followup`."""

from django.apps import AppConfig


class FollowupConfig(AppConfig):
    """Registers `advisor.followup`."""

    name = "advisor.followup"

    def ready(self) -> None:
        """From here on the daily run judges running cases anew; what moved by law is found before that is kept."""
        from advisor.followup.judging import judge_running
        from advisor.followup.rescreening import rescreen_all
        from advisor.lifecycle.daily import STEPS

        STEPS.extend(step for step in (rescreen_all, judge_running) if step not in STEPS)
