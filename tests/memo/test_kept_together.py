"""Two memos of one case made at the same moment get two numbers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from advisor.cases.models import Case
from advisor.guidance.models import MemoRecord
from tests.at_once import at_once, own_connection
from tests.factories import make_case, make_user
from tests.memo.test_kept import made

__all__ = ["own_connection"]

pytestmark = pytest.mark.django_db(transaction=True)

TOGETHER = 4


def test_numbers_are_not_given_twice_at_the_same_moment(own_connection: Callable[[], None]) -> None:
    case_id = make_case(make_user("ada"), "F-1", location="in_germany").pk
    # Each has read the case before any of them makes a memo.
    read = [Case.objects.select_related("key", "lead").get(pk=case_id) for _ in range(TOGETHER)]
    assert not at_once(own_connection, *(partial(made, case) for case in read))
    assert sorted(MemoRecord.objects.values_list("number", flat=True)) == [1, 2, 3, 4]
