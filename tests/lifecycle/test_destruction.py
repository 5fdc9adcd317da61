"""Deleted is deleted: no trace of a case in any table or session, its key gone, and a proof that tells nothing."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db.models import FileField
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from advisor.accounts.models import User
from advisor.cases.models import Answer, Assessment, Case, CaseAccess, Person
from advisor.guidance.models import Consultation, MemoRecord
from advisor.lifecycle.destruction import destroy_case
from advisor.lifecycle.models import DeletionCertificate, Ending, Reason
from advisor.lifecycle.wastebin import UNDO_DAYS, NotThere, put_in
from advisor.logbook.models import Action, Event
from advisor.logbook.verify import broken_places, chain_keys
from advisor.memo.models import KeptMemo, Release
from advisor.vault.faults import Tampered
from advisor.vault.models import DataKey
from advisor.vault.services import new_key, unlock
from tests.factories import make_case
from tests.lifecycle.full_case import MARKER, full_case
from tests.lifecycle.steps import close, destroyed
from tests.stored import dump

pytestmark = pytest.mark.django_db

OF_A_CASE = (Case, Person, Answer, Assessment, CaseAccess, Consultation, KeptMemo, Release, Ending)


def test_nothing_is_left_but_the_log_the_evidence_and_the_proof(web: Client, counsellor: User, today: date) -> None:
    case = full_case(counsellor)
    web.get(reverse("cases:questionnaire", args=(case.uuid,)), follow=True)
    web.post(reverse("cases:edit", args=(case.uuid,)), {"reference": MARKER * 20})
    wrapped = bytes(case.key.wrapped)
    assert MARKER.encode() in dump()
    assert wrapped in dump()
    close(case, counsellor, today)
    number = Event.objects.filter(case=case.uuid).count()
    destroyed(case, counsellor, today)
    stored = dump()
    assert MARKER.encode() not in stored
    assert wrapped not in stored
    for session in Session.objects.all():
        assert MARKER not in str(session.get_decoded())
    for model in OF_A_CASE:
        assert not model._default_manager.exists(), model
    assert Event.objects.filter(case=case.uuid).count() == number + 2  # put into the bin, destroyed
    assert MemoRecord.objects.filter(case=case.uuid).count() == 1


def test_no_model_keeps_a_file() -> None:
    assert not [field for model in apps.get_models() for field in model._meta.fields if isinstance(field, FileField)]


def test_a_copy_of_the_rows_does_not_open_without_the_key(counsellor: User, today: date) -> None:
    case = full_case(counsellor)
    place, sealed = f"label/{case.persons.get().uuid}", bytes(case.persons.get().sealed_label)
    key = DataKey.objects.get(case=case)
    copy = DataKey(id=key.id, wrapped=bytes(key.wrapped), master=key.master)
    assert MARKER in case.safe.open_text(place, sealed)
    destroyed(case, counsellor, today)
    assert not DataKey.objects.filter(pk=key.pk).exists()
    _, other = new_key()
    with pytest.raises(Tampered):
        other.open(place, sealed)
    copy.wrapped = bytes(new_key()[0].wrapped)
    with pytest.raises(Tampered):
        unlock(copy)


def test_what_the_log_kept_sealed_is_unreadable_and_the_chain_is_whole(counsellor: User, today: date) -> None:
    case = full_case(counsellor)
    event = Event.objects.get(action=Action.OPENED_FROM_OUTSIDE)
    assert MARKER in case.safe.open_text("log/details", event.details)
    destroyed(case, counsellor, today)
    event.refresh_from_db()
    assert event.details
    with pytest.raises(Tampered):
        new_key()[1].open("log/details", event.details)
    assert not [fault for key in chain_keys() for fault in broken_places(key)]


def test_other_cases_stay_as_they_are(counsellor: User, today: date) -> None:
    other = make_case(counsellor, "F-8", location="in_germany")
    destroyed(full_case(counsellor), counsellor, today)
    assert Answer.objects.filter(person__case=other).count() == 1
    assert DataKey.objects.filter(case=other).exists()


def test_nothing_is_destroyed_before_its_day_or_after_it_was_taken_back(case: Case, today: date) -> None:
    with pytest.raises(NotThere):
        destroy_case(case.pk, today)
    put_in(case, Reason.REQUEST, case.lead, today)
    with pytest.raises(NotThere):
        destroy_case(case.pk, today + timedelta(days=UNDO_DAYS - 1))
    assert Case.objects.filter(pk=case.pk).exists()


def test_the_proof_tells_days_and_counts_and_nothing_about_anybody(
    desk: Client, web: Client, counsellor: User, today: date
) -> None:
    case = full_case(counsellor)
    row = destroyed(case, counsellor, today)
    assert row.counts["cases.Person"] == 1
    assert row.counts["memo.KeptMemo"] == 1
    assert (row.by, row.reason) == (counsellor, Reason.REQUEST)
    page = desk.get(reverse("lifecycle:certificate", args=(row.uuid,)))
    text = page.content.decode()
    for shown in (str(case.uuid), f"{row.destroyed_on:%d.%m.%Y}", "Antworten: ", "von der Stelle gelöscht"):
        assert shown in text
    assert MARKER not in text
    assert "Konto Nr." in text
    assert str(case.uuid) in desk.get(reverse("lifecycle:certificates")).content.decode()
    assert web.get(reverse("lifecycle:certificate", args=(row.uuid,))).status_code == 403


def test_the_proof_on_paper(desk: Client, foreign_admin: Client, case: Case, today: date) -> None:
    row = destroyed(case, case.lead, today)
    address = reverse("lifecycle:certificate_pdf", args=(row.uuid,))
    response = desk.get(address)
    assert response.headers["Content-Type"] == "application/pdf"
    assert str(case.uuid) not in response.headers["Content-Disposition"]
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(response.content)).pages)
    assert "Löschnachweis" in text
    assert str(case.uuid) in text.replace("\n", "")
    assert desk.get(address).content == response.content
    for name in ("lifecycle:certificate", "lifecycle:certificate_pdf"):
        assert foreign_admin.get(reverse(name, args=(row.uuid,))).status_code == 404


def test_one_case_has_one_proof(case: Case, today: date) -> None:
    destroyed(case, case.lead, today)
    with pytest.raises(NotThere):
        destroy_case(case.pk, today + timedelta(days=99))
    assert DeletionCertificate.objects.count() == 1
