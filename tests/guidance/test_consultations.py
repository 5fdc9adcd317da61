"""A case put to the releaser: read-only until answered, the answer in the case, all of it sealed and on record."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import Role, User
from advisor.cases.models import AccessKind, Case, CaseAccess
from advisor.cases.services import Stale
from advisor.guidance.consultations import answer, answer_of, ask, put_to, question_of, withdraw
from advisor.guidance.models import Consultation
from advisor.logbook.models import Action, Event
from advisor.vault.faults import Tampered
from tests.factories import make_case, make_user, page_of
from tests.guidance.conftest import browser_of
from tests.stored import dump

pytestmark = pytest.mark.django_db

QUESTION, ANSWER = "Merkzeichen-Frage: reicht das?", "Merkzeichen-Antwort: ja, das reicht."


def actions(case: Case) -> list[str]:
    """What was done with a case beyond looking at it."""
    events = Event.objects.filter(case=case.uuid).exclude(action__in=(Action.CASE_VIEWED, Action.MEMO_VIEWED))
    return [event.action for event in events.order_by("number")]


def test_from_the_question_to_the_answer(web: Client, case: Case, releaser: User) -> None:
    other = browser_of(releaser)
    result = page_of("cases:person_result", case)
    assert other.get(result).status_code == 404

    response = web.post(reverse("guidance:consult", args=(case.uuid,)), {"to": "", "question": QUESTION})
    assert response.status_code == 302
    row = Consultation.objects.get()
    assert case.reference in other.get(reverse("guidance:inbox")).content.decode()
    assert QUESTION in other.get(reverse("guidance:reply", args=(row.uuid,))).content.decode()
    for name in ("cases:result", "cases:questionnaire", "memo:preview", "memo:kept", "guidance:consult"):
        assert other.get(reverse(name, args=(case.uuid,)), follow=True).status_code == 200, name
    for address in (reverse("guidance:consult", args=(case.uuid,)), page_of("memo:pdf", case)):
        assert other.post(address, {"question": "x"}).status_code == 403, address

    assert other.post(reverse("guidance:reply", args=(row.uuid,)), {"answer": ANSWER}).status_code == 302
    assert other.get(result).status_code == 404, "the access ends with the answer"
    assert other.get(reverse("guidance:reply", args=(row.uuid,))).status_code == 404
    assert case.reference not in other.get(reverse("guidance:inbox")).content.decode()
    page = web.get(reverse("guidance:consult", args=(case.uuid,))).content.decode()
    assert QUESTION in page
    assert ANSWER in page
    assert "Frage und Antwort" in web.get(page_of("memo:person_preview", case)).content.decode()
    assert actions(case) == [Action.CASE_CREATED, Action.ASKED, Action.ANSWERED_QUESTION]
    looked = Event.objects.filter(case=case.uuid, actor=releaser, action=Action.CASE_VIEWED)
    assert "Vorlage" in looked.values_list("subject", flat=True)


def test_question_and_answer_are_sealed_where_they_stand(case: Case, releaser: User) -> None:
    row = ask(case, case.lead, QUESTION)
    answer(row, releaser, ANSWER)
    assert b"Merkzeichen" not in dump()
    row.refresh_from_db()
    assert (question_of(row), answer_of(row)) == (QUESTION, ANSWER)
    row.sealed_answer, row.sealed_question = row.sealed_question, row.sealed_answer
    with pytest.raises(Tampered):
        question_of(row)


def test_a_question_taken_back_ends_the_access(web: Client, case: Case, releaser: User) -> None:
    row = ask(case, case.lead, QUESTION, releaser)
    assert web.post(reverse("guidance:take_back", args=(case.uuid, row.uuid))).status_code == 302
    assert not CaseAccess.objects.filter(case=case).exists()
    late = browser_of(releaser).post(reverse("guidance:reply", args=(row.uuid,)), {"answer": ANSWER})
    assert late.status_code == 409
    text = late.content.decode()
    assert ANSWER in text, "what was typed is not lost"
    assert case.reference not in text
    assert QUESTION not in text
    assert actions(case)[-1] == Action.QUESTION_WITHDRAWN
    again = web.post(reverse("guidance:take_back", args=(case.uuid, row.uuid)), follow=True)
    assert "schon beantwortet oder zurückgezogen" in again.content.decode()


def test_only_the_first_answer_counts(case: Case, releaser: User) -> None:
    second = make_user("rolf", "Beratung Nord", Role.RELEASER)
    row = ask(case, case.lead, QUESTION)
    answer(row, releaser, ANSWER)
    with pytest.raises(Stale):
        answer(row, second, "zu spät")
    with pytest.raises(Stale):
        withdraw(row, case.lead)
    row.refresh_from_db()
    assert (answer_of(row), row.answered_by) == (ANSWER, releaser)


def test_access_lasts_as_long_as_any_question_waits_for_that_person(case: Case, releaser: User) -> None:
    second = make_user("rolf", "Beratung Nord", Role.RELEASER)
    first, other = ask(case, case.lead, QUESTION, releaser), ask(case, case.lead, QUESTION, releaser)
    third = ask(case, case.lead, QUESTION, second)
    answer(first, releaser, ANSWER)
    assert set(put_to(releaser)) == {other}
    answer(other, releaser, ANSWER)
    assert not put_to(releaser).exists()
    assert list(CaseAccess.objects.filter(case=case).values_list("user", flat=True)) == [second.pk]
    withdraw(third, case.lead)
    assert not CaseAccess.objects.filter(case=case, kind=AccessKind.ASKED).exists()


def test_a_question_reaches_nobody_else(case: Case, releaser: User) -> None:
    second = make_user("rolf", "Beratung Nord", Role.RELEASER)
    stranger = make_user("sven", "Beratung Süd", Role.RELEASER)
    row = ask(case, case.lead, QUESTION, releaser)
    for person in (second, stranger):
        web = browser_of(person)
        for send in (web.get, web.post):
            assert send(reverse("guidance:reply", args=(row.uuid,)), {"answer": "x"}).status_code == 404
        assert web.get(page_of("cases:person_result", case)).status_code == 404
    for person in (stranger, case.lead):
        with pytest.raises(ValueError, match="releaser"):
            ask(case, case.lead, QUESTION, person)


def test_nobody_answers_their_own_question(counsellor: User) -> None:
    both = make_user("beate", "Beratung Nord", Role.COUNSELLOR, Role.RELEASER)
    case = make_case(both, "B-1")
    web = browser_of(both)
    response = web.get(reverse("guidance:consult", args=(case.uuid,)))
    assert "außer Ihnen niemanden" in response.content.decode()
    sent = web.post(reverse("guidance:consult", args=(case.uuid,)), {"question": QUESTION})
    assert sent.status_code == 422
    assert QUESTION.split(":")[0] in sent.content.decode()
    releaser = make_user("rita", "Beratung Nord", Role.RELEASER)
    row = ask(case, both, QUESTION)
    assert set(CaseAccess.objects.values_list("user", flat=True)) == {releaser.pk}
    assert web.post(reverse("guidance:reply", args=(row.uuid,)), {"answer": "x"}).status_code == 404


def test_an_empty_or_endless_text_is_refused_and_kept_on_the_page(web: Client, case: Case, releaser: User) -> None:
    address = reverse("guidance:consult", args=(case.uuid,))
    assert web.post(address, {"question": " "}).status_code == 422
    long = web.post(address, {"question": "ü" * 5001, "to": str(releaser.pk)})
    assert long.status_code == 422
    assert "ü" * 5001 in long.content.decode()
    assert web.post(address, {"question": QUESTION, "to": str(case.lead_id)}).status_code == 422
    assert not Consultation.objects.exists()


def test_a_case_in_the_bin_waits_for_no_answer(case: Case, releaser: User, today: object) -> None:
    row = ask(case, case.lead, QUESTION)
    Case.objects.filter(pk=case.pk).update(destroy_on=today)
    assert not put_to(releaser).exists()
    with pytest.raises(Stale):
        answer(row, releaser, ANSWER)
    assert browser_of(releaser).get(reverse("guidance:reply", args=(row.uuid,))).status_code == 404


def test_who_has_lost_the_role_reads_no_longer(case: Case, releaser: User) -> None:
    row = ask(case, case.lead, QUESTION)
    releaser.role_grants.all().delete()
    web = browser_of(releaser)
    assert web.get(reverse("guidance:reply", args=(row.uuid,))).status_code == 403
    assert web.get(page_of("cases:person_result", case)).status_code == 403
