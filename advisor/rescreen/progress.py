"""How far a run is, and what it has found so far; numbers only."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from advisor.rescreen.models import Chunk, ChunkState, Run


@dataclass(frozen=True, slots=True)
class Progress:
    """A run in numbers. ``parts``, ``done``: of it; ``failed``: parts that were given up.

    ``cases``: judged so far; ``moved``: in the inbox because of it; ``broken``: that could not be opened.
    """

    parts: int
    done: int
    failed: int
    cases: int
    moved: int
    broken: int

    @property
    def percent(self) -> int:
        """How much of the way is behind."""
        return 100 * (self.done + self.failed) // self.parts if self.parts else 100


def progress_of(run: Run) -> Progress:
    """How far a run is; one query."""
    return Progress(
        **Chunk.objects.filter(run=run).aggregate(
            parts=Count("pk"),
            done=Count("pk", filter=Q(state=ChunkState.DONE)),
            failed=Count("pk", filter=Q(state=ChunkState.FAILED)),
            cases=Sum("cases", default=0),
            moved=Sum("moved", default=0),
            broken=Sum("broken", default=0),
        )
    )
