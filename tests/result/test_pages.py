"""The pages of the result: a scenario leaves no trace, a kept result tells later what has changed."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.test import Client

from advisor.cases.answers import answers_of
from advisor.cases.models import Assessment, Case, CaseState, Person
from advisor.cases.services import save_answers
from advisor.logbook.models import Action, Chain, Event
from pathways.engine.facts import Answer
from pathways.law import LAW
from tests.factories import make_case, page_of, person_of

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

    from advisor.accounts.models import User

pytestmark = pytest.mark.django_db
OUT_OF_THE_WAY = {
    "frage": "enforceably_required_to_leave",
    "shown": "enforceably_required_to_leave",
    "enforceably_required_to_leave": "no",
}


@pytest.fixture
def full(counsellor: User) -> Case:
    """A case in which one answer shuts one way and keeps another open."""
    return make_case(
        counsellor,
        "F-2",
        location="in_germany",
        nationality=["AM"],
        federal_state="NW",
        current_status="duldung",
        enforceably_required_to_leave=True,
    )


def shown(web: Client, name: str, case: Case) -> str:
    response = web.get(page_of(name, case))
    assert response.status_code == 200
    return unescape(response.content.decode())


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables but the session and what is on record."""
    left_out = {Event._meta.label, Chain._meta.label, "sessions.Session", "usersessions.UserSession"}
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values_list())
        for model in apps.get_models()
        if model._meta.label not in left_out and model._meta.managed
    }


def test_a_scenario_changes_nothing_and_only_the_look_is_on_record(web: Client, full: Case) -> None:
    web.get(page_of("cases:scenario", full))
    before, log = everything(), Event.objects.count()
    response = web.post(page_of("cases:scenario", full), OUT_OF_THE_WAY)
    assert response.status_code == 200
    after = everything()
    assert [label for label, rows in before.items() if after[label] != rows] == []
    (event,) = Event.objects.order_by("pk")[log:]
    assert (event.action, event.subject) == (Action.CASE_VIEWED, "Was wäre, wenn")
    assert answers_of(person_of(full))["enforceably_required_to_leave"] == Answer(True)


def test_a_scenario_shows_now_and_then_and_why(web: Client, full: Case) -> None:
    text = unescape(web.post(page_of("cases:scenario", full), OUT_OF_THE_WAY).content.decode())
    assert "käme bei 2 Wegen etwas anderes heraus" in text
    row = text.split('<th scope="row"')[4]
    assert "§ 23a Abs. 1 S. 1" in row
    assert row.index("noch offen") < row.index("scheidet derzeit aus") < row.index("§ 58 Abs. 2 AufenthG")
    assert text.count('<th scope="row"') == len(LAW.pathways)
    assert "Nur ein Gedankenspiel." in text


def test_nothing_assumed_is_in_an_address(web: Client, full: Case) -> None:
    """It cannot be asked for with an address either, where it would stay in a history."""
    response = web.get(page_of("cases:scenario", full), OUT_OF_THE_WAY)
    assert "Angenommen …" not in response.content.decode()


def test_a_proposal_on_the_result_opens_the_scenario(web: Client, full: Case) -> None:
    text = shown(web, "cases:person_result", full)
    assert "Was würde einen Weg öffnen?" in text
    assert f'action="{page_of("cases:scenario", full)}#dann"' in text
    assert '<input type="hidden" name="enforceably_required_to_leave" value="no" />' in text
    assert "Aber es scheidet dann aus:" in text


def test_a_faulty_scenario_keeps_what_was_typed(web: Client, full: Case) -> None:
    fields = {**OUT_OF_THE_WAY, "tag": "irgendwann"}
    response = web.post(page_of("cases:scenario", full), fields)
    assert response.status_code == 422
    text = response.content.decode()
    assert 'value="irgendwann"' in text
    assert "anders geschrieben" in text
    assert "Angenommen …" not in text


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({}, id="empty"),
        pytest.param({"frage": ["x"] * 500}, id="unknown"),
        pytest.param({"frage": [fact.id for fact in LAW.facts], "shown": "location"}, id="all"),
        pytest.param({"frage": "nationality", "shown": "nationality", "nationality": ["\x00", "RU"]}, id="odd"),
        pytest.param({"tag": "9" * 5000}, id="long-day"),
        pytest.param({"frage": "<script>alert(1)</script>", "tag": "<b>"}, id="markup"),
    ],
)
def test_forged_fields_are_answered_with_a_sentence(web: Client, full: Case, fields: dict[str, Any]) -> None:
    response = web.post(page_of("cases:scenario", full), fields)
    assert response.status_code == 422
    assert "<script>alert" not in response.content.decode()


