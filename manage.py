#!/usr/bin/env python
"""The command line of the application."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the management command named on the command line."""
    if sys.argv[1:2] == ["assess"]:
        # The law runs without Django, which takes longer to start than a case to assess.
        from pathways.management.command_line import main as assess

        sys.exit(assess(sys.argv[2:]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "advisor.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
