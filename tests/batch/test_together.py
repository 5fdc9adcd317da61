"""Several workers at one job, and somebody who cancels it, at the same moment: nothing twice, nobody stuck."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils import timezone

from advisor.batch import work
from advisor.batch.models import Batch, BatchItem, ItemState
from advisor.batch.starting import cancel
from advisor.memo.models import KeptMemo
from tests.at_once import at_once, own_connection
from tests.batch.conftest import Press, begun
from tests.factories import make_case, make_user

__all__ = ["own_connection"]

pytestmark = pytest.mark.django_db(transaction=True)


def _job(number: int) -> Batch:
    user = make_user("ada")
    for place in range(number):
        make_case(user, f"F-{place}", location="in_germany")
    return begun(user)


def _worker(pk: int) -> Callable[[], None]:
    def works() -> None:
        batch = Batch.objects.get(pk=pk)
        while (item := work.claim(batch, timezone.now())) is not None:
            work.make(item)

    return works


def test_workers_at_the_same_job_begin_and_make_each_memo_once(
    press: Press, own_connection: Callable[[], None]
) -> None:
    batch = _job(6)
    assert at_once(own_connection, *[_worker(batch.pk)] * 3) == []
    assert list(BatchItem.objects.values_list("state", "tries")) == [(ItemState.MADE, 1)] * 6
    assert KeptMemo.objects.count() == press.written == 6


def test_cancelling_and_making_at_the_same_moment_wait_for_each_other(
    press: Press, own_connection: Callable[[], None]
) -> None:
    batch = _job(3)
    assert at_once(own_connection, _worker(batch.pk), lambda: cancel(batch, batch.by)) == []
    assert BatchItem.objects.filter(state=ItemState.MADE).count() == KeptMemo.objects.count()
