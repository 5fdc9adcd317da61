"""The start page: what waits for each role, in as many queries for ten cases as for a thousand, and nobody else's."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from advisor.accounts.models import Role, User
from advisor.cases.dates import Noted, keep_date, new_date_id
from advisor.cases.models import Case, CaseState
from advisor.followup.start import SHOWN
from advisor.guidance.consultations import answer, ask
from advisor.lifecycle.models import RetentionRule
from advisor.logbook.models import Action, Event
from advisor.vault.services import new_key
from tests.factories import make_case, make_user, person_of

pytestmark = pytest.mark.django_db


def browser_of(user: User) -> Client:
    """A browser in which that person is logged in."""
    browser = Client()
    browser.force_login(user)
    return browser


def blocks(browser: Client) -> dict[str, tuple[int, list[str]]]:
    """The lists of cases on the page: how many there are, and the keys of those shown."""
    found = browser.get(reverse("start")).context["desk"].blocks
    return {block.key: (block.total, [line.case.reference for line in block.lines]) for block in found}


def many(user: User, number: int) -> None:
    """So many cases of somebody, each with something due."""
    today = timezone.localdate()
    for place in range(number):
        key, _ = new_key()
        Case.objects.create(
            key=key,
            office_id=user.office_id,
            lead=user,
            reference=f"V-{place}",
            next_due=today + timedelta(days=place % 40 - 20) if place % 3 else None,
            acts_at_once=place % 5 == 0,
            moved_on=today if place % 7 == 0 else None,
        )


@pytest.mark.parametrize("number", [10, 1000])
def test_as_many_queries_for_ten_cases_as_for_a_thousand(counsellor: User, number: int) -> None:
    many(counsellor, number)
    browser = browser_of(counsellor)
    browser.get(reverse("start"))
    with CaptureQueriesContext(connection) as queries:
        browser.get(reverse("start"))
    # Session, person, roles; how many cases, which are shown, those with their keys; answers; what the law has moved;
    # the log with its transaction.
    assert len(queries) <= 13, [query["sql"][:80] for query in queries.captured_queries]
    assert all(len(keys) <= SHOWN for _, keys in blocks(browser).values())


def test_each_case_stands_where_it_belongs(web: Client, counsellor: User) -> None:
    today = timezone.localdate()
    for reference, days in (("late", -1), ("today", 0), ("week", 6), ("later", 7)):
        case = make_case(counsellor, reference)
        keep_date(person_of(case), Noted(new_date_id(), today + timedelta(days=days), words="Termin"), counsellor)
    make_case(counsellor, "none")
    make_case(counsellor, "soon", application_filed_on="2026-01-01", location="in_germany")
    found = blocks(web)
    assert found["ueberfaellig"] == (1, ["late"])
    assert found["woche"] == (2, ["today", "week"])
    assert found["ohne"] == (1, ["none"])
    assert found["sofort"] == (1, ["soon"])


def test_only_cases_one_leads_are_counted_and_running_ones(web: Client, counsellor: User) -> None:
    today = timezone.localdate()
    foreign, colleague = make_user("eve", "Beratung Süd"), make_user("bob")
    for user, reference in ((foreign, "foreign"), (colleague, "colleague")):
        many(user, 3)
        Case.objects.filter(lead=user).update(next_due=today)
        make_case(user, reference)
    closed = make_case(counsellor, "closed")
    Case.objects.filter(pk=closed.pk).update(state=CaseState.CLOSED, closed_on=today, next_due=today)
    binned = make_case(counsellor, "binned")
    Case.objects.filter(pk=binned.pk).update(destroy_on=today, next_due=today)
    assert blocks(web) == {}
    text = web.get(reverse("start")).content.decode()
    for reference in ("foreign", "colleague", "closed", "binned", "V-0"):
        assert reference not in text


def test_a_case_that_cannot_be_opened_is_named_and_breaks_nothing(web: Client, counsellor: User) -> None:
    case = make_case(counsellor, "F-1")
    Case.objects.filter(pk=case.pk).update(next_due=timezone.localdate(), sealed_outlook=b"\x01" + b"x" * 200)
    response = web.get(reverse("start"))
    assert response.status_code == 200
    assert "lässt sich nicht öffnen" in response.content.decode()


def test_whoever_looks_at_what_is_due_is_on_record(web: Client, case: Case) -> None:
    web.get(reverse("start"))
    assert not Event.objects.filter(action=Action.DUE_VIEWED).exists()
    keep_date(person_of(case), Noted(new_date_id(), timezone.localdate(), words="Termin"), case.lead)
    web.get(reverse("start"))
    assert Event.objects.get(action=Action.DUE_VIEWED).subject == "1 Fälle"


def test_the_answer_of_a_releaser_is_told_until_it_is_read(web: Client, case: Case) -> None:
    releaser = make_user("rita", "Beratung Nord", Role.RELEASER)
    row = ask(case, case.lead, "Frage", releaser)
    desk = browser_of(releaser)
    assert case.reference in desk.get(reverse("start")).content.decode()
    answer(row, releaser, "Ja, so.")
    assert "Gerade wartet kein Fall" in desk.get(reverse("start")).content.decode()
    told = web.get(reverse("start")).content.decode()
    assert "Antwort auf Ihre Frage" in told
    assert "Ja, so." not in told
    web.get(reverse("guidance:consult", args=(case.uuid,)))
    assert "Antwort auf Ihre Frage" not in web.get(reverse("start")).content.decode()


def test_who_has_left_the_team_is_not_told_and_who_leads_now_is(case: Case) -> None:
    asked_by = make_user("bob")
    Case.objects.filter(pk=case.pk).update(lead=asked_by)
    case.refresh_from_db()
    releaser = make_user("rita", "Beratung Nord", Role.RELEASER)
    answer(ask(case, asked_by, "Frage", releaser), releaser, "Antwort")
    carla = make_user("carla")
    Case.objects.filter(pk=case.pk).update(lead=carla)
    assert "Antwort auf Ihre Frage" not in browser_of(asked_by).get(reverse("start")).content.decode()
    assert "Antwort auf Ihre Frage" in browser_of(carla).get(reverse("start")).content.decode()


def test_every_role_has_its_block_and_several_roles_several(db: None) -> None:
    words = {
        Role.COUNSELLOR: "Neuer Fall",
        Role.RELEASER: "Ihnen vorgelegt",
        Role.VOLUNTEER: "Für Sie zum Drucken freigegeben",
        Role.OFFICE_ADMIN: "In der Stelle",
        Role.EDITOR: "Gerade wartet kein Text auf Sie",
    }
    for number, role in enumerate(words):
        page = browser_of(make_user(f"u{number}", "Beratung Nord", role)).get(reverse("start"))
        main = page.content.decode().partition("<main")[2]
        # Texts wait for those who write them and for those who release them.
        wanted = {role, Role.EDITOR} if role is Role.RELEASER else {role}
        assert {other for other, text in words.items() if text in main} == wanted
    page = browser_of(make_user("all", "Beratung Nord", *words)).get(reverse("start")).content.decode()
    assert all(text in page for text in words.values())


def test_whoever_has_no_role_goes_to_their_account(db: None) -> None:
    nobody = make_user("n")
    nobody.role_grants.all().delete()
    assert browser_of(nobody).get(reverse("start")).headers["Location"] == reverse("people:account")


def test_the_office_admin_sees_what_is_kept_too_long_and_nothing_of_others(counsellor: User) -> None:
    admin = make_user("admin", "Beratung Nord", Role.OFFICE_ADMIN)
    foreign = make_user("eve", "Beratung Süd")
    today = timezone.localdate()
    assert counsellor.office is not None
    RetentionRule.objects.create(office=counsellor.office, kind="advice", months=12)
    for user in (counsellor, foreign):
        for number, (days, kind) in enumerate([(800, "advice"), (30, "advice"), (800, "support")]):
            case = make_case(user, f"R-{number}")
            closed = today - timedelta(days=days)
            Case.objects.filter(pk=case.pk).update(state=CaseState.CLOSED, closed_on=closed, kind=kind)
    late = make_case(counsellor, "late")
    Case.objects.filter(pk=late.pk).update(destroy_on=today - timedelta(days=3))
    desk = browser_of(admin).get(reverse("start")).context["office"]
    assert (desk.kept_too_long, desk.overdue_in_bin, desk.undecided) == (1, 1, 1)
    Client().post(reverse("account_login"), {"login": "admin", "password": "wrong"})
    noticed = browser_of(admin).get(reverse("start")).context["office"].noticed
    assert [(each.action, each.count) for each in noticed] == [(Action.LOGIN_FAILED, 1)]


def test_neither_address_nor_title_of_any_page_says_anything_personal(web: Client, case: Case) -> None:
    keep_date(person_of(case), Noted(new_date_id(), timezone.localdate(), words="Anhörung"), case.lead)
    page = web.get(reverse("start")).content.decode()
    title = page.partition("<title>")[2].partition("</title>")[0]
    assert case.reference not in title
    links = [part.partition('"')[0] for part in page.split('href="')[1:]]
    assert str(case.uuid) in " ".join(links)
    assert not [link for link in links if case.reference in link or "Anh" in link]
