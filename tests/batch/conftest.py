"""Jobs with cases to make memos of; the PDF writer, which takes seconds, is a stand-in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from advisor.accounts.models import User
from advisor.batch.models import Batch
from advisor.batch.starting import for_memos, start
from advisor.cases.models import Case
from advisor.memo.parts import Length
from tests.factories import make_case

Writing = Callable[[str], object]


class Press:
    """Stands for the PDF writer; ``meanwhile``: what happens while a memo is being written."""

    def __init__(self) -> None:
        self.meanwhile: Writing = lambda html: None
        self.written = 0

    def __call__(self, html: str, identifier: str, *more: object, **named: object) -> bytes:
        self.written += 1
        self.meanwhile(html)
        return f"%PDF-{identifier}\n{html}".encode()


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    """The PDF writer of this test."""
    press = Press()
    monkeypatch.setattr("advisor.memo.render.write_pdf", press)
    return press


@pytest.fixture
def cases(counsellor: User) -> list[Case]:
    """Three cases of one counsellor."""
    return [make_case(counsellor, f"F-{number}", location="in_germany") for number in (1, 2, 3)]


@pytest.fixture
def batch(cases: list[Case], counsellor: User, press: Press) -> Batch:
    """A job about them, queued."""
    return begun(counsellor)


def begun(user: User) -> Batch:
    """A job about all cases of somebody."""
    batch = start(user, list(for_memos(user)), Length.SHORT)
    assert batch is not None
    return batch


def one_turn() -> bool:
    """Do what a worker does next, also what may only begin later; False where nothing is queued."""
    row = DBTaskResult.objects.filter(status=TaskResultStatus.READY).order_by("enqueued_at").first()
    if row is None:
        return False
    row.claim("worker of the test")
    result = row.task_result
    row.set_successful(row.task.call(*result.args, **result.kwargs))
    return True


def work_off(most: int = 50) -> None:
    """Do what is queued until nothing is."""
    for _ in range(most):
        if not one_turn():
            return
    raise AssertionError("there is no end to the work")
