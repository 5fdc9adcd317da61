"""Whoever sees what is in a case is on record, also where the page comes as the answer to a form with a fault."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import Role, User
from advisor.cases.models import Case
from advisor.cases.sections import ALL_SECTIONS
from advisor.guidance.consultations import ask
from advisor.logbook.models import Action, Event
from tests.factories import make_case, make_user, page_of
from tests.web.steps import HTMX

pytestmark = pytest.mark.django_db


def seen(case: Case) -> list[str]:
    """The pages on record as seen."""
    return list(
        Event.objects.filter(case=case.uuid, action=Action.CASE_VIEWED)
        .order_by("number")
        .values_list("subject", flat=True)
    )


def section_of(fact_id: str) -> str:
    """The section a question stands in."""
    return next(part.slug for part in ALL_SECTIONS for fact in part.facts if fact.id == fact_id)


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("name", "sent", "status", "page"),
    [
        ("cases:section", {"shown": "location", "location": "on_the_moon"}, 422, "Fragebogen"),
        ("cases:edit", {"reference": ""}, 422, "Angaben zum Fall"),
        ("disclosure:bundle", {"als": "json", "gesehen": "x"}, 409, "Auskunft"),
        ("guidance:consult", {"question": ""}, 422, "Vorlegen"),
    ],
)
def test_a_form_with_a_fault_that_shows_the_case_is_a_look_at_it(
    web: Client, counsellor: User, headers: dict[str, str], name: str, sent: dict[str, Any], status: int, page: str
) -> None:
    case = make_case(counsellor, "F-9", location="in_germany")
    of_case = reverse(name, args=(case.uuid,)) if name != "cases:section" else ""
    address = of_case or page_of(name, case, section_of("location"))
    assert web.post(address, sent, headers=headers).status_code == status
    assert seen(case) == [page]


def test_a_saved_answer_is_on_record_once(web: Client, counsellor: User) -> None:
    case = make_case(counsellor, "F-9")
    address = page_of("cases:answer", case, section_of("location"), "location")
    for times in (1, 2):
        assert web.post(address, {"location": "in_germany"}, headers=HTMX).status_code == 200
        # The second time nothing is different: then it was only looked at.
        assert len(seen(case)) == times - 1
    assert Event.objects.filter(case=case.uuid, action=Action.ANSWERED).count() == 1


def test_a_releaser_whose_answer_has_a_fault_has_seen_the_question(client: Client, case: Case) -> None:
    releaser = make_user("rita", "Beratung Nord", Role.RELEASER)
    row = ask(case, case.lead, "Reicht das?")
    client.force_login(releaser)
    page = client.post(reverse("guidance:reply", args=(row.uuid,)), {"answer": ""})
    assert page.status_code == 422
    assert "Reicht das?" in page.content.decode()
    assert seen(case) == ["Vorlage"]


def test_all_questions_are_one_look_however_many_parts_they_come_in(web: Client, case: Case) -> None:
    page = page_of("cases:all", case)
    web.get(page)
    for part in ALL_SECTIONS:
        assert web.get(page, {"teil": part.slug}, headers=HTMX).status_code == 200
    assert seen(case) == ["Fragebogen"]


def test_a_part_that_nobody_has_opened_the_page_of_is_a_look_of_its_own(web: Client, case: Case) -> None:
    page = page_of("cases:all", case)
    assert web.get(page, {"teil": "b"}, headers=HTMX).status_code == 200
    assert seen(case) == ["Fragebogen"]
    Case.objects.filter(pk=case.pk).update(office_wide=True)
    other = Client()
    other.force_login(make_user("berta", case.office.name))
    assert other.get(page, {"teil": "b"}, headers=HTMX).status_code == 200
    assert seen(case) == ["Fragebogen", "Fragebogen"]
