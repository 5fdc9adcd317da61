"""Who may open a case: its team, everybody else of the office with a reason on record, nobody of another office."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from advisor.accounts.models import Role, User
from advisor.cases import team
from advisor.cases.fetch import NotWritable
from advisor.cases.hold import hold
from advisor.cases.models import AccessKind, Case, CaseAccess, CaseState
from advisor.cases.services import LOG_DETAILS, Stale
from advisor.logbook.models import Action, Event
from tests.factories import make_case, make_user, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague(case: Case) -> User:
    """Another counsellor of the same office."""
    return make_user("ben")


@pytest.fixture
def desk(colleague: User) -> Client:
    """A browser in which the colleague is logged in."""
    browser = Client()
    browser.force_login(colleague)
    return browser


def status(browser: Client, case: Case, name: str = "cases:result") -> int:
    """What the page says in the end: the result of a case sends on to that of its person."""
    return browser.get(reverse(name, args=(case.uuid,)), follow=True).status_code


def test_a_colleague_sees_the_key_but_not_the_case(desk: Client, case: Case) -> None:
    assert "F-1" not in desk.get(reverse("cases:list")).content.decode()
    page = desk.get(reverse("cases:list"), {"wessen": "stelle"}).content.decode()
    assert "F-1" in page
    assert reverse("cases:reason", args=(case.uuid,)) in page
    refused = desk.get(page_of("cases:person_result", case))
    assert refused.status_code == 403
    assert reverse("cases:reason", args=(case.uuid,)) in refused.content.decode()
    assert status(desk, case, "cases:team") == 403


def test_a_reason_opens_a_case_for_a_working_day_and_is_on_record(desk: Client, case: Case, colleague: User) -> None:
    address = reverse("cases:reason", args=(case.uuid,))
    for too_short in ("", "kurz", " " * 30):
        assert desk.post(address, {"reason": too_short}).status_code == 422
    assert status(desk, case) == 403
    assert desk.post(address, {"reason": "Vertretung während des Urlaubs"}).status_code == 302
    assert status(desk, case) == 200
    event = Event.objects.get(action=Action.OPENED_FROM_OUTSIDE)
    assert (event.actor, event.case) == (colleague, case.uuid)
    assert event.details is not None
    assert case.safe.open_text(LOG_DETAILS, event.details) == "Vertretung während des Urlaubs"
    CaseAccess.objects.update(until=timezone.now() - timedelta(seconds=1))
    assert status(desk, case) == 403


def test_sharing_and_ending_it(web: Client, desk: Client, case: Case, colleague: User) -> None:
    address = reverse("cases:team", args=(case.uuid,))
    assert web.post(f"{address}?tun=share", {"user": colleague.pk}).status_code == 302
    assert status(desk, case) == 200
    access = CaseAccess.objects.get(kind=AccessKind.MEMBER)
    assert web.post(f"{address}?tun=unshare", {"access": access.pk}).status_code == 302
    assert status(desk, case) == 403
    for is_open, expected in (("yes", 200), ("no", 403)):
        assert web.post(f"{address}?tun=office", {"open": is_open}).status_code == 302
        assert status(desk, case) == expected
    actions = Event.objects.filter(case=case.uuid).values_list("action", flat=True)
    assert [a for a in actions if a in ("shared", "unshared")] == ["unshared", "shared", "unshared", "shared"]


def test_handing_over_with_and_without_staying(web: Client, desk: Client, case: Case, colleague: User) -> None:
    address = reverse("cases:team", args=(case.uuid,))
    sent = {"user": colleague.pk}
    assert web.post(f"{address}?tun=hand_over", sent).headers["Location"] == reverse("cases:list")
    assert status(desk, case) == 200
    assert status(web, case) == 403
    team.hand_over(Case.objects.get(), case.lead, colleague, stay=True)
    assert (status(web, case), status(desk, case)) == (200, 200)


@pytest.mark.parametrize("doing", ["share", "hand_over"])
def test_only_active_counsellors_of_the_office_can_be_chosen(web: Client, case: Case, doing: str) -> None:
    address = f"{reverse('cases:team', args=(case.uuid,))}?tun={doing}"
    stranger = make_user("eve", "Beratung Süd")
    volunteer = make_user("vic", "Beratung Nord", Role.VOLUNTEER)
    gone = make_user("gus")
    User.objects.filter(pk=gone.pk).update(is_active=False)
    for user in (stranger.pk, volunteer.pk, gone.pk, case.lead_id, 0, "x", "", "9" * 30):
        assert web.post(address, {"user": user}).status_code == 422
    case.refresh_from_db()
    assert case.lead.username == "ada"
    assert not CaseAccess.objects.exists()
    with pytest.raises(ValueError, match="own office"):
        team.share(case, stranger, case.lead)


def test_the_admin_hands_over_without_seeing_the_case(case: Case, colleague: User) -> None:
    browser = Client()
    browser.force_login(make_user("adm", "Beratung Nord", Role.OFFICE_ADMIN))
    page = browser.get(reverse("cases:list")).content.decode()
    assert "F-1" in page
    assert page_of("cases:person_result", case) not in page
    assert status(browser, case) == 403
    address = reverse("cases:team", args=(case.uuid,))
    assert page_of("cases:person_result", case) not in browser.get(address).content.decode()
    assert browser.post(f"{address}?tun=hand_over", {"user": colleague.pk}).status_code == 302
    case.refresh_from_db()
    assert case.lead == colleague


def test_who_was_asked_may_read_and_not_write(case: Case) -> None:
    lawyer = make_user("lea", "Beratung Nord", Role.RELEASER)
    browser = Client()
    browser.force_login(lawyer)
    assert status(browser, case) == 404
    access = CaseAccess.objects.create(case=case, user=lawyer, kind=AccessKind.ASKED, by=case.lead)
    assert status(browser, case) == 200
    address = page_of("cases:answer", case, "a", "location")
    assert browser.post(address, {"location": "in_germany"}).status_code == 403
    assert not case.persons.get().answers.exists()
    access.delete()
    assert status(browser, case) == 404


def test_losing_the_role_or_the_office_closes_every_case(web: Client, case: Case, counsellor: User) -> None:
    counsellor.role_grants.all().delete()
    assert status(web, case) == 403
    assert case.reference not in web.get(reverse("start"), follow=True).content.decode()


def test_every_look_is_on_record_with_its_page(web: Client, case: Case, counsellor: User) -> None:
    web.get(page_of("cases:section", case, "a"))
    web.get(page_of("cases:person_result", case))
    web.get(page_of("cases:export", case))
    seen = Event.objects.filter(actor=counsellor, case=case.uuid).order_by("number").values_list("action", "subject")
    assert list(seen) == [
        ("case_created", "ohne Antworten"),
        ("case_viewed", "Fragebogen"),
        ("case_viewed", "Ergebnis"),
        ("case_exported", "Falldatei"),
    ]


def test_a_case_in_the_bin_is_gone_for_everybody(web: Client, case: Case) -> None:
    make_case(case.lead, "F-2")
    Case.objects.filter(pk=case.pk).update(destroy_on=timezone.localdate())
    assert status(web, case) == 404
    assert "F-1" not in web.get(reverse("cases:list"), {"stand": "alle", "wessen": "stelle"}).content.decode()


def test_the_admin_reads_why_somebody_opened_a_case_and_nothing_else_of_it(desk: Client, case: Case) -> None:
    desk.post(reverse("cases:reason", args=(case.uuid,)), {"reason": "Vertretung <b>wegen Krankheit</b>"})
    desk.post(page_of("cases:answer", case, "a", "location"), {"location": "in_germany"})
    browser = Client()
    browser.force_login(make_user("adm", "Beratung Nord", Role.OFFICE_ADMIN))
    page = browser.get(reverse("cases:log", args=(case.uuid,))).content.decode()
    assert "Vertretung &lt;b&gt;wegen Krankheit&lt;/b&gt;" in page
    assert "Antworten gespeichert" in page
    assert "location" not in page
    assert desk.get(reverse("cases:log", args=(case.uuid,))).status_code == 403


def test_refusals_are_on_record_without_the_case_they_were_about(desk: Client, colleague: User) -> None:
    foreign = make_case(make_user("eve", "Beratung Süd"), "S-1")
    assert status(desk, foreign) == 404
    assert desk.get(reverse("logbook:office")).status_code == 403
    events = Event.objects.filter(actor=colleague, action=Action.REFUSED).order_by("number")
    assert [event.subject for event in events] == ["404 cases:result", "403 logbook:office"]
    assert {event.case for event in events} == {None}


def test_a_reason_for_a_day_does_not_become_access_for_good(desk: Client, case: Case, colleague: User) -> None:
    desk.post(reverse("cases:reason", args=(case.uuid,)), {"reason": "Vertretung während des Urlaubs"})
    address = reverse("cases:team", args=(case.uuid,))
    page = desk.get(address)
    assert page.status_code == 200
    assert "tun=" not in page.content.decode()
    me = {"user": colleague.pk}
    attempts = {"share": me, "hand_over": me, "office": {"open": "yes"}, "unshare": {"access": 1}}
    for doing, sent in attempts.items():
        assert desk.post(f"{address}?tun={doing}", sent).status_code == 403
    case.refresh_from_db()
    assert (case.lead.username, case.office_wide) == ("ada", False)
    assert not CaseAccess.objects.filter(kind=AccessKind.MEMBER).exists()


def test_whoever_knocks_at_a_case_of_the_own_office_stands_in_its_log(desk: Client, case: Case) -> None:
    assert status(desk, case) == 403
    event = Event.objects.get(action=Action.REFUSED)
    assert (event.case, event.subject) == (case.uuid, "403 cases:result")


def test_a_case_closed_in_the_same_moment_takes_nothing_new(case: Case) -> None:
    stale = Case.objects.get()
    Case.objects.update(state=CaseState.CLOSED, closed_on="2026-01-01")
    with transaction.atomic():
        hold(stale)
        with pytest.raises(NotWritable):
            hold(stale, running=True)
    Case.objects.update(destroy_on="2026-02-01")
    with transaction.atomic(), pytest.raises(Stale):
        hold(stale)