def test_a_closed_case_can_be_played_through_but_not_kept(web: Client, full: Case) -> None:
    Case.objects.filter(pk=full.pk).update(state=CaseState.CLOSED, closed_on="2026-11-01")
    assert web.post(page_of("cases:scenario", full), OUT_OF_THE_WAY).status_code == 200
    assert "Stand festhalten" not in shown(web, "cases:person_result", full)
    assert web.post(page_of("cases:keep_result", full)).status_code == 409
    assert not Assessment.objects.exists()


def test_a_result_is_kept_once_for_the_same_state(web: Client, full: Case) -> None:
    assert "Was sich seit" not in shown(web, "cases:person_result", full)
    for says in ("Der Stand ist festgehalten", "Genau dieser Stand ist schon festgehalten"):
        response = web.post(page_of("cases:keep_result", full), follow=True)
        assert says in response.content.decode()
    assert Assessment.objects.count() == 1
    assert Event.objects.filter(action=Action.ASSESSED).count() == 1
    assert "Seitdem hat sich nichts geändert." in shown(web, "cases:person_result", full)


def test_what_has_changed_since_is_told_with_its_reason(web: Client, full: Case, counsellor: User) -> None:
    web.post(page_of("cases:keep_result", full))
    save_answers(person_of(full), {"enforceably_required_to_leave": Answer(False)}, counsellor)
    told = shown(web, "cases:person_result", full).split('id="seitdem"')[1].split("</section>")[0]
    assert "Durch andere Antworten" in told
    assert "scheidet jetzt aus, weil nicht erfüllt ist" in told
    assert "§ 58 Abs. 2 AufenthG" in told
    assert "1 Antwort ist seitdem anders" in told
    assert "damals ja, jetzt nein" in told
    web.post(page_of("cases:keep_result", full))
    assert Assessment.objects.count() == 2


def test_of_several_persons_page_and_buttons_name_the_one(web: Client, full: Case) -> None:
    from advisor.cases.sealing import seal_label

    for place, name in enumerate(("Anna", "Boris")):
        person = full.persons.first() if not place else Person(case=full, position=place)
        assert person is not None
        seal_label(full, person, name)
        person.save()
    text = shown(web, "cases:person_result", full)
    assert "Ergebnis für Anna" in text
    assert "Stand für Anna festhalten" in text
    assert "Für Anna durchspielen" in shown(web, "cases:scenario", full)
    web.post(page_of("cases:keep_result", full))
    assert Assessment.objects.get().person == full.persons.first()


def test_a_result_asks_the_database_the_same_whatever_was_kept(
    web: Client, full: Case, counsellor: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    shown(web, "cases:person_result", full)  # the first page of a session keeps when it began
    for german_level in ("a1", "b1", "c1"):
        save_answers(person_of(full), {"german_level": Answer(german_level)}, counsellor)
        web.post(page_of("cases:keep_result", full))
        shown(web, "cases:person_result", full)  # shows the message, which is a write
        with django_assert_num_queries(12):
            shown(web, "cases:person_result", full)


def test_a_scenario_asks_the_database_the_same_whatever_is_assumed(
    web: Client, full: Case, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    address = page_of("cases:scenario", full)
    web.get(address)
    for fields in (OUT_OF_THE_WAY, {"tag": "01.03.2030"}):
        with django_assert_num_queries(9):
            web.post(address, fields)


def test_the_memo_is_the_way_on_only_once_something_is_decided(web: Client, counsellor: User) -> None:
    fresh, decided = make_case(counsellor, "N-1"), make_case(counsellor, "N-2", location="in_germany")
    asked = [web.get(page_of("cases:person_result", case)) for case in (fresh, decided)]
    assert [page.context["is_decided"] for page in asked] == [False, True]
    for page, onward in zip(asked, ("/fragebogen/", "/memo/"), strict=True):
        primary = page.content.decode().partition('class="btn btn-primary"')[2].partition("</a>")[0]
        assert onward in primary
