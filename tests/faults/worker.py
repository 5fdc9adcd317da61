"""The worker under fault: `manage.py work --once`, which dies by SIGKILL at a moment of `tests.faults.server`.

``python -m tests.faults.worker [MOMENT]``; without a moment it lives until nothing is left to do.
"""

from __future__ import annotations

import sys

import django


def main(moment: str) -> None:
    """Work until there is nothing to do, or until the moment."""
    django.setup()
    from django.core.management import call_command

    from tests.faults.server import _watched

    with _watched(moment):
        call_command("work", once=True)


if __name__ == "__main__":
    main("".join(sys.argv[1:2]))
