"""What can go wrong with a back-up; every message is German and says what to do."""

from __future__ import annotations


class BackupFault(Exception):
    """A back-up that cannot be written, read or restored; nothing half done is left behind."""
