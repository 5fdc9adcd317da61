"""Closed cases go when the office has decided so: by type, after a dry run, never while something is open."""

from __future__ import annotations

from datetime import date, timedelta
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from advisor.accounts.models import Office, Role, User
from advisor.cases.models import AccessKind, Case, CaseAccess, CaseKind, CaseState
from advisor.cases.services import create_case
from advisor.lifecycle import daily as daily_module
from advisor.lifecycle.models import DeletionCertificate, Reason, RetentionRule
from advisor.lifecycle.retention import candidates, kept_until, rules_of, set_rules
from advisor.lifecycle.wastebin import UNDO_DAYS, put_in, take_out
from advisor.logbook.models import Action, Event
from advisor.vault.models import DataKey
from tests.factories import make_case, make_user
from tests.hostile.checks import everything
from tests.lifecycle.steps import at, close, daily, keep_for

pytestmark = pytest.mark.django_db

CLOSED = date(2026, 1, 31)
OVER = date(2026, 3, 1)  # one month later, the day after the 28th of February


@pytest.fixture
def closed(case: Case, counsellor: User) -> Case:
    """A case closed at the end of January."""
    close(case, counsellor, CLOSED)
    return case


def test_without_a_decision_nothing_is_ever_deleted(closed: Case) -> None:
    done = daily(date(2099, 1, 1))
    assert (done.scheduled, done.destroyed, done.undecided) == ([], [], 1)
    closed.refresh_from_db()
    assert closed.destroy_on is None


def test_time_travel_from_closing_to_the_certificate(closed: Case, admin: User) -> None:
    keep_for(admin, 1)
    assert daily(OVER - timedelta(days=1)).scheduled == []
    assert daily(OVER).scheduled == [closed.uuid]
    assert daily(OVER).scheduled == []
    closed.refresh_from_db()
    gone = OVER + timedelta(days=UNDO_DAYS)
    assert closed.destroy_on == gone
    assert not Case.objects.visible_to(closed.lead).exists()
    assert daily(gone - timedelta(days=1)).destroyed == []
    assert daily(gone).destroyed == [closed.uuid]
    assert daily(gone).destroyed == []
    assert not Case.objects.exists()
    proof = DeletionCertificate.objects.get()
    assert (proof.case, proof.reason, proof.by, proof.closed_on) == (closed.uuid, Reason.RETENTION, None, CLOSED)
    assert (proof.scheduled_on, proof.destroyed_on) == (OVER, gone)


def test_each_type_has_its_own_time_and_each_office_its_own_rules(counsellor: User, admin: User, foreign: Case) -> None:
    keep_for(admin, 1, CaseKind.HARDSHIP)
    advice = make_case(counsellor, "F-1")
    hardship = create_case(counsellor, "F-2", kind=CaseKind.HARDSHIP)
    for case in (advice, hardship, foreign):
        close(case, case.lead, CLOSED)
    assert daily(OVER).scheduled == [hardship.uuid]


def test_a_running_case_is_never_due(case: Case, admin: User) -> None:
    keep_for(admin, 1)
    assert daily(date(2099, 1, 1)).scheduled == []


def test_a_dry_run_says_the_same_and_changes_nothing(closed: Case, admin: User) -> None:
    keep_for(admin, 1)
    before, events = everything(), Event.objects.count()
    assert daily(OVER, dry_run=True).scheduled == [closed.uuid]
    assert (everything(), Event.objects.count()) == (before, events)
    daily(OVER)
    before, events = everything(), Event.objects.count()
    assert daily(OVER + timedelta(days=UNDO_DAYS), dry_run=True).destroyed == [closed.uuid]
    assert (everything(), Event.objects.count()) == (before, events)


def test_a_deadline_ahead_keeps_a_case_from_a_run_and_it_goes_later(counsellor: User, admin: User) -> None:
    keep_for(admin, 1)
    case = make_case(counsellor, "F-2", departure_deadline="2026-05-10")
    close(case, counsellor, CLOSED)
    assert daily(OVER, dry_run=True).blocked == [case.uuid]
    assert daily(OVER).blocked == [case.uuid]
    assert daily(date(2026, 5, 10)).blocked == [case.uuid]
    assert daily(date(2026, 5, 11)).scheduled == [case.uuid]


def test_a_broken_case_is_named_and_stops_no_other(counsellor: User, admin: User) -> None:
    keep_for(admin, 1)
    broken, sound = (make_case(counsellor, name, location="in_germany") for name in ("F-1", "F-2"))
    for case in (broken, sound):
        close(case, counsellor, CLOSED)
    key = DataKey.objects.get(case=broken)
    DataKey.objects.filter(pk=key.pk).update(wrapped=bytes(len(key.wrapped)))
    done = daily(OVER)
    assert (done.scheduled, done.blocked) == ([sound.uuid], [broken.uuid])


