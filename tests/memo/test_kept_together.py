"""Two memos of one case made at the same moment get two numbers."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection

from advisor.accounts.models import User
from advisor.cases.models import Case
from advisor.guidance.models import MemoRecord
from tests.factories import make_case, make_user
from tests.logbook.test_concurrent import as_a_writer
from tests.memo.test_kept import made

__all__ = ["as_a_writer"]

pytestmark = pytest.mark.django_db(transaction=True)

TOGETHER = 4


def test_numbers_are_not_given_twice_at_the_same_moment(as_a_writer: Callable[[], None]) -> None:
    adviser: User = make_user("ada")
    case_id = make_case(adviser, "F-1", location="in_germany").pk
    gate, faults = Barrier(TOGETHER), list[BaseException]()

    def make() -> None:
        as_a_writer()
        try:
            case = Case.objects.select_related("key", "lead").get(pk=case_id)
            gate.wait(timeout=30)
            made(case)
        except BaseException as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [Thread(target=make) for _ in range(TOGETHER)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    assert sorted(MemoRecord.objects.values_list("number", flat=True)) == [1, 2, 3, 4]
