"""A job makes every memo once, stops at none that is broken, and looks anew at each case when it is its turn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from advisor.accounts.models import User
from advisor.batch import tasks, work
from advisor.batch.models import Batch, BatchItem, ItemState, Why
from advisor.batch.starting import cancel
from advisor.cases import team
from advisor.cases.models import Answer, Case, CaseState
from advisor.lifecycle.destruction import destroy_case
from advisor.lifecycle.models import Reason
from advisor.lifecycle.states import move
from advisor.lifecycle.wastebin import UNDO_DAYS, put_in
from advisor.logbook.models import Action, Event
from advisor.memo.models import KeptMemo
from tests.batch.conftest import Press, begun, one_turn, work_off
from tests.factories import make_case, make_user
from tests.stored import dump

pytestmark = pytest.mark.django_db

MARKER = "Merkzeichen-Auftrag"


def _close(case: Case, lead: User) -> None:
    move(case, CaseState.CLOSED, lead, case.version, timezone.localdate(), knowing=True)


def _hand_over(case: Case, lead: User) -> None:
    team.hand_over(case, make_user("karla"), lead, stay=False)


def _bin(case: Case, lead: User) -> None:
    put_in(case, Reason.REQUEST, lead, timezone.localdate())


def _destroy(case: Case, lead: User) -> None:
    _bin(case, lead)
    destroy_case(case.pk, timezone.localdate() + timedelta(days=UNDO_DAYS))


def _tamper(case: Case, lead: User) -> None:
    Answer.objects.filter(person__case=case).update(sealed=b"x" * 60)


CHANGES: dict[Why, Callable[[Case, User], None]] = {
    Why.CLOSED: _close,
    Why.NO_ACCESS: _hand_over,
    Why.GONE: _bin,
    Why.UNREADABLE: _tamper,
}


def states(batch: Batch) -> list[tuple[str, str]]:
    """State and reason of each memo."""
    return list(BatchItem.objects.filter(batch=batch).values_list("state", "why"))


MADE = (ItemState.MADE.value, "")


def test_each_memo_is_made_once_and_is_the_counsellors(batch: Batch, cases: list[Case], counsellor: User) -> None:
    work_off()
    batch.refresh_from_db()
    assert states(batch) == [MADE] * 3
    assert batch.finished_at is not None
    assert sorted(KeptMemo.objects.values_list("case__reference", flat=True)) == ["F-1", "F-2", "F-3"]
    for case in cases:
        (made,) = Event.objects.filter(case=case.uuid, action=Action.MEMO_MADE)
        assert made.actor == counsellor
    assert set(batch.items.values_list("memo", flat=True)) == set(KeptMemo.objects.values_list("pk", flat=True))


@pytest.mark.parametrize("why", list(CHANGES), ids=lambda why: why.value)
def test_a_case_that_has_changed_meanwhile_is_named_and_the_others_are_made(
    why: Why, batch: Batch, cases: list[Case], counsellor: User
) -> None:
    CHANGES[why](cases[1], counsellor)
    work_off()
    assert states(batch) == [MADE, (ItemState.FAILED.value, why.value), MADE]
    assert not KeptMemo.objects.filter(case=cases[1]).exists()
    assert Batch.objects.get().finished_at is not None


@pytest.mark.parametrize("why", [Why.CLOSED, Why.NO_ACCESS, Why.GONE], ids=lambda why: why.value)
def test_what_changes_while_the_memo_is_written_counts_too(
    why: Why, batch: Batch, cases: list[Case], counsellor: User, press: Press
) -> None:
    press.meanwhile = lambda html: press.written == 2 and CHANGES[why](cases[1], counsellor)
    work_off()
    assert states(batch) == [MADE, (ItemState.FAILED.value, why.value), MADE]
    assert not KeptMemo.objects.filter(case=cases[1]).exists()


def test_a_destroyed_case_takes_nothing_with_it(batch: Batch, cases: list[Case], counsellor: User) -> None:
    _destroy(cases[0], counsellor)
    work_off()
    assert states(batch) == [(ItemState.FAILED.value, Why.GONE.value), MADE, MADE]


def test_whoever_is_switched_off_has_no_more_memos_made(batch: Batch, counsellor: User) -> None:
    User.objects.filter(pk=counsellor.pk).update(is_active=False)
    work_off()
    assert set(states(batch)) == {(ItemState.FAILED.value, Why.NO_ACCESS.value)}
    assert not KeptMemo.objects.exists()


def test_a_broken_memo_is_named_and_its_fault_says_nothing_of_the_case(
    batch: Batch, press: Press, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(html: str) -> None:
        if press.written == 1:
            raise ValueError(MARKER)

    press.meanwhile = breaks
    work_off()
    assert states(batch) == [(ItemState.FAILED.value, Why.BROKEN.value), MADE, MADE]
    assert "ValueError" in caplog.text
    assert MARKER not in caplog.text
    assert MARKER.encode() not in dump()


def test_a_turn_makes_a_few_memos_and_lets_others_have_theirs(
    cases: list[Case], counsellor: User, press: Press
) -> None:
    for number in range(4, 9):
        make_case(counsellor, f"F-{number}")
    first = begun(counsellor)
    second = begun(counsellor)
    one_turn()
    one_turn()
    assert [batch.items.filter(state=ItemState.MADE).count() for batch in (first, second)] == [tasks.A_TURN] * 2
    work_off()
    assert KeptMemo.objects.count() == 16


def test_two_workers_at_the_same_memo_keep_one(batch: Batch, press: Press) -> None:
    """The second thinks the first dead: its time is over."""

    def second_worker(html: str) -> None:
        if press.written == 1:
            other = work.claim(batch, timezone.now() + work.LEASE)
            assert other is not None
            assert other.pk == first.pk
            work.make(other)

    first = work.claim(batch, timezone.now())
    assert first is not None
    press.meanwhile = second_worker
    # The others first, so that the second worker finds only this one.
    batch.items.exclude(pk=first.pk).delete()
    work.make(first)
    assert press.written == 2
    assert KeptMemo.objects.count() == 1
    assert states(batch) == [MADE]
    assert Event.objects.filter(action=Action.MEMO_MADE).count() == 1


def test_what_one_worker_is_at_no_other_begins(batch: Batch) -> None:
    now = timezone.now()
    mine = {work.claim(batch, now) for _ in range(3)}
    assert len(mine) == 3
    assert None not in mine
    assert work.claim(batch, now) is None
    assert work.claim(batch, now + work.LEASE) is not None


def test_a_job_cancelled_in_the_middle_keeps_what_it_has_and_makes_no_more(
    batch: Batch, counsellor: User, press: Press
) -> None:
    press.meanwhile = lambda html: press.written == 2 and cancel(batch, counsellor)
    work_off()
    assert [state for state, _ in states(batch)] == ["made", "waiting", "waiting"]
    assert KeptMemo.objects.count() == 1
    assert not cancel(batch, counsellor)
    assert Event.objects.filter(action=Action.BATCH_CANCELLED).count() == 1


def test_a_job_whose_worker_died_goes_on_where_it_was(batch: Batch) -> None:
    """Killed in the middle of the first memo: the row is claimed, nobody has the turn."""
    now = timezone.now()
    assert work.claim(batch, now)
    DBTaskResult.objects.all().delete()
    assert not tasks.resume(batch, now, silent_since=now - tasks.STALLED)
    assert tasks.resume_all(now) == 1
    one_turn()
    assert [state for state, _ in states(batch)] == ["waiting", "made", "made"]
    assert DBTaskResult.objects.get(status="READY").run_after > now + work.LEASE / 2
    batch.items.update(claimed_until=now)
    work_off()
    assert states(batch) == [MADE] * 3
    assert KeptMemo.objects.count() == 3


def test_a_turn_that_was_given_up_does_nothing_any_more(batch: Batch) -> None:
    batch.refresh_from_db()
    tasks.resume(batch, timezone.now())
    one_turn()
    assert not KeptMemo.objects.exists()
    one_turn()
    assert KeptMemo.objects.count() == 3


def test_a_memo_over_which_workers_die_is_given_up(batch: Batch) -> None:
    batch.items.filter(pk=batch.items.all()[0].pk).update(tries=work.MOST_TRIES)
    work_off()
    assert states(batch) == [(ItemState.FAILED.value, Why.STUCK.value), MADE, MADE]


def test_a_database_in_the_way_is_no_fault_of_the_case(batch: Batch, press: Press) -> None:
    def locked(html: str) -> None:
        if press.written == 1:
            raise OperationalError("database is locked")

    press.meanwhile = locked
    one_turn()
    assert [state for state, _ in states(batch)] == ["waiting"] * 3
    assert DBTaskResult.objects.get(status="READY").run_after > timezone.now()
    work_off()
    assert states(batch) == [MADE] * 3
