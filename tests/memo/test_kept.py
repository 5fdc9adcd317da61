"""A memo is kept as it was made: sealed, the same bytes again, with the guidance of its day."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from advisor.accounts.models import Role, User
from advisor.cases.answers import answers_of
from advisor.cases.models import Case
from advisor.cases.services import Stale, assessment_of
from advisor.guidance import changes
from advisor.guidance.models import Cover, MemoRecord
from advisor.guidance.standing import standing_of
from advisor.logbook.models import Action, Event
from advisor.memo.keeping import Written, file_of, keep_memo
from advisor.memo.letterhead import letterhead_of
from advisor.memo.models import KeptMemo
from advisor.memo.paper import memo_of
from advisor.memo.render import memo_pdf
from advisor.vault.faults import Tampered
from tests.factories import answers, make_case, make_user, page_of, person_of
from tests.stored import dump

pytestmark = pytest.mark.django_db

MARKER = "Merkzeichen-Memo"


@pytest.fixture
def admin(counsellor: User) -> User:
    """Somebody who manages the office."""
    return make_user("olga", "Beratung Nord", Role.OFFICE_ADMIN)


@pytest.fixture
def full(counsellor: User) -> Case:
    """A case with some answers."""
    return make_case(counsellor, "F-2026/7", location="in_germany", federal_state="NW", urgent_reasons_23a=True)


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """The PDF writer, which takes seconds: each file stands for what was to be printed."""
    monkeypatch.setattr(
        "advisor.memo.render.write_pdf", lambda html, identifier, *_: f"%PDF-{identifier}\n{html}".encode()
    )


def made(case: Case, content: bytes = b"%PDF-1") -> KeptMemo:
    """A memo of that content, made today by the person in charge."""
    person = person_of(case)
    standing = standing_of(case.lead, timezone.localdate())
    return keep_memo(Written(content), person, assessment_of(person), answers_of(person), case.lead, standing)


def test_the_file_comes_back_byte_for_byte(web: Client, full: Case) -> None:
    first = web.post(page_of("memo:pdf", full), {"weg": ["p23a"]})
    assert first.content.startswith(b"%PDF")
    again = web.get(reverse("memo:download", args=(full.uuid, 1)))
    assert again.content == first.content
    assert again.headers["Content-Disposition"] == f'attachment; filename="memo-{str(full.uuid)[:8]}-1.pdf"'
    assert hashlib.sha256(again.content).hexdigest() == MemoRecord.objects.get().checksum
    done = Event.objects.filter(case=full.uuid).order_by("number").values_list("action", flat=True)
    assert list(done)[-4:] == [Action.ASSESSED, Action.MEMO_MADE, Action.CASE_VIEWED, Action.MEMO_DOWNLOADED]


def test_the_checksum_that_outlives_the_case_tells_nothing_of_its_answers(web: Client, full: Case) -> None:
    """Who has the database and guesses all answers could otherwise make the memo and compare."""
    files = [web.post(page_of("memo:pdf", full), {"weg": ["p23a"]}).content for _ in range(2)]
    assert files[0] != files[1]
    checksums = list(MemoRecord.objects.values_list("checksum", flat=True))
    assert len(set(checksums)) == 2
    person = person_of(full)
    guessed = answers_of(person)
    head = letterhead_of(full.office, full.lead, standing_of(full.lead, timezone.localdate()))
    memo = memo_of(assessment_of(person, guessed), guessed, head, chosen=["p23a"])
    assert hashlib.sha256(memo_pdf(memo)).hexdigest() not in checksums
    assert memo.checksum not in repr(list(Event.objects.values_list()) + list(MemoRecord.objects.values_list()))


def test_it_does_not_change_with_the_case(web: Client, full: Case, paper: None) -> None:
    first = web.post(page_of("memo:pdf", full)).content
    web.post(page_of("cases:answer", full, "a", "location"), {"location": "abroad_home_country"})
    second = web.post(page_of("memo:pdf", full)).content
    assert first != second
    assert [web.get(reverse("memo:download", args=(full.uuid, n))).content for n in (1, 2)] == [first, second]
    page = web.get(reverse("memo:kept", args=(full.uuid,))).content.decode()
    assert page.index("Memo 2 vom") < page.index("Memo 1 vom")
    assert web.get(reverse("memo:download", args=(full.uuid, 3))).status_code == 404


def test_nothing_of_it_can_be_read_in_the_database(full: Case) -> None:
    content = f"%PDF {MARKER}".encode()
    memo = made(full, content)
    assert MARKER.encode() not in dump()
    assert file_of(KeptMemo.objects.get()) == content
    memo.sealed = bytes([*memo.sealed[:-1], memo.sealed[-1] ^ 1])
    with pytest.raises(Tampered):
        file_of(memo)


def test_another_file_or_another_checksum_is_no_memo(full: Case) -> None:
    first, second = made(full, b"%PDF-1"), made(full, b"%PDF-2")
    first.sealed, second.sealed = second.sealed, first.sealed
    with pytest.raises(Tampered):
        file_of(first)
    kept = KeptMemo.objects.get(record__number=1)
    MemoRecord.objects.filter(pk=kept.record_id).update(checksum="0" * 64)
    with pytest.raises(Tampered):
        file_of(KeptMemo.objects.get(pk=kept.pk))


def test_it_names_the_guidance_of_its_day_whatever_comes_later(
    web: Client, full: Case, admin: User, paper: None
) -> None:
    today = timezone.localdate()
    row = changes.agree(
        full.lead,
        admin,
        guide=None,
        guide_name="Vera Recht",
        qualification="Volljuristin",
        agreed_on=today,
        valid_until=today,
    )
    first = web.post(page_of("memo:pdf", full)).content.decode()
    changes.end(row, admin, today)
    second = web.post(page_of("memo:pdf", full)).content.decode()
    assert "Vera Recht, Volljuristin (§ 6 Abs. 2 RDG)" in first
    assert "Vera Recht" not in second
    one, two = MemoRecord.objects.order_by("number")
    assert (one.cover, one.under, one.guidance) == (Cover.GUIDED, "Vera Recht, Volljuristin (§ 6 Abs. 2 RDG)", row)
    assert (two.cover, two.under, two.guidance) == (Cover.MISSING, "", None)


@pytest.mark.parametrize("ended", [False, True])
def test_the_preview_says_that_guidance_is_over_or_missing(web: Client, full: Case, admin: User, ended: bool) -> None:
    if ended:
        day = timezone.localdate() - timedelta(days=1)
        changes.agree(
            full.lead, admin, guide=admin, qualification="Volljuristin", agreed_on=date(2020, 1, 1), valid_until=day
        )
    text = web.get(page_of("memo:person_preview", full)).content.decode()
    assert ("Anleitung abgelaufen" if ended else "Keine Anleitung eingetragen") in text
    assert "Unter Anleitung von" not in text


def test_who_is_qualified_signs_with_the_qualification(full: Case, admin: User) -> None:
    today = timezone.localdate()
    changes.qualify(full.lead, admin, ground="judge", title="Volljuristin", since=today)
    head = letterhead_of(full.office, full.lead, standing_of(full.lead, today))
    assert (head.adviser, head.guidance) == (f"{full.lead}, Volljuristin", "")


def test_the_same_judgement_under_the_same_guidance_gives_the_same_bytes(full: Case, admin: User) -> None:
    day = date(2026, 11, 22)
    changes.agree(full.lead, admin, guide=admin, qualification="Volljuristin", agreed_on=day, valid_until=day)
    given = answers(location="in_germany", federal_state="NW")
    person = person_of(full)
    memos = [
        memo_of(
            assessment_of(person, given),
            given,
            letterhead_of(full.office, full.lead, standing_of(full.lead, day)),
            chosen=["p22_1"],
        )
        for _ in range(2)
    ]
    assert memos[0].checksum == memos[1].checksum
    assert memo_pdf(memos[0]) == memo_pdf(memos[1])


def test_numbers_count_within_a_case_and_are_not_given_twice(full: Case, case: Case) -> None:
    made(full)
    made(case)
    made(full)
    KeptMemo.objects.filter(case=full).delete()
    assert made(full).record.number == 3


def test_a_case_that_is_gone_meanwhile_keeps_nothing(full: Case) -> None:
    other = Case.objects.get(pk=full.pk)
    Case.objects.filter(pk=full.pk).update(destroy_on=timezone.localdate())
    with pytest.raises(Stale), transaction.atomic():
        made(other)
    assert not KeptMemo.objects.exists()
    assert not MemoRecord.objects.exists()


def test_deleting_a_case_takes_its_files_and_leaves_the_evidence(full: Case) -> None:
    made(full)
    full.delete()
    assert not KeptMemo.objects.exists()
    assert MemoRecord.objects.get().number == 1


def test_lists_do_not_fetch_the_files(web: Client, full: Case) -> None:
    made(full)
    with CaptureQueriesContext(connection) as queries:
        web.get(reverse("memo:kept", args=(full.uuid,)))
    asked = [query["sql"] for query in queries if "memo_keptmemo" in query["sql"]]
    assert asked
    assert not [sql for sql in asked if '"memo_keptmemo"."sealed"' in sql]


def test_whoever_may_not_open_the_case_gets_no_memo(full: Case, admin: User) -> None:
    made(full)
    people = {
        make_user("eve", "Beratung Süd"): 404,
        make_user("karl", "Beratung Nord"): 403,
        make_user("rita", "Beratung Nord", Role.RELEASER): 404,
        make_user("vera", "Beratung Nord", Role.VOLUNTEER): 403,
        admin: 403,
    }
    for person, status in people.items():
        browser = Client()
        browser.force_login(person)
        for name, parts in (("memo:kept", ()), ("memo:download", (1,))):
            assert browser.get(reverse(name, args=(full.uuid, *parts))).status_code == status, person
