"""A memo is printed by whom it was released to, until the day named, and by nobody else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from advisor.accounts.models import Role, User
from advisor.cases.models import Case
from advisor.guidance import changes
from advisor.logbook.models import Action, Event
from advisor.memo.models import KeptMemo, Purpose, Release
from advisor.memo.release import NotGuided, Terms, release, take_back
from tests.factories import make_case, make_user
from tests.memo.test_kept import made
from tests.small_pdf import SMALL_PDF

pytestmark = pytest.mark.django_db

CONTENT = SMALL_PDF


@pytest.fixture
def today() -> date:
    """The day the pages take for today."""
    return timezone.localdate()


@pytest.fixture
def volunteer(counsellor: User) -> User:
    """Somebody of the same office who prints."""
    return make_user("vera", "Beratung Nord", Role.VOLUNTEER)


@pytest.fixture
def printing(volunteer: User) -> Client:
    """The browser of that person."""
    client = Client()
    client.force_login(volunteer)
    return client


@pytest.fixture
def memo(case: Case, today: date) -> KeptMemo:
    """A memo made by somebody qualified."""
    admin = make_user("olga", "Beratung Nord", Role.OFFICE_ADMIN)
    changes.qualify(case.lead, admin, ground="judge", title="Volljuristin", since=date(2020, 1, 1))
    return made(case, CONTENT)


def file_at(memo: KeptMemo) -> str:
    return reverse("memo:print", args=(memo.uuid,))


def sent_for(volunteer: User, until: date) -> dict[str, Any]:
    """What the form of a release sends."""
    return {"to": [volunteer.pk], "until": f"{until:%d.%m.%Y}", "purpose": "authority"}


def form_at(case: Case) -> str:
    return reverse("memo:release", args=(case.uuid, 1))


def test_from_the_release_to_the_printer(
    web: Client, printing: Client, case: Case, memo: KeptMemo, volunteer: User, today: date
) -> None:
    assert printing.get(file_at(memo)).status_code == 404
    until = today + timedelta(days=14)
    shown = web.get(form_at(case)).content.decode()
    assert f"{until:%d.%m.%Y}" in shown, "two weeks unless said otherwise"
    assert "Trotzdem" not in shown
    assert web.post(form_at(case), sent_for(volunteer, until)).status_code == 200

    listed = printing.get(reverse("memo:released")).content.decode()
    assert case.reference in listed
    assert f"Memo 1 vom {today:%d.%m.%Y}" in listed
    response = printing.get(file_at(memo))
    assert response.content != CONTENT, "stamped"
    assert response.content.startswith(b"%PDF")
    assert response.headers["Content-Disposition"].startswith("inline; ")
    assert case.reference not in response.headers["Content-Disposition"]
    printed = Event.objects.get(action=Action.MEMO_PRINTED)
    assert (printed.actor, printed.case, printed.subject) == (volunteer, case.uuid, "1 memo authority")
    assert Event.objects.get(action=Action.MEMO_RELEASED).subject == (
        f"1 memo authority an Person {volunteer.pk} bis {until:%d.%m.%Y}"
    )


def test_who_prints_sees_nothing_else(printing: Client, case: Case, memo: KeptMemo, volunteer: User) -> None:
    release(memo, Terms(timezone.localdate(), Purpose.CLIENT, [volunteer]), case.lead)
    for name in ("cases:result", "memo:preview", "memo:kept", "guidance:consult", "cases:team"):
        assert printing.get(reverse(name, args=(case.uuid,))).status_code == 403, name
    for name in ("cases:list", "guidance:inbox", "guidance:overview"):
        assert printing.get(reverse(name)).status_code == 403, name


def test_the_day_after_the_last_one_it_is_over(
    web: Client, printing: Client, case: Case, memo: KeptMemo, volunteer: User, today: date
) -> None:
    release(memo, Terms(today, Purpose.CLIENT, [volunteer]), case.lead)
    assert printing.get(file_at(memo)).status_code == 200
    Release.objects.update(until=today - timedelta(days=1))
    refused = printing.get(file_at(memo))
    assert refused.status_code == 404
    assert "nicht mehr für Sie freigegeben" in refused.content.decode()
    assert case.reference not in printing.get(reverse("memo:released")).content.decode()


def test_taken_back_it_is_over_at_once_and_may_begin_anew(
    web: Client, printing: Client, case: Case, memo: KeptMemo, volunteer: User, today: date
) -> None:
    release(memo, Terms(today, Purpose.CLIENT, [volunteer]), case.lead)
    address, row = reverse("memo:take_back", args=(case.uuid, 1)), memo.releases.get()
    for _ in range(2):
        assert web.post(address, {"release": row.pk}).status_code == 302
    assert printing.get(file_at(memo)).status_code == 404
    assert Event.objects.filter(action=Action.MEMO_WITHDRAWN).count() == 1
    release(memo, Terms(today, Purpose.CLIENT, [volunteer]), case.lead)
    assert printing.get(file_at(memo)).status_code == 200
    for wrong in ("", "x", "0", "9" * 30, str(row.pk + 1)):
        assert web.post(address, {"release": wrong}).status_code == 400


def test_another_volunteer_does_not_see_it(case: Case, memo: KeptMemo, volunteer: User, today: date) -> None:
    release(memo, Terms(today, Purpose.CLIENT, [volunteer]), case.lead)
    for person, status in (
        (make_user("vito", "Beratung Nord", Role.VOLUNTEER), 404),
        (make_user("vic", "Beratung Süd", Role.VOLUNTEER), 404),
        (make_user("karl", "Beratung Nord"), 403),
    ):
        browser = Client()
        browser.force_login(person)
        assert browser.get(file_at(memo)).status_code == status
        assert case.reference not in browser.get(reverse("memo:released")).content.decode()


def test_a_volunteer_who_moves_to_another_office_takes_nothing_along(
    printing: Client, case: Case, memo: KeptMemo, volunteer: User, today: date
) -> None:
    release(memo, Terms(today, Purpose.CLIENT, [volunteer]), case.lead)
    volunteer.office = make_user("eve", "Beratung Süd").office
    volunteer.save()
    assert printing.get(file_at(memo)).status_code == 404


def test_in_the_bin_nothing_is_printed(
    printing: Client, case: Case, memo: KeptMemo, volunteer: User, today: date
) -> None:
    release(memo, Terms(today, Purpose.CLIENT, [volunteer]), case.lead)
    Case.objects.filter(pk=case.pk).update(destroy_on=today)
    assert printing.get(file_at(memo)).status_code == 404
    assert not Release.objects.valid_on(today).exists()


def test_without_guidance_it_takes_a_tick_and_is_on_record(
    web: Client, case: Case, volunteer: User, today: date
) -> None:
    memo = made(case, CONTENT)
    text = web.get(form_at(case)).content.decode()
    assert "keine Anleitung eingetragen" in text
    sent = sent_for(volunteer, today)
    refused = web.post(form_at(case), sent)
    assert refused.status_code == 422
    assert "ohne gültige Anleitung" in refused.content.decode()
    with pytest.raises(NotGuided):
        release(memo, Terms(today, Purpose.CLIENT, [volunteer]), case.lead)
    assert not Release.objects.exists()
    assert web.post(form_at(case), {**sent, "all_the_same": "on"}).status_code == 200
    assert Event.objects.get(action=Action.MEMO_RELEASED).subject.endswith("ohne Anleitung")


def test_guidance_that_is_over_since_the_memo_was_made_takes_a_tick_too(
    web: Client, case: Case, memo: KeptMemo, volunteer: User, today: date
) -> None:
    qualification = case.lead.qualifications.get()
    changes.end(qualification, qualification.by, today)
    sent = sent_for(volunteer, today)
    assert web.post(form_at(case), sent).status_code == 422
    assert web.post(form_at(case), {**sent, "all_the_same": "on"}).status_code == 200


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"to": []}, "mindestens eine Person"),
        ({"purpose": ""}, "wofür das Papier gedruckt wird"),
        ({"purpose": "fun"}, "angebotenen Zwecke"),
        ({"to": ["x"]}, "angebotenen Personen"),
        ({"to": ["foreign"]}, "angebotenen Personen"),
        ({"to": ["counsellor"]}, "angebotenen Personen"),
        ({"until": ""}, "das es gibt"),
        ({"until": "31.02.2027"}, "das es gibt"),
        ({"until": "01.01.2020"}, "vorbei"),
        ({"until": "01.01.2199"}, "90 Tage"),
    ],
)
def test_a_fault_is_said_and_nothing_released(
    web: Client, case: Case, memo: KeptMemo, volunteer: User, today: date, changed: dict[str, object], said: str
) -> None:
    ids = {"foreign": make_user("vic", "Beratung Süd", Role.VOLUNTEER).pk, "counsellor": case.lead_id}
    sent: dict[str, Any] = {**sent_for(volunteer, today), **changed}
    sent["to"] = [ids.get(item, item) for item in sent["to"]]
    response = web.post(form_at(case), sent)
    assert response.status_code == 422
    assert said in response.content.decode()
    assert not Release.objects.exists()


def test_the_service_refuses_what_no_form_offers(case: Case, memo: KeptMemo, volunteer: User, today: date) -> None:
    for people, until in (([], today), ([case.lead], today), ([volunteer], today - timedelta(days=1))):
        with pytest.raises(ValueError, match="released"):
            release(memo, Terms(until, Purpose.CLIENT, people), case.lead)


def test_only_the_team_releases(case: Case, memo: KeptMemo, volunteer: User, today: date) -> None:
    release(memo, Terms(today, Purpose.CLIENT, [volunteer]), case.lead)
    sent = {**sent_for(volunteer, today), "release": memo.releases.get().pk}
    people = {make_user("eve", "Beratung Süd"): 404, make_user("karl", "Beratung Nord"): 403, volunteer: 403}
    for person, status in people.items():
        browser = Client()
        browser.force_login(person)
        for name in ("memo:release", "memo:take_back"):
            assert browser.post(reverse(name, args=(case.uuid, 1)), sent).status_code == status
    assert Release.objects.valid_on(today).count() == 1


def test_a_closed_case_releases_nothing_new_but_takes_back(
    web: Client, case: Case, memo: KeptMemo, volunteer: User, today: date
) -> None:
    release(memo, Terms(today, Purpose.CLIENT, [volunteer]), case.lead)
    Case.objects.filter(pk=case.pk).update(state="closed", closed_on=today)
    assert web.post(form_at(case), sent_for(volunteer, today)).status_code == 409
    assert web.get(form_at(case)).status_code == 200
    sent = {"release": memo.releases.get().pk}
    assert web.post(reverse("memo:take_back", args=(case.uuid, 1)), sent).status_code == 302
    assert not Release.objects.valid_on(today).exists()


def test_of_another_case_nothing_is_taken_back(web: Client, case: Case, memo: KeptMemo, volunteer: User) -> None:
    other = make_case(make_user("eve", "Beratung Süd"), "S-1")
    row = Release.objects.create(
        memo=made(other), to=volunteer, until=timezone.localdate(), by=other.lead, at=timezone.now()
    )
    assert web.post(reverse("memo:take_back", args=(case.uuid, 1)), {"release": row.pk}).status_code == 400
    take_back(row, other.lead)
    row.refresh_from_db()
    assert row.withdrawn_at is not None
