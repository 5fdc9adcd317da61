"""The pages on guidance: the admin writes down, everybody else reads their own, another office does not exist."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from advisor.accounts.models import User
from advisor.cases.models import Case
from advisor.guidance.models import Guidance, Qualification, Training
from tests.guidance.conftest import browser_of
from tests.guidance.test_standing import guided

pytestmark = pytest.mark.django_db

AGREEMENT = {
    "guide": "",
    "guide_name": "Vera Recht",
    "ground": "permitted",
    "qualification": "Rechtsanwältin",
    "basis": "welfare",
    "agreed_on": "01.01.2026",
    "valid_until": "31.12.2026",
    "document": "Ordner 3",
}


def test_the_admin_writes_down_an_agreement(counsellor: User, admin: User) -> None:
    web = browser_of(admin)
    address = reverse("guidance:person", args=(counsellor.pk,))
    assert web.post(f"{address}?tun=guidance", AGREEMENT).status_code == 302
    row = Guidance.objects.get()
    assert row.words == "Vera Recht, Rechtsanwältin (§ 8 Abs. 2, § 7 Abs. 2 RDG)"
    assert (row.adviser, row.by, row.office) == (counsellor, admin, admin.office)
    assert "Vera Recht" in web.get(address).content.decode()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"guide_name": ""}, "Bitte den Namen eintragen"),
        ({"guide": "admin"}, "nur eines von beiden"),
        ({"guide": "counsellor", "guide_name": ""}, "eine der angebotenen Personen"),
        ({"guide": "foreign", "guide_name": ""}, "eine der angebotenen Personen"),
        ({"valid_until": "31.12.2025"}, "vor dem Beginn"),
        ({"valid_until": "31.12.9999"}, "20 Jahre"),
        ({"agreed_on": "31.02.2026"}, "das es gibt"),
        ({"agreed_on": "01.01.0001"}, "ab 01.01.1950"),
        ({"qualification": " "}, "Bitte ausfüllen"),
        ({"qualification": "x" * 101}, "100 Zeichen"),
        ({"ground": "none"}, "gültige Auswahl"),
    ],
)
def test_a_fault_is_said_and_what_was_typed_stays(
    counsellor: User, admin: User, foreign: Case, changed: dict[str, str], said: str
) -> None:
    people = {"admin": admin.pk, "counsellor": counsellor.pk, "foreign": foreign.lead_id}
    sent = {**AGREEMENT, **{key: str(people.get(value, value)) for key, value in changed.items()}}
    response = browser_of(admin).post(f"{reverse('guidance:person', args=(counsellor.pk,))}?tun=guidance", sent)
    assert response.status_code == 422
    text = response.content.decode()
    assert said in text
    assert "Ordner 3" in text
    assert not Guidance.objects.exists()


def test_trainings_and_own_qualification(counsellor: User, admin: User) -> None:
    web = browser_of(admin)
    address = reverse("guidance:person", args=(counsellor.pk,))
    web.post(f"{address}?tun=training", {"title": "Asylrecht", "day": "03.02.2026", "hours": "1,5"})
    training = Training.objects.get()
    assert (training.day, str(training.hours)) == (date(2026, 2, 3), "1.5")
    web.post(f"{address}?tun=qualification", {"ground": "judge", "title": "Volljuristin", "since": "01.02.2020"})
    text = web.get(address).content.decode()
    assert "1,5 Std." in text
    assert "aus eigener Befähigung: Volljuristin" in text
    web.post(f"{address}?tun=remove_training", {"nummer": training.pk})
    web.post(f"{address}?tun=end_qualification", {"nummer": Qualification.objects.get().pk})
    assert not Training.objects.exists()
    assert Qualification.objects.get().ended_on is not None
    assert web.post(f"{address}?tun=training", {"title": "", "day": "", "hours": "viel"}).status_code == 422


@pytest.mark.parametrize("number", ["", "0", "x", "-1", "²", "9" * 18, "9" * 400])
@pytest.mark.parametrize("doing", ["end_guidance", "end_qualification", "remove_training", "", "nichts"])
def test_what_is_not_there_cannot_be_ended(counsellor: User, admin: User, number: str, doing: str) -> None:
    row = guided(counsellor, admin)
    address = reverse("guidance:person", args=(counsellor.pk,))
    assert browser_of(admin).post(f"{address}?tun={doing}", {"nummer": number}).status_code == 400
    row.refresh_from_db()
    assert row.ended_on is None


def test_of_another_office_nothing_is_seen_or_changed(counsellor: User, admin: User, foreign: Case) -> None:
    other = guided(foreign.lead, foreign.lead)
    web = browser_of(admin)
    address = reverse("guidance:person", args=(foreign.lead_id,))
    assert web.get(address).status_code == 404
    assert web.post(f"{address}?tun=end_guidance", {"nummer": other.pk}).status_code == 404
    own = reverse("guidance:person", args=(counsellor.pk,))
    assert web.post(f"{own}?tun=end_guidance", {"nummer": other.pk}).status_code == 400
    assert "eve" not in web.get(reverse("guidance:overview")).content.decode()


def test_the_overview_names_first_what_is_missing(counsellor: User, admin: User) -> None:
    text = browser_of(admin).get(reverse("guidance:overview")).content.decode()
    assert "Bitte ansehen" in text
    assert "keine Anleitung eingetragen" in text


def test_everybody_reads_their_own_and_nobody_that_of_others(counsellor: User, admin: User, releaser: User) -> None:
    guided(counsellor, admin, guide=releaser, guide_name="", valid_until=date(2199, 1, 1))
    assert "Volljuristin" in browser_of(counsellor).get(reverse("guidance:own")).content.decode()
    assert "ada" in browser_of(releaser).get(reverse("guidance:own")).content.decode()
    for name in ("guidance:overview", "guidance:person", "guidance:report", "guidance:report_csv", "memo:report_pdf"):
        parts = {"guidance:overview": ()}.get(name, (2026,))
        assert browser_of(counsellor).get(reverse(name, args=parts)).status_code == 403
