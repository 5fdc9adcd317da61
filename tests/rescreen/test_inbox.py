"""The inbox shows what moved to whoever may open the case, both sides with pin-cites, until somebody has seen it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from advisor.accounts.models import User
from advisor.cases import team
from advisor.cases.models import Case
from advisor.disclosure.stored import Stored
from advisor.logbook.models import Action, Event
from advisor.rescreen.comparing import open_moved
from advisor.rescreen.inbox import DUE, LOST, OTHER, WON, count_for, gravity, lines_for
from advisor.rescreen.models import MovedResult
from advisor.rescreen.stand import AT_ONCE, CRITERION, DEADLINE, VERDICT, Difference
from advisor.texts.models import Release
from tests.factories import make_case, make_user
from tests.rescreen.conftest import FACTS, STRICTER, rescreened

pytestmark = pytest.mark.django_db


@pytest.fixture
def moved(counsellor: User, hit: Case) -> MovedResult:
    """A result that the stricter law has moved."""
    rescreened(counsellor)
    rescreened(counsellor, STRICTER)
    return hit.moved_results.get()


def test_both_sides_stand_beside_each_other_with_sentence_and_cite(web: Client, moved: MovedResult) -> None:
    page = web.get(reverse("rescreen:change", args=(moved.uuid,))).content.decode()
    for words in (
        "Die Person ist vollziehbar ausreisepflichtig.",  # the old sentence
        "Ein anderer Satz.",
        "§ 23a Abs. 1 S. 1 AufenthG; § 58 Abs. 2 AufenthG",
        "Vollziehbar ausreisepflichtig: ja",  # the old rule
        "Regel geändert",
        "scheidet derzeit aus",
        moved.law_before,
        moved.law_now,
    ):
        assert words in page, words
    assert "wird nicht geprüft" not in page


def test_the_start_page_leads_to_the_inbox_and_seen_takes_it_off_for_the_team(
    web: Client, moved: MovedResult, counsellor: User
) -> None:
    case, inbox = moved.case, reverse("rescreen:inbox")
    assert inbox in web.get(reverse("start")).content.decode().split("<main", 1)[1]
    assert case.reference in web.get(inbox).content.decode()
    assert Event.objects.filter(action=Action.CHANGES_VIEWED, subject="1 Fälle").exists()
    colleague = make_user("karl")
    team.share(case, colleague, counsellor)
    assert count_for(colleague) == 1
    seen = reverse("rescreen:seen", args=(moved.uuid,))
    assert web.post(seen).status_code == web.post(seen).status_code == 302
    moved.refresh_from_db()
    assert (moved.seen_by, count_for(colleague), count_for(counsellor)) == (counsellor, 0, 0)
    assert Event.objects.filter(action=Action.CHANGE_SEEN, case=case.uuid).count() == 1
    listed = web.get(inbox).content.decode()
    assert "Zuletzt gesehen" in listed
    assert "Gesehen von" in web.get(reverse("rescreen:change", args=(moved.uuid,))).content.decode()


def test_who_may_not_open_the_case_sees_neither_entry_nor_count(moved: MovedResult, counsellor: User) -> None:
    outside, foreign = make_user("otto"), make_user("olga", "Beratung Süd")
    for other in (outside, foreign):
        assert count_for(other) == 0
        browser = Client()
        browser.force_login(other)
        assert moved.case.reference not in browser.get(reverse("rescreen:inbox")).content.decode()
        for name, send in (("change", browser.get), ("seen", browser.post)):
            assert send(reverse(f"rescreen:{name}", args=(moved.uuid,))).status_code == 404


def test_the_nearest_open_deadline_comes_first_then_the_gravest(counsellor: User) -> None:
    today = timezone.localdate()
    names = ("spät", "sofort", "ohne", "bald")
    cases = {name: make_case(counsellor, name, **FACTS) for name in names}
    rescreened(counsellor)
    rescreened(counsellor, STRICTER)
    Case.objects.update(next_due=None, acts_at_once=False)
    for name, days in (("spät", 40), ("bald", 3)):
        Case.objects.filter(pk=cases[name].pk).update(next_due=today + timedelta(days=days))
    Case.objects.filter(pk=cases["sofort"].pk).update(acts_at_once=True)
    assert [line.row.case.reference for line in lines_for(counsellor)] == ["sofort", "bald", "spät", "ohne"]


def test_a_way_that_closes_weighs_most_and_another_explanation_least() -> None:
    criterion = Difference(CRITERION, "p23a", "p23a_order", "o", "n")
    for weight, entry in (
        (LOST, Difference(VERDICT, "p23a", "p23a", "open", "excluded")),
        (LOST, Difference(VERDICT, "p23a", "p23a", "met", None)),
        (DUE, Difference(DEADLINE, "", "d", None, "2026-01-01")),
        (DUE, Difference(DEADLINE, "", "d", "2026-01-01", AT_ONCE)),
        (WON, Difference(VERDICT, "p23a", "p23a", "excluded", "open")),
        (OTHER, Difference(DEADLINE, "", "d", "2026-01-01", "2026-02-01")),
        (OTHER, criterion),
    ):
        assert gravity([criterion, entry]) == weight, entry


def test_a_case_that_does_not_open_is_named_and_hides_no_other(
    web: Client, moved: MovedResult, counsellor: User
) -> None:
    other = make_case(counsellor, "F-8", **FACTS)
    rescreened(counsellor, STRICTER)
    MovedResult.objects.filter(pk=moved.pk).update(sealed=b"x" * 93)
    page = web.get(reverse("rescreen:inbox")).content.decode()
    assert "lässt sich nicht öffnen" in page
    assert other.reference in page
    rescreened(counsellor)
    fresh = MovedResult.objects.select_related("case__key").get(pk=moved.pk)
    assert {each.now for each in open_moved(fresh.case, fresh)} == {"open", "o"}, "the next run writes it anew"


def test_the_inbox_takes_as_many_queries_for_many_as_for_one(counsellor: User, moved: MovedResult) -> None:
    def asked(number: int) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert len(lines_for(User.objects.get(pk=counsellor.pk))) == number
        return len(queries)

    one = asked(1)
    for number in range(3):
        make_case(counsellor, f"G-{number}", **FACTS)
    rescreened(counsellor, STRICTER)
    assert asked(4) == one


def test_whoever_asks_what_is_stored_about_them_gets_it(moved: MovedResult) -> None:
    stored = Stored(Case.objects.select_related("key").get(pk=moved.case_id), moved.person)
    ((row, found),) = stored.moved_results
    assert row == moved
    assert ("p23a", "open", "excluded") in {(each.id, each.before, each.now) for each in found}


def test_new_texts_are_named_with_their_release(web: Client, moved: MovedResult, counsellor: User) -> None:
    address = reverse("rescreen:change", args=(moved.uuid,))
    release = Release.objects.create(office=moved.case.office, number=7, by=counsellor, law_version="0000")
    assert "Freigabe 7" not in web.get(address).content.decode(), "the texts are the same"
    MovedResult.objects.update(texts_before="0000")
    assert "Freigabe 7" not in web.get(address).content.decode(), "it came after the run"
    MovedResult.objects.update(at=timezone.now())
    page = web.get(address).content.decode()
    assert "Freigabe 7 vom" in page
    assert reverse("editorial:released", args=(release.number,)) in page
