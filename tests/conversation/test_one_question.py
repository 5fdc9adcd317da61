"""One question at a time: the best one, put off or answered, until nothing is left that could decide anything."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from advisor.accounts.models import User
from advisor.cases.models import Case
from advisor.cases.next_question import asks
from advisor.cases.services import day_of, save_answers
from advisor.cases.standing import Standing
from pathways.engine.facts import Answer, Fact, Gap
from pathways.law import LAW
from pathways.law.facts import FACTS_BY_ID
from tests.factories import answers, make_case, make_user, person_of
from tests.web.steps import HTMX, element, kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return make_user("ada")


@pytest.fixture
def case(user: User) -> Case:
    return make_case(user, "F-1")


@pytest.fixture
def web(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def address(case: Case, section: str | None = None) -> str:
    where: tuple[Any, ...] = (case.uuid, person_of(case).uuid)
    return reverse("cases:next", args=where) if section is None else reverse("cases:one_by_one", args=(*where, section))


def shown(response: Any) -> str | None:
    """The question that the page puts."""
    assert response.status_code in (200, 422)
    found = re.search(r'name="shown" value="(\w+)"', response.content.decode())
    return found[1] if found else None


def later(response: Any) -> list[str]:
    return re.findall(r'name="later" value="(\w+)"', response.content.decode())


def fields(fact: Fact, value: str) -> dict[str, str]:
    return {f"{fact.id}.gap" if fact.kind == "date" else fact.id: value}


def best(case: Case) -> str:
    """The question that the agenda puts first, in the case as it is kept."""
    return asks(Standing(kept(case), day_of(case)))[0].fact.id


def test_the_best_question_is_put_with_the_ways_it_can_decide(web: Client, case: Case) -> None:
    response = web.get(address(case))
    assert shown(response) == best(case) == "location"
    assert "kann bei allen acht Wegen etwas entscheiden." in response.content.decode()
    later = web.post(address(case), {"shown": "location", "location": "in_germany"})
    ask = later.context["ask"]
    assert 0 < len(ask.pathways) < len(LAW.pathways)
    assert "§ 23a Abs. 1 S. 1 (Härtefall)" in ask.named
    assert ", ".join(ask.named) in later.content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_an_answer_is_kept_and_the_next_question_follows(web: Client, case: Case, headers: dict[str, str]) -> None:
    response = web.post(address(case), {"shown": "location", "location": "in_germany"}, headers=headers)
    assert kept(case) == {"location": Answer("in_germany")}
    assert shown(response) == best(case) != "location"
    text = response.content.decode()
    assert ("<html" in text) is not bool(headers)
    assert "§ 22 S. 1</span> scheidet jetzt aus, weil nicht erfüllt ist:" in element(text, "changes")
    assert "Zuletzt beantwortet:" in text


@pytest.mark.parametrize("gap", ["unknown", "declined"])
def test_what_is_not_known_or_declined_is_kept_and_does_not_come_back(web: Client, case: Case, gap: str) -> None:
    seen: list[str] = []
    response: Any = web.get(address(case))
    while (fact_id := shown(response)) is not None:
        assert fact_id not in seen
        seen.append(fact_id)
        response = web.post(address(case), {"shown": fact_id, **fields(FACTS_BY_ID[fact_id], gap)}, headers=HTMX)
    assert len(seen) > 10
    assert {answer.value for answer in kept(case).values()} == {Gap(gap)}
    text = unescape(response.content.decode())
    assert "Alles gefragt, was noch etwas entscheiden kann" in text
    assert not asks(Standing(kept(case), day_of(case)))
    assert "scheidet" not in element(text, "announcement"), "unknown is never no"
    assert shown(web.get(address(case))) is None


def test_a_question_put_off_waits_in_the_form_and_nowhere_else(web: Client, case: Case) -> None:
    sessions = Session.objects.count()
    first = web.post(address(case), {"shown": "location", "skip": "location"})
    assert later(first) == ["location"]
    second = shown(first)
    assert second not in (None, "location")
    again = web.post(address(case), {"shown": second, "skip": second, "later": later(first)})
    assert later(again) == ["location", second]
    assert shown(again) not in ("location", second)
    assert kept(case) == {}
    assert Session.objects.count() == sessions
    assert "answered" not in web.session
    assert shown(web.get(address(case))) == "location", "the next run begins anew"


def test_an_empty_answer_puts_the_question_off_and_a_wrong_one_comes_back(web: Client, case: Case) -> None:
    empty = web.post(address(case), {"shown": "location", "location": ""})
    assert later(empty) == ["location"]
    assert kept(case) == {}
    wrong = web.post(address(case), {"shown": "birth_date", "birth_date": "gestern"})
    assert wrong.status_code == 422
    assert shown(wrong) == "birth_date"
    assert 'value="gestern"' in wrong.content.decode()
    assert "1 Antwort ist nicht gespeichert" in wrong.content.decode()
    assert kept(case) == {}


def test_a_newer_answer_is_not_overwritten(web: Client, case: Case) -> None:
    was = re.search(r'name="location.was"\s+value="(\w*)"', web.get(address(case)).content.decode())
    assert was
    save_answers(person_of(case), answers(location="abroad_home_country"), case.lead)
    response = web.post(address(case), {"shown": "location", "location": "in_germany", "location.was": was[1]})
    assert response.status_code == 422
    assert shown(response) == "location"
    assert kept(case)["location"].value == "abroad_home_country"
    kept_fingerprint = re.search(r'name="location.was"\s+value="(\w+)"', response.content.decode())
    assert kept_fingerprint
    sent = {"shown": "location", "location": "in_germany", "location.was": kept_fingerprint[1], "keep": "location"}
    web.post(address(case), sent)
    assert kept(case)["location"].value == "in_germany"


def test_a_section_is_gone_through_in_its_order_to_its_end(web: Client, case: Case) -> None:
    part = [fact.id for fact in LAW.facts if fact.section == "A"]
    seen = []
    response: Any = web.get(address(case, "a"))
    while (fact_id := shown(response)) is not None:
        seen.append(fact_id)
        response = web.post(address(case, "a"), {"shown": fact_id, **fields(FACTS_BY_ID[fact_id], "unknown")})
    assert seen == [fact_id for fact_id in part if fact_id in seen]
    assert len(seen) > 3
    assert "In diesem Abschnitt ist alles gefragt" in response.content.decode()


def test_the_end_names_judgements_gaps_and_steps_apart(web: Client, user: User) -> None:
    case = make_case(
        user,
        "F-2",
        location="in_germany",
        ground_types=["medical_treatment"],
        ground_is_temporary="unknown",
        enforceably_required_to_leave="unknown",
    )
    every = {fact.id: fact.id for fact in LAW.facts}
    text = web.post(address(case), {"shown": "location", "skip": "location", "later": list(every)}).content.decode()
    assert "Ihre Einschätzung fehlt noch" in text
    assert "#q-ground_is_temporary" in text
    assert "Noch nicht bekannt oder nicht gesagt" in text
    assert "#q-enforceably_required_to_leave" in text
    assert "haben Sie zurückgestellt" in text


@pytest.mark.parametrize(
    "sent",
    [{"shown": "x"}, {"shown": "location"}, {"shown": "", "later": "x" * 300}, {"skip": "y"}, {"later": ["a", "b"]}],
    ids=["no question", "no field", "long", "only skip", "only later"],
)
def test_a_forged_form_changes_nothing(web: Client, case: Case, sent: dict[str, Any]) -> None:
    response = web.post(address(case), sent)
    assert response.status_code in (200, 400)
    assert kept(case) == {}


def test_without_scripts_the_page_after_a_section_tells_what_has_changed_and_tells_it_once(
    web: Client, case: Case
) -> None:
    section = reverse("cases:section", args=(case.uuid, person_of(case).uuid, "a"))
    response = web.post(section, {"shown": "location", "location": "in_germany"})
    stored = web.session["answered"]
    assert "location" not in stored
    assert "germany" not in stored
    page = web.get(response.headers["Location"]).content.decode()
    assert "§ 22 S. 1</span> scheidet jetzt aus" in element(page, "changes")
    assert 'id="changes"' not in web.get(section).content.decode()
    assert "answered" not in web.session


def test_what_an_answer_changed_is_not_told_in_another_case(web: Client, user: User, case: Case) -> None:
    other = make_case(user, "F-3", location="in_germany")
    section = reverse("cases:section", args=(case.uuid, person_of(case).uuid, "a"))
    web.post(section, {"shown": "location", "location": "in_germany"})
    elsewhere = web.get(reverse("cases:section", args=(other.uuid, person_of(other).uuid, "a")))
    assert 'id="changes"' not in elsewhere.content.decode()
