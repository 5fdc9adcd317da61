"""Closing, answering, deleting and taking back a case in a real browser; no step needs a script."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from advisor.accounts.models import Role, RoleGrant, User
from advisor.cases.models import Case
from advisor.cases.services import save_answers
from advisor.lifecycle.destruction import destroy_case
from advisor.lifecycle.models import Reason
from advisor.lifecycle.wastebin import UNDO_DAYS, put_in
from tests.browser.conftest import Desk
from tests.disclosure.conftest import add_person, noted
from tests.factories import make_case
from tests.lifecycle.steps import close


@pytest.fixture
def manager(person_at_desk: User) -> User:
    """Somebody who advises and manages the office."""
    RoleGrant.objects.create(user=person_at_desk, role=Role.OFFICE_ADMIN)
    return person_at_desk


def test_from_closing_to_the_proof(desk: Desk, manager: User) -> None:
    from_closing_to_the_proof(desk, manager, desk.accessible)


def test_from_closing_to_the_proof_without_scripts(plain_desk: Desk, manager: User) -> None:
    from_closing_to_the_proof(plain_desk, manager, lambda name: None)


def from_closing_to_the_proof(desk: Desk, manager: User, look: Callable[[str], None]) -> None:
    """Close a case with something open, delete it, take it back, and see the proof of its destruction.

    ``look``: what is done with each page; what finds violations is itself a script.
    """
    case = make_case(manager, "F-20", removal_stage="date_fixed", location="in_germany")
    page = desk.open(reverse("lifecycle:state", args=(case.uuid,)))
    look("state-open")
    page.get_by_role("button", name="Abschließen").click()
    page.get_by_role("heading", name="In diesem Fall ist noch etwas offen").wait_for()
    look("state-refused")
    page.get_by_label("Ich habe die offenen Punkte gesehen").check()
    page.get_by_role("button", name="Abschließen").click()
    page.get_by_text("Der Fall ist jetzt abgeschlossen.").wait_for()
    look("state-closed")
    page.get_by_role("link", name="Fall löschen").click()
    page.get_by_label("Aktenzeichen zur Bestätigung").fill("F-2")
    page.get_by_role("button", name="In den Papierkorb legen").click()
    page.get_by_text("Das ist nicht das Aktenzeichen dieses Falls").first.wait_for()
    look("delete")
    page.get_by_label("Aktenzeichen zur Bestätigung").fill("F-20")
    page.get_by_role("button", name="In den Papierkorb legen").click()
    page.get_by_role("heading", name="Papierkorb").wait_for()
    look("bin")
    page.get_by_role("button", name="F-20 zurückholen").click()
    page.get_by_text("Der Fall ist zurückgeholt.").wait_for()
    assert Case.objects.get(pk=case.pk).destroy_on is None
    today = timezone.localdate()
    put_in(case, Reason.REQUEST, manager, today)
    destroy_case(case.pk, today + timedelta(days=UNDO_DAYS))
    page.get_by_role("link", name="Löschnachweise").click()
    look("certificates")
    page.get_by_role("link", name=str(case.uuid)).click()
    page.get_by_role("heading", name="Löschnachweis").wait_for()
    look("certificate")


def test_the_office_sees_first_what_would_go(desk: Desk, manager: User) -> None:
    today = timezone.localdate()
    for number, facts in enumerate(({}, {"departure_deadline": (today + timedelta(days=300)).isoformat()})):
        close(make_case(manager, f"F-3{number}", **facts), manager, today - timedelta(days=45))
    page = desk.open(reverse("lifecycle:retention"))
    page.get_by_label("Beratung: Monate").fill("1")
    page.get_by_role("button", name="Vorschau zeigen").click()
    page.get_by_role("heading", name="Vorschau: so wäre es").wait_for()
    desk.accessible("retention")
    page.get_by_role("button", name="Fristen speichern").click()
    page.get_by_text("Gespeichert. Der nächste tägliche Lauf").wait_for()


def test_an_answer_to_the_person(desk: Desk, desk_case: Case) -> None:
    add_person(desk_case, 0, "Frau A.")
    add_person(desk_case, 1, "Sohn B.")
    person = desk_case.persons.get(position=0)
    save_answers(person, noted("Der Sohn sagt das auch.", location="in_germany"), desk_case.lead)
    save_answers(person, noted("Pass gesehen", nationality=["RU"]), desk_case.lead)
    page = desk.open(reverse("disclosure:bundle", args=(desk_case.uuid,)))
    desk.accessible("disclosure")
    with page.expect_download() as download:
        page.get_by_role("button", name="Nur PDF").click()
    assert download.value.suggested_filename.endswith(".pdf")
