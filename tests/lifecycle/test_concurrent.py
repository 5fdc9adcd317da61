"""Destroying a case while somebody writes into it ends clean, whoever is first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from advisor.cases.answers import answers_of
from advisor.cases.models import Answer, Case, CaseMark, Person
from advisor.cases.services import Stale, assessment_of, save_answers
from advisor.guidance.standing import standing_of
from advisor.lifecycle.destruction import destroy_case
from advisor.lifecycle.models import DeletionCertificate, Reason
from advisor.lifecycle.wastebin import UNDO_DAYS, NotThere, put_in, take_out
from advisor.logbook.verify import broken_places, chain_keys
from advisor.memo.keeping import Written, keep_memo
from advisor.memo.models import KeptMemo
from advisor.vault.models import DataKey
from tests.at_once import at_once, own_connection
from tests.factories import answers, make_case, make_user
from tests.lifecycle.steps import daily

__all__ = ["own_connection"]
pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 12


def save(person: Person) -> None:
    """Answer a question, as somebody does who opened the case before."""
    save_answers(person, answers(location="in_germany"), person.case.lead)


def keep(person: Person) -> None:
    """Make a memo, as somebody does who opened the case before."""
    given, lead = answers_of(person), person.case.lead
    keep_memo(Written(b"%PDF"), person, assessment_of(person), given, lead, standing_of(lead, date(2026, 1, 1)))


@pytest.mark.parametrize("write", [save, keep])
def test_a_writer_is_first_or_finds_no_case(
    own_connection: Callable[[], None], write: Callable[[Person], None]
) -> None:
    lead = make_user("ada")
    later = date(2026, 1, 1) + timedelta(days=UNDO_DAYS)
    for turn in range(ROUNDS):
        case = make_case(lead, f"F-{turn}", nationality=["RU"])
        opened = Person.objects.select_related("case__key", "case__lead__office").get(case=case)
        put_in(case, Reason.REQUEST, lead, date(2026, 1, 1))
        raised = at_once(own_connection, lambda o=opened: write(o), lambda c=case: destroy_case(c.pk, later))
        assert [type(fault) for fault in raised] in ([], [Stale])
    assert DeletionCertificate.objects.count() == ROUNDS
    for model in (Case, Person, Answer, KeptMemo, CaseMark):
        assert not model._default_manager.exists(), model
    assert DataKey.objects.count() == 1, "what is left is the key of the office, by which lists find cases"
    assert not [fault for key in chain_keys() for fault in broken_places(key)]


def test_a_case_is_taken_back_or_destroyed_never_half(own_connection: Callable[[], None]) -> None:
    lead = make_user("ada")
    later = date(2026, 1, 1) + timedelta(days=UNDO_DAYS)
    for turn in range(ROUNDS):
        case = make_case(lead, f"F-{turn}", nationality=["RU"])
        put_in(case, Reason.REQUEST, lead, date(2026, 1, 1))
        raised = at_once(
            own_connection, lambda c=case: take_out(c, lead, later), lambda c=case: destroy_case(c.pk, later)
        )
        assert [type(fault) for fault in raised] == [NotThere]
        gone = DeletionCertificate.objects.filter(case=case.uuid).exists()
        assert Case.objects.filter(pk=case.pk, destroy_on=None).exists() is not gone
        assert Answer.objects.filter(person__case_id=case.pk).exists() is not gone
        assert DataKey.objects.filter(pk=case.key_id).exists() is not gone


def test_two_runs_at_once_do_the_work_once(own_connection: Callable[[], None]) -> None:
    lead = make_user("ada")
    for turn in range(4):
        put_in(make_case(lead, f"F-{turn}"), Reason.REQUEST, lead, date(2026, 1, 1))
    done = []
    raised = at_once(own_connection, *[lambda: done.append(daily(date(2026, 2, 1)))] * 2)
    assert raised == []
    assert sorted(len(run.destroyed) for run in done)[-1] <= 4
    assert sum(len(run.destroyed) for run in done) == 4
    assert [run.broken for run in done] == [[], []]
    assert DeletionCertificate.objects.count() == 4


def test_a_run_leaves_no_traces_in_the_way(own_connection: Callable[[], None]) -> None:
    lead = make_user("ada")
    put_in(make_case(lead, "F-1"), Reason.REQUEST, lead, date(2026, 1, 1))
    done = daily(date(2026, 2, 1))
    assert len(done.destroyed) == 1
    assert done.swept
