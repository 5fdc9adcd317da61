"""Holding a case while something is numbered in it or its access is worked out anew."""

from __future__ import annotations

from advisor.cases.models import Case
from advisor.cases.services import Stale


def hold(case: Case) -> None:
    """Let nobody else past this line with the same case until the end of the transaction; Stale where it is gone.

    Before anything is written into the log, which is held in the same way and always last.
    """
    if not Case.objects.select_for_update().filter(pk=case.pk, destroy_on=None).values_list("pk").first():
        raise Stale("the case is gone or in the bin")
