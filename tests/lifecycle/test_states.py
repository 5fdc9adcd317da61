"""A case is open, waits, is closed, archived and opened again; whoever closes it has seen what is still open."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import Role, User
from advisor.cases.models import Case, CaseState
from advisor.cases.services import Stale, save_answers
from advisor.lifecycle.blockers import Cause, blockers_of
from advisor.lifecycle.states import FOLLOWS, RUNNING, NoWay, StillOpen, confirm_settled, move
from advisor.logbook.models import Action, Event
from tests.factories import answers, make_case, make_user, page_of, person_of
from tests.lifecycle.steps import close

pytestmark = pytest.mark.django_db

WAYS = [(before, to) for before, following in FOLLOWS.items() for to in following]
NO_WAYS = [(before, to) for before in CaseState for to in CaseState if to not in FOLLOWS[before]]


def put(case: Case, state: CaseState, day: date) -> None:
    """Have a case in a state."""
    Case.objects.filter(pk=case.pk).update(state=state, closed_on=None if state in RUNNING else day)
    case.refresh_from_db()


def address(case: Case) -> str:
    return reverse("lifecycle:state", args=(case.uuid,))


@pytest.mark.parametrize(("before", "to"), WAYS)
def test_a_state_that_follows_is_taken_and_on_record(
    case: Case, counsellor: User, today: date, before: CaseState, to: CaseState
) -> None:
    put(case, before, today - timedelta(days=9))
    move(case, to, counsellor, case.version, today)
    case.refresh_from_db()
    assert case.state == to
    closing = before in RUNNING
    assert case.closed_on == (None if to in RUNNING else today if closing else today - timedelta(days=9))
    assert (
        Event.objects.get(action=Action.STATE_CHANGED).subject == f"{CaseState(before).label} → {CaseState(to).label}"
    )


@pytest.mark.parametrize(("before", "to"), NO_WAYS)
def test_no_other_state_follows(case: Case, counsellor: User, today: date, before: CaseState, to: CaseState) -> None:
    put(case, before, today)
    with pytest.raises(NoWay):
        move(case, to, counsellor, case.version, today)


@pytest.mark.parametrize("state", [CaseState.CLOSED, CaseState.ARCHIVED])
def test_an_ended_case_can_always_be_opened_again(state: CaseState) -> None:
    assert CaseState.OPEN in FOLLOWS[state]


def test_a_deadline_ahead_is_shown_before_closing(web: Client, counsellor: User, today: date) -> None:
    served = today - timedelta(days=3)
    case = make_case(counsellor, "F-2", decision_kind="abh_refusal_title", decision_served_on=served.isoformat())
    page = web.get(address(case)).content.decode()
    assert "Rechtsbehelf gegen den Bescheid" in page
    refused = web.post(address(case), {"version": case.version, "zu": "closed"})
    assert refused.status_code == 422
    assert 'role="alert"' in refused.content.decode()
    case.refresh_from_db()
    assert case.state == CaseState.OPEN
    done = web.post(address(case), {"version": case.version, "zu": "closed", "wissend": "ja"})
    assert done.status_code == 302
    case.refresh_from_db()
    assert case.state == CaseState.CLOSED


def test_closing_does_not_make_a_deadline_pass(counsellor: User, today: date) -> None:
    case = make_case(counsellor, "F-2", decision_kind="abh_refusal_title", decision_served_on=today.isoformat())
    close(case, counsellor, today)
    assert Cause.DEADLINE in {blocker.cause for blocker in blockers_of(case, today)}


def test_points_without_a_day_count_as_settled_until_the_case_is_opened_again(counsellor: User, today: date) -> None:
    case = make_case(counsellor, "F-2", removal_stage="date_fixed")
    assert {blocker.cause for blocker in blockers_of(case, today)} == {Cause.UNDATED}
    with pytest.raises(StillOpen):
        move(case, CaseState.CLOSED, counsellor, case.version, today)
    case.refresh_from_db()
    close(case, counsellor, today)
    assert blockers_of(case, today) == ()
    move(case, CaseState.OPEN, counsellor, case.version, today)
    assert {blocker.cause for blocker in blockers_of(case, today)} == {Cause.UNDATED}


def test_points_without_a_day_of_a_closed_case_are_settled_on_the_page(
    web: Client, counsellor: User, today: date
) -> None:
    case = make_case(counsellor, "F-2", removal_stage="date_fixed")
    put(case, CaseState.CLOSED, today)
    (blocker,) = blockers_of(case, today)
    page = web.get(address(case)).content.decode()
    assert f'value="{blocker.id}"' in page
    web.post(address(case), {"version": case.version, "tun": "erledigt", "punkt": [blocker.id, "made-up"]})
    case.refresh_from_db()
    assert blockers_of(case, today) == ()
    assert b"removal" not in bytes(case.ending.settled)


def test_nothing_is_settled_in_a_case_that_runs(web: Client, counsellor: User) -> None:
    case = make_case(counsellor, "F-2", removal_stage="date_fixed")
    assert web.post(address(case), {"version": 0, "tun": "erledigt", "punkt": "x"}).status_code == 400


def test_somebody_who_saw_an_older_case_changes_nothing(web: Client, case: Case, counsellor: User, today: date) -> None:
    save_answers(person_of(case), answers(location="in_germany"), counsellor)
    stale = web.post(address(case), {"version": 0, "zu": "waiting"})
    assert stale.status_code == 409
    assert "inzwischen geändert" in stale.content.decode()
    case.refresh_from_db()
    assert case.state == CaseState.OPEN
    with pytest.raises(Stale):
        confirm_settled(case, counsellor, 0, (), today)


def test_a_closed_case_takes_no_answers_and_its_page_opens_it_again(web: Client, case: Case) -> None:
    web.post(address(case), {"version": 0, "zu": "closed"})
    section = page_of("cases:answer", case, "a", "location")
    assert web.post(section, {"location": "in_germany"}).status_code == 409
    case.refresh_from_db()
    assert web.post(address(case), {"version": case.version, "zu": "open"}).status_code == 302
    assert web.post(section, {"location": "in_germany"}, headers={"HX-Request": "true"}).status_code == 200


@pytest.mark.parametrize(
    "sent",
    [{}, {"version": "x"}, {"version": "0"}, {"version": "0", "zu": "gone"}, {"version": "٣", "zu": "closed"},
     {"version": "9" * 40, "zu": "closed"}],
)  # fmt: skip
def test_a_forged_form_is_refused(web: Client, case: Case, sent: dict[str, str]) -> None:
    assert web.post(address(case), sent).status_code == 400
    case.refresh_from_db()
    assert (case.state, case.version) == (CaseState.OPEN, 0)


def test_only_the_team_changes_the_state(web: Client, case: Case, foreign: Case, desk: Client) -> None:
    sent = {"version": 0, "zu": "closed"}
    assert web.post(address(foreign), sent).status_code == 404
    assert desk.post(address(case), sent).status_code == 403
    colleague = Client()
    colleague.force_login(make_user("bob"))
    assert colleague.post(address(case), sent).status_code == 403
    assert web.post(reverse("lifecycle:state", args=(uuid4(),)), sent).status_code == 404
    volunteer = Client()
    volunteer.force_login(make_user("vera", "Beratung Nord", Role.VOLUNTEER))
    assert volunteer.get(address(case)).status_code == 403
