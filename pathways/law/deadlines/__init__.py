"""What must be done by when: the deadlines shown on top of every result, in the order of the catalogue."""

from __future__ import annotations

from pathways.engine.routes import Deadline
from pathways.law.deadlines.decisions import DECISIONS
from pathways.law.deadlines.hints import COUNTING, HINTS, Hint
from pathways.law.deadlines.removal import REMOVAL
from pathways.law.deadlines.titles import TITLES

DEADLINES: tuple[Deadline, ...] = TITLES + DECISIONS + REMOVAL

__all__ = ["COUNTING", "DEADLINES", "HINTS", "Hint"]