def test_a_fault_in_one_case_is_named_and_the_command_ends_with_it(
    counsellor: User, admin: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_for(admin, 1)
    first, second = (make_case(counsellor, name) for name in ("F-1", "F-2"))
    for case in (first, second):
        close(case, counsellor, CLOSED)
    put_in = daily_module.put_in

    def failing(case: Case, *args: object) -> date:
        if case.pk == first.pk:
            raise ValueError("marker that stays out of the output")
        return put_in(case, *args)

    monkeypatch.setattr(daily_module, "put_in", failing)
    out = StringIO()
    with pytest.raises(CommandError) as told:
        call_command("daily", stdout=out)
    assert str(first.uuid) in str(told.value)
    assert "marker" not in str(told.value) + out.getvalue()
    assert str(second.uuid) in out.getvalue()


def test_the_command_prints_counts_and_ids_only(closed: Case, admin: User) -> None:
    keep_for(admin, 1)
    out = StringIO()
    call_command("daily", "--dry-run", stdout=out)
    assert "Probelauf" in out.getvalue()
    assert str(closed.uuid) in out.getvalue()
    assert closed.reference not in out.getvalue()
    closed.refresh_from_db()
    assert closed.destroy_on is None


def test_a_case_taken_back_is_left_alone_for_a_while(closed: Case, admin: User) -> None:
    keep_for(admin, 1)
    daily(OVER)
    take_out(closed, admin, OVER)
    closed.refresh_from_db()
    assert closed.destroy_on is None
    assert daily(OVER + timedelta(days=1)).scheduled == []
    assert daily(date(2026, 6, 2)).scheduled == [closed.uuid]


def test_the_run_is_on_record_in_each_office(closed: Case, admin: User, foreign: Case) -> None:
    keep_for(admin, 1)
    daily(OVER)
    runs = Event.objects.filter(action=Action.RETENTION_RUN)
    assert {event.office_id for event in runs} == set(Office.objects.values_list("pk", flat=True))
    assert "scheduled 1" in runs.get(office=closed.office).subject


def test_what_is_over_is_cleared(case: Case, client: Client) -> None:
    now = at(OVER)
    colleague = make_user("bob")
    for until in (now - timedelta(hours=1), now + timedelta(hours=1), None):
        kind = AccessKind.MEMBER if until is None else AccessKind.OUTSIDE
        user = make_user(f"user-{until and until.hour}")
        CaseAccess.objects.create(case=case, user=user, kind=kind, until=until, by=colleague)
    client.force_login(colleague)
    Session.objects.update(expire_date=now - timedelta(days=1))
    done = daily(OVER)
    assert done.cleared["beendete Zugänge"] == 1
    assert done.cleared["abgelaufene Sitzungen"] == 1
    assert CaseAccess.objects.count() == 2
    assert not Session.objects.exists()


def test_the_office_admin_decides_and_sees_first_what_would_go(desk: Client, closed: Case, admin: User) -> None:
    page = reverse("lifecycle:retention")
    assert "Von selbst wird nichts gelöscht" in desk.get(page).content.decode()
    trial = desk.post(page, {"advice": "1", "support": "", "hardship": "", "tun": "vorschau"})
    assert "so wäre es" in trial.content.decode()
    assert closed.reference in trial.content.decode()
    assert not RetentionRule.objects.exists()
    assert desk.post(page, {"advice": "1", "tun": "speichern"}).status_code == 302
    assert rules_of(admin.office_id) == {CaseKind.ADVICE: 1}
    assert desk.post(page, {"advice": "", "tun": "speichern"}).status_code == 302
    assert rules_of(admin.office_id) == {}
    assert Event.objects.filter(action=Action.RETENTION_CHANGED).count() == 2


@pytest.mark.parametrize("months", ["0", "-1", "361", "x", "1,5", "9" * 40, "<b>"])
def test_no_number_of_months_is_refused_with_what_was_typed(desk: Client, months: str) -> None:
    response = desk.post(reverse("lifecycle:retention"), {"advice": months})
    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()
    assert not RetentionRule.objects.exists()


def test_the_preview_names_what_stands_against_it_without_saying_what_it_is(
    desk: Client, counsellor: User, admin: User, today: date
) -> None:
    keep_for(admin, 1)
    ahead = today + timedelta(days=400)
    case = make_case(counsellor, "F-2", departure_deadline=ahead.isoformat())
    close(case, counsellor, today - timedelta(days=60))
    page = desk.get(reverse("lifecycle:retention")).content.decode()
    assert f"bis zum {ahead:%d.%m.%Y}" in page
    assert "Ausreisefrist" not in page


def test_only_the_admin_decides(web: Client, desk: Client) -> None:
    for name in ("lifecycle:retention", "lifecycle:bin", "lifecycle:certificates"):
        assert web.get(reverse(name)).status_code == 403
        assert web.post(reverse(name), {"advice": "1"}).status_code in (403, 405)
        assert desk.get(reverse(name)).status_code == 200
    assert not RetentionRule.objects.exists()


def test_a_period_ends_in_a_short_month_on_its_last_day(closed: Case, admin: User) -> None:
    keep_for(admin, 1)
    assert kept_until(closed, rules_of(admin.office_id)) == date(2026, 2, 28)
    (candidate,) = candidates(admin.office_id, rules_of(admin.office_id))
    assert (candidate.is_due(date(2026, 2, 28)), candidate.is_due(OVER)) == (False, True)


def test_looking_at_what_keeps_cases_is_on_record(client: Client, counsellor: User) -> None:
    admin = make_user("vera", "Beratung Nord", Role.OFFICE_ADMIN)
    client.force_login(admin)
    for name in ("lifecycle:retention", "lifecycle:bin"):
        assert client.get(reverse(name)).status_code == 200
    seen = Event.objects.filter(action=Action.RETENTION_VIEWED, actor=admin).values_list("subject", flat=True)
    assert not list(seen)
    kept, binned = make_case(counsellor, "F-1"), make_case(counsellor, "F-2")
    today = timezone.localdate()
    Case.objects.filter(pk=kept.pk).update(state=CaseState.CLOSED, closed_on=today)
    assert counsellor.office
    set_rules(counsellor.office, admin, dict.fromkeys(CaseKind, 12))
    put_in(binned, Reason.REQUEST, admin, today)
    for name in ("lifecycle:retention", "lifecycle:bin"):
        client.get(reverse(name))
    assert set(seen.all()) == {"retention 1", "bin 1"}
