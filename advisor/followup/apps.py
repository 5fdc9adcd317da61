"""The Django app `advisor.followup`."""

from django.apps import AppConfig


class FollowupConfig(AppConfig):
    """Registers `advisor.followup`."""

    name = "advisor.followup"

    def ready(self) -> None:
        """From here on the daily run judges running cases anew."""
        from advisor.followup.judging import judge_running
        from advisor.lifecycle.daily import STEPS

        if judge_running not in STEPS:
            STEPS.append(judge_running)
