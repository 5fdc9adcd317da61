"""A deadline is over only when it surely is: an open answer never makes it pass earlier."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from advisor.accounts.models import User
from advisor.lifecycle.deadlines import pending_deadlines
from tests.factories import make_case

pytestmark = pytest.mark.django_db

SERVED = date(2026, 9, 10)


def last(user: User, **facts: str) -> date | None:
    """The last day of the remedy against a decision, as pending on the day of service; by itself in the case."""
    case = make_case(user, "F-9", decision_kind="abh_refusal_title", **facts)
    days = {pending.id: pending.last for pending in pending_deadlines(case, SERVED)}
    return days["d_abh_refusal"]


def test_the_shortest_period_only_once_the_instruction_is_known_to_be_right(counsellor: User) -> None:
    assert last(counsellor, decision_served_on="2026-09-10", remedy_instruction="correct") == date(2026, 10, 10)


@pytest.mark.parametrize("instruction", [{}, {"remedy_instruction": "missing"}])
def test_while_a_longer_period_is_possible_it_counts(counsellor: User, instruction: dict[str, str]) -> None:
    assert last(counsellor, decision_served_on="2026-09-10", **instruction) == date(2027, 9, 10)


def test_of_a_month_the_last_day_counts(counsellor: User) -> None:
    assert last(counsellor, decision_served_on="2026-09", remedy_instruction="correct") == date(2026, 10, 30)


def test_the_last_day_itself_is_not_over(counsellor: User) -> None:
    case = make_case(counsellor, "F-9", departure_deadline="2026-09-10")
    titles = [
        {pending.title for pending in pending_deadlines(case, SERVED + timedelta(days=later))} for later in (0, 1)
    ]
    assert "Ausreisefrist" in titles[0]
    assert "Ausreisefrist" not in titles[1]


def test_a_case_without_answers_has_no_deadline(counsellor: User) -> None:
    assert pending_deadlines(make_case(counsellor, "F-9"), SERVED) == ()
