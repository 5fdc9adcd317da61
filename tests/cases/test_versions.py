"""Optimistic locking: what somebody else has changed meanwhile is never overwritten unseen."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from advisor.cases import keeping
from advisor.cases.answers import answers_of
from advisor.cases.models import Case, CaseState
from advisor.cases.services import Stale, save_answers
from advisor.logbook.models import Action, Event
from tests.factories import answers, make_user, person_of
from tests.web.steps import kept, section_address, send

pytestmark = pytest.mark.django_db


def test_an_outdated_version_saves_nothing(case: Case) -> None:
    person = person_of(case)
    save_answers(person, answers(location="in_germany"), case.lead, version=0)
    again = person_of(Case.objects.get())
    with pytest.raises(Stale):
        save_answers(again, answers(location="border_or_transit", federal_state="HB"), case.lead, version=0)
    assert kept(case) == answers(location="in_germany")
    assert Event.objects.filter(action=Action.ANSWERED).count() == 1
    assert Case.objects.get().version == 1


def racing(monkeypatch: pytest.MonkeyPatch, *others: Any) -> list[Any]:
    """Somebody else does something between reading a case and saving, each time something else."""
    left = list(others)
    save = keeping.save_answers

    def late(*args: Any, **kwargs: Any) -> None:
        if left:
            left.pop(0)()
        save(*args, **kwargs)

    monkeypatch.setattr(keeping, "save_answers", late)
    return left


def test_another_answer_in_the_same_moment_is_kept_beside_ours(
    web: Client, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    racing(monkeypatch, lambda: save_answers(person_of(Case.objects.get()), answers(federal_state="HB"), case.lead))
    assert send(web, case, "location", "in_germany", location__was="0").status_code == 422, "the form says otherwise"
    monkeypatch.undo()
    racing(monkeypatch, lambda: save_answers(person_of(Case.objects.get()), answers(federal_state="NW"), case.lead))
    assert send(web, case, "location", "in_germany").status_code == 200
    assert kept(case) == answers(location="in_germany", federal_state="NW")


def test_the_same_question_in_the_same_moment_shows_both(
    web: Client, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = web.get(section_address(case, "a")).content.decode()
    was = page.split('id="was-location"')[1].split('value="')[1].split('"')[0]
    racing(
        monkeypatch,
        lambda: save_answers(person_of(Case.objects.get()), answers(location="border_or_transit"), case.lead),
    )
    response = send(web, case, "location", "in_germany", location__was=was)
    assert response.status_code == 422
    assert "Inzwischen ist hier etwas anderes gespeichert" in response.content.decode()
    assert kept(case) == answers(location="border_or_transit")


def test_who_is_always_slower_is_told_so_and_nothing_is_saved(
    web: Client, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other() -> None:
        save_answers(person_of(Case.objects.get()), answers(federal_state="NW"), case.lead)

    racing(monkeypatch, *[other] * 50)
    assert send(web, case, "location", "in_germany").status_code == 409
    assert "location" not in answers_of(person_of(Case.objects.get()))


def test_a_case_closed_in_the_same_moment_takes_no_answer(
    web: Client, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def close() -> None:
        Case.objects.update(state=CaseState.CLOSED, closed_on="2026-01-01", version=7)

    racing(monkeypatch, close)
    assert send(web, case, "location", "in_germany").status_code == 409
    assert kept(Case.objects.get()) == {}


def test_key_and_day_changed_by_two_people_are_both_shown(web: Client, case: Case) -> None:
    address = reverse("cases:edit", args=(case.uuid,))
    page = web.get(address).content.decode()
    was = page.split('name="was"')[1].split('value="')[1].split('"')[0]
    assert web.post(address, {"reference": "F-neu", "kind": "support", "was": was}).status_code == 302
    late = web.post(address, {"reference": "F-andere", "as_of": "21.07.2006", "was": was})
    text = late.content.decode()
    assert late.status_code == 409
    assert "„F-neu“" in text
    assert 'value="F-andere"' in text
    assert Case.objects.get().reference == "F-neu"
    now = text.split('name="was"')[1].split('value="')[1].split('"')[0]
    assert web.post(address, {"reference": "F-andere", "as_of": "21.07.2006", "was": now}).status_code == 302
    assert Case.objects.get().reference == "F-andere"
    assert Case.objects.get().kind == "support", "a form without the type leaves it"


def test_a_closed_case_is_shown_and_not_changed(web: Client, case: Case) -> None:
    Case.objects.update(state=CaseState.CLOSED, closed_on="2026-01-01")
    page = web.get(section_address(case, "a"))
    assert page.status_code == 200
    assert '<fieldset class="all-questions" disabled>' in " ".join(page.content.decode().split())
    assert send(web, case, "location", "in_germany").status_code == 409
    assert web.post(reverse("cases:edit", args=(case.uuid,)), {"reference": "X"}).status_code == 409
    assert kept(case) == {}


def test_what_was_typed_into_a_closed_or_foreign_case_comes_back(web: Client, case: Case) -> None:
    ours = {"Sec-Fetch-Site": "same-origin"}
    sent = {"shown": "location", "location": "in_germany", "location.note": "Merkzeichen"}
    Case.objects.update(state=CaseState.CLOSED, closed_on="2026-01-01")
    closed = web.post(section_address(case, "a"), sent, headers=ours)
    assert closed.status_code == 409
    Case.objects.update(state=CaseState.OPEN, closed_on=None, lead=make_user("ben"))
    outside = web.post(section_address(case, "a"), sent, headers=ours)
    assert outside.status_code == 403
    for response in (closed, outside):
        text = response.content.decode()
        assert 'name="location.note" value="Merkzeichen"' in text
        assert "Noch einmal senden" in text
    assert kept(Case.objects.get()) == {}
