"""A print code opens one paper, for whom it was meant, as long as the release holds; all else is answered alike."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import Role, User
from advisor.cases.models import Case
from advisor.guidance.models import PaperKind
from advisor.logbook.models import Action, Event
from advisor.memo.models import KeptMemo, Purpose, Release
from advisor.memo.print_code import SPELT, grouped, new_code, read_code, redeem, spelt
from advisor.memo.release import Terms, release, take_back
from tests.factories import make_user
from tests.memo.test_release import file_at, form_at, memo, printing, sent_for, today, volunteer
from tests.stored import dump

__all__ = ["memo", "printing", "today", "volunteer"]

pytestmark = pytest.mark.django_db

AT = "memo:by_code"


@pytest.fixture(autouse=True)
def fresh_counters() -> None:
    """No tries of another test."""
    cache.clear()


def let(memo: KeptMemo, until: date, *to: User, anyone: bool = False) -> str:
    """Release a paper; the code."""
    return release(memo, Terms(until, Purpose.LAWYER, to, anyone=anyone), memo.case.lead)


def test_a_code_is_told_and_typed_however_it_is_grouped() -> None:
    code = new_code()
    assert new_code() != code
    assert [word[0] for word in spelt(code).split(" · ")] == list(code)
    assert all(word[0] == letter for letter, word in SPELT.items())
    for typed in (code, grouped(code), grouped(code).lower(), f" {code[:2]} {code[2:]} "):
        assert read_code(typed) == code
    for typed in ("", code[:-1], code + "B", code[:-1] + "A", "ß" * 8, "0" * 8):
        assert read_code(typed) is None


def test_the_code_is_shown_once_and_kept_nowhere(
    web: Client, printing: Client, case: Case, memo: KeptMemo, volunteer: User, today: date
) -> None:
    shown = web.post(form_at(case), sent_for(volunteer, today)).content.decode()
    found = re.search(r"print-code\">\s*([A-Z]{4}-[A-Z]{4})\s*<", shown)
    assert found
    code = found[1]
    assert code not in web.get(form_at(case)).content.decode()
    for kept in (code, code.replace("-", "")):
        assert kept.encode() not in dump()
    answer = printing.post(reverse(AT), {"code": code.lower()})
    assert answer.headers["Location"] == f"{file_at(memo)}?zweck=authority"
    assert printing.get(answer.headers["Location"]).status_code == 200


def test_a_code_for_somebody_opens_nothing_for_others(memo: KeptMemo, volunteer: User, today: date) -> None:
    code = let(memo, today, volunteer)
    assert redeem(make_user("vito", "Beratung Nord", Role.VOLUNTEER), code) is None
    assert redeem(make_user("vic", "Beratung Süd", Role.VOLUNTEER), code) is None
    row = redeem(volunteer, code)
    assert row is not None
    assert row.memo == memo
    assert not row.redeemed


def test_a_code_for_all_gives_a_release_of_ones_own_in_the_office_only(
    web: Client, printing: Client, case: Case, memo: KeptMemo, volunteer: User, today: date
) -> None:
    code = let(memo, today, anyone=True)
    assert redeem(make_user("vic", "Beratung Süd", Role.VOLUNTEER), code) is None
    assert case.reference not in printing.get(reverse("memo:released")).content.decode()
    assert printing.get(file_at(memo)).status_code == 404
    for _ in range(2):
        assert printing.post(reverse(AT), {"code": code}).status_code == 302
    row = Release.objects.get(to=volunteer)
    assert (row.purpose, row.until, row.redeemed) == ("lawyer", today, True)
    used = Event.objects.get(action=Action.PRINT_CODE_USED)
    assert (used.actor, used.case) == (volunteer, case.uuid)
    assert printing.get(file_at(memo)).status_code == 200
    take_back(Release.objects.get(to=None), case.lead)
    assert printing.get(file_at(memo)).status_code == 404
    assert redeem(volunteer, code) is None


def test_whom_it_was_taken_back_from_does_not_get_it_again_by_the_same_code(
    memo: KeptMemo, volunteer: User, today: date
) -> None:
    code = let(memo, today, anyone=True)
    row = redeem(volunteer, code)
    assert row is not None
    take_back(row, memo.case.lead)
    assert redeem(volunteer, code) is None
    assert redeem(make_user("vito", "Beratung Nord", Role.VOLUNTEER), code) is not None
    assert redeem(volunteer, let(memo, today, anyone=True)) is not None


def test_released_anew_the_code_before_is_worthless(memo: KeptMemo, volunteer: User, today: date) -> None:
    first = let(memo, today, volunteer, anyone=True)
    second = let(memo, today, volunteer, anyone=True)
    assert redeem(volunteer, first) is None
    assert redeem(volunteer, second) is not None


def test_whatever_opens_nothing_is_answered_alike(
    printing: Client, case: Case, memo: KeptMemo, volunteer: User, today: date
) -> None:
    other = make_user("vito", "Beratung Nord", Role.VOLUNTEER)
    over, taken = let(memo, today, volunteer), new_code()
    Release.objects.update(until=today - timedelta(days=1))
    others = let(memo, today, other)
    answers = set()
    for typed in (over, taken, others, "x", "<b>", "\x00" * 9):
        cache.clear()
        response = printing.post(reverse(AT), {"code": typed})
        assert response.status_code == 422
        text = response.content.decode()
        answers.add("kein Papier öffnen" in text or "Nullzeichen" in text)
        assert case.reference not in text
    assert answers == {True}
    assert not Event.objects.filter(action=Action.PRINT_CODE_USED).exists()
    Release.objects.update(until=today)
    Case.objects.filter(pk=case.pk).update(destroy_on=today)
    assert redeem(other, others) is None


def test_codes_cannot_be_tried_at_will(printing: Client, memo: KeptMemo, volunteer: User, today: date) -> None:
    code = let(memo, today, volunteer)
    statuses = [printing.post(reverse(AT), {"code": new_code()}).status_code for _ in range(10)]
    assert statuses == [422] * 10
    refused = printing.post(reverse(AT), {"code": code})
    assert refused.status_code == 429
    assert code not in refused.content.decode()


def test_the_case_says_who_printed_what_for(
    web: Client, printing: Client, case: Case, memo: KeptMemo, volunteer: User, today: date
) -> None:
    pages = [reverse("memo:kept", args=(case.uuid,)), form_at(case)]
    volunteer.first_name, volunteer.last_name = "Vera", "Vogel"
    volunteer.save()
    assert all("Vera Vogel am" not in web.get(page).content.decode() for page in pages)
    let(memo, today, volunteer)
    printing.get(file_at(memo))
    for page in pages:
        text = " ".join(web.get(page).content.decode().split())
        assert "Vera Vogel am" in text
        assert "Termin bei einer Anwältin" in text.split("Vera Vogel am")[1]


def test_each_kind_of_paper_is_called_by_its_name(
    web: Client, printing: Client, case: Case, memo: KeptMemo, volunteer: User, today: date
) -> None:
    KeptMemo.objects.update(language="ar")
    type(memo.record).objects.update(kind=PaperKind.SHEET)
    release(memo, Terms(today, Purpose.CLIENT, [volunteer]), case.lead)
    for browser, page in (
        (web, reverse("memo:kept", args=(case.uuid,))),
        (web, form_at(case)),
        (printing, reverse("memo:released")),
    ):
        assert "Merkblatt auf Arabisch 1" in browser.get(page).content.decode()
    assert "merkblatt-" in printing.get(file_at(memo)).headers["Content-Disposition"]


def test_two_purposes_are_two_releases(printing: Client, memo: KeptMemo, volunteer: User, today: date) -> None:
    let(memo, today, volunteer)
    release(memo, Terms(today, Purpose.CLIENT, [volunteer]), memo.case.lead)
    listed = printing.get(reverse("memo:released")).content.decode()
    assert "zweck=lawyer" in listed
    assert "zweck=client" in listed
    printing.get(f"{file_at(memo)}?zweck=lawyer")
    assert Event.objects.get(action=Action.MEMO_PRINTED).subject == "1 memo lawyer"
    assert printing.get(f"{file_at(memo)}?zweck=commission").status_code == 404
