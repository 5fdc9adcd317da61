"""Holding a case while something is numbered in it or its access is worked out anew."""

from __future__ import annotations

from advisor.cases.fetch import NotWritable
from advisor.cases.models import Case
from advisor.cases.services import Stale


def hold(case: Case, *, running: bool = False) -> None:
    """Let nobody else past this line with the same case until the end of the transaction; Stale where it is gone.

    ``running``: NotWritable where it has been closed meanwhile. Before anything is written into the log, which is held
    in the same way and always last.
    """
    found = Case.objects.select_for_update().filter(pk=case.pk, destroy_on=None)
    state = found.values_list("state", flat=True).first()
    if state is None:
        raise Stale("the case is gone or in the bin")
    case.state = state
    if running and not case.is_running:
        raise NotWritable(case)
