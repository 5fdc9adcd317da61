"""Deleting: by who leads the case or manages the office, blocked while something is open, two weeks to take it back."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import Role, User
from advisor.cases import team
from advisor.cases.answers import answers_of
from advisor.cases.models import Case
from advisor.cases.services import assessment_of
from advisor.guidance.consultations import ask, withdraw
from advisor.guidance.standing import standing_of
from advisor.lifecycle.blockers import Cause, blockers_of
from advisor.lifecycle.models import Ending, Reason
from advisor.lifecycle.wastebin import UNDO_DAYS, Blocked, NotThere, put_in, take_out
from advisor.logbook.models import Action, Event
from advisor.memo.keeping import Written, keep_memo
from advisor.memo.models import Purpose
from advisor.memo.release import Terms, release, take_back
from advisor.vault.models import DataKey
from tests.factories import make_case, make_user, page_of
from tests.lifecycle.steps import daily

pytestmark = pytest.mark.django_db


def address(case: Case) -> str:
    return reverse("lifecycle:delete", args=(case.uuid,))


def is_binned(case: Case) -> bool:
    case.refresh_from_db()
    return case.destroy_on is not None


def test_the_key_has_to_be_typed(web: Client, case: Case) -> None:
    for typed in ("", "F-2", "f-1", "x" * 300, "F-1\x00"):
        response = web.post(address(case), {"reference": typed})
        assert response.status_code == 422
        assert 'role="alert"' in response.content.decode()
    assert not is_binned(case)
    assert web.post(address(case), {"reference": " F-1 "}).status_code == 302
    assert is_binned(case)
    assert Event.objects.get(action=Action.DELETION_SCHEDULED).actor == case.lead


def test_a_case_in_the_bin_is_nowhere(web: Client, desk: Client, case: Case, today: date) -> None:
    put_in(case, Reason.REQUEST, case.lead, today)
    assert web.get(reverse("cases:questionnaire", args=(case.uuid,))).status_code == 404
    assert web.post(address(case), {"reference": "F-1"}).status_code == 404
    for browser in (web, desk):
        assert "F-1" not in browser.get(reverse("cases:list") + "?wessen=stelle&stand=alle").content.decode()


def test_the_admin_takes_it_back_within_two_weeks(web: Client, desk: Client, case: Case, today: date) -> None:
    put_in(case, Reason.REQUEST, case.lead, today)
    page = desk.get(reverse("lifecycle:bin")).content.decode()
    assert "F-1" in page
    assert f"{today + timedelta(days=UNDO_DAYS):%d.%m.%Y}" in page
    assert desk.post(reverse("lifecycle:bin"), {"fall": str(case.uuid)}).status_code == 302
    assert not is_binned(case)
    assert web.get(page_of("cases:section", case, "a")).status_code == 200
    assert Event.objects.filter(action=Action.DELETION_UNDONE).count() == 1
    assert daily(today + timedelta(days=UNDO_DAYS)).destroyed == []


@pytest.mark.parametrize("uuid", ["", "x", "1", "0" * 32 + "x"])
def test_no_id_is_refused(desk: Client, uuid: str) -> None:
    assert desk.post(reverse("lifecycle:bin"), {"fall": uuid}).status_code == 400


def test_the_bin_of_another_office_is_its_own(desk: Client, foreign: Case, foreign_admin: Client, today: date) -> None:
    put_in(foreign, Reason.REQUEST, foreign.lead, today)
    assert "S-1" not in desk.get(reverse("lifecycle:bin")).content.decode()
    for uuid in (foreign.uuid, uuid4()):
        assert desk.post(reverse("lifecycle:bin"), {"fall": str(uuid)}).status_code == 404
    assert is_binned(foreign)
    assert "S-1" in foreign_admin.get(reverse("lifecycle:bin")).content.decode()


def test_only_the_lead_and_the_admin_delete(web: Client, desk: Client, case: Case, foreign: Case) -> None:
    member = make_user("bob")
    team.share(case, member, case.lead)
    volunteer = make_user("vera", "Beratung Nord", Role.VOLUNTEER)
    releaser = make_user("rita", "Beratung Nord", Role.RELEASER)
    for user in (member, volunteer, releaser):
        browser = Client()
        browser.force_login(user)
        assert browser.post(address(case), {"reference": "F-1"}).status_code == 403
    for browser in (web, desk):
        assert browser.post(address(foreign), {"reference": "S-1"}).status_code == 404
    assert not is_binned(case)
    assert desk.post(address(case), {"reference": "F-1"}).status_code == 302
    assert is_binned(case)


def test_a_deadline_ahead_blocks_and_the_admin_does_not_learn_which(
    web: Client, desk: Client, counsellor: User, today: date
) -> None:
    day = today + timedelta(days=5)
    case = make_case(counsellor, "F-2", departure_deadline=day.isoformat())
    inside, outside = (browser.get(address(case)).content.decode() for browser in (web, desk))
    assert f"{day:%d.%m.%Y}" in inside
    assert f"{day:%d.%m.%Y}" in outside
    assert "Ausreisefrist" in inside
    assert "Ausreisefrist" not in outside
    for browser in (web, desk):
        assert browser.post(address(case), {"reference": "F-2"}).status_code == 409
    assert not is_binned(case)
    with pytest.raises(Blocked):
        put_in(case, Reason.RETENTION, None, day)
    put_in(case, Reason.RETENTION, None, day + timedelta(days=1))


def test_an_open_question_blocks_until_it_is_taken_back(case: Case, today: date) -> None:
    make_user("rita", "Beratung Nord", Role.RELEASER)
    row = ask(case, case.lead, "Stimmt das?")
    assert [blocker.cause for blocker in blockers_of(case, today)] == [Cause.QUESTION]
    with pytest.raises(Blocked):
        put_in(case, Reason.REQUEST, case.lead, today)
    withdraw(row, case.lead)
    put_in(case, Reason.REQUEST, case.lead, today)


def test_what_cannot_be_read_is_deleted_only_knowing_that(desk: Client, case: Case, today: date) -> None:
    key = DataKey.objects.get(case=case)
    DataKey.objects.filter(pk=key.pk).update(wrapped=bytes(len(key.wrapped)))
    assert "nicht entschlüsseln" in desk.get(address(case)).content.decode()
    assert desk.post(address(case), {"reference": "F-1"}).status_code == 422
    assert not is_binned(case)
    assert desk.post(address(case), {"reference": "F-1", "unread": "on"}).status_code == 302
    assert is_binned(case)
    assert Ending.objects.get(case=case).unread
    assert daily(today + timedelta(days=UNDO_DAYS)).destroyed == [case.uuid]


def test_nobody_is_first_twice(case: Case, today: date) -> None:
    put_in(case, Reason.REQUEST, case.lead, today)
    with pytest.raises(NotThere):
        put_in(case, Reason.REQUEST, case.lead, today)
    take_out(case, case.lead, today)
    with pytest.raises(NotThere):
        take_out(case, case.lead, today)


def test_a_memo_in_other_hands_blocks_until_its_day_is_over_or_it_is_taken_back(case: Case, today: date) -> None:
    person, lead = case.persons.get(), case.lead
    given = answers_of(person)
    memo = keep_memo(Written(b"%PDF"), person, assessment_of(person), given, lead, standing_of(lead, today))
    volunteer = make_user("vera", "Beratung Nord", Role.VOLUNTEER)
    last = today + timedelta(days=3)
    release(memo, Terms(last, Purpose.CLIENT, [volunteer], all_the_same=True), lead)
    assert [(blocker.cause, blocker.day) for blocker in blockers_of(case, last)] == [(Cause.RELEASED, last)]
    with pytest.raises(Blocked):
        put_in(case, Reason.REQUEST, lead, last)
    assert blockers_of(case, last + timedelta(days=1)) == ()
    take_back(memo.releases.get(), lead)
    put_in(case, Reason.REQUEST, lead, today)
